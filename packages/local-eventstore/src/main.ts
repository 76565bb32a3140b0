#!/usr/bin/env node
import { runLocalServer } from '@bellhop/local-process';
import { logVerbosity, setLogVerbosity } from '@grpc/grpc-js';
import { startLocalEventStore } from './local-event-store.js';
import { settings } from './settings.js';

// What gRPC would log of a failed start is said in one line that names the flag to change.
setLogVerbosity(logVerbosity.NONE);
await runLocalServer({
  name: 'local-eventstore',
  defaultPort: 2113,
  settings,
  start: ({ settings: { maxAppendSize }, ...flags }) =>
    startLocalEventStore({ ...flags, maxAppendBytes: maxAppendSize }),
  address: (host, port) => `esdb://${host}:${port}?tls=false`,
});
