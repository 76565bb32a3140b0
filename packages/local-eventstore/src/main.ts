#!/usr/bin/env node
import { noSettings, runLocalServer } from '@bellhop/local-process';
import { logVerbosity, setLogVerbosity } from '@grpc/grpc-js';
import { startLocalEventStore } from './local-event-store.js';

// What gRPC would log of a failed start is said in one line that names the flag to change.
setLogVerbosity(logVerbosity.NONE);
await runLocalServer({
  name: 'local-eventstore',
  defaultPort: 2113,
  settings: noSettings,
  start: startLocalEventStore,
  address: (host, port) => `esdb://${host}:${port}?tls=false`,
});
