#!/usr/bin/env node
import { runLocalServer } from '@bellhop/local-process';
import { logVerbosity, setLogVerbosity } from '@grpc/grpc-js';
import { readTlsFiles } from './connection/tls-files.js';
import { startLocalEventStore } from './local-event-store.js';
import { type Settings, settings } from './settings.js';

// What gRPC would log of a failed start is said in one line that names the flag to change.
setLogVerbosity(logVerbosity.NONE);
await runLocalServer({
  name: 'local-eventstore',
  defaultPort: 2113,
  settings,
  start: async ({ settings: { maxAppendSize, users, ...files }, ...flags }) => {
    const tls = await tlsOf(files);
    return startLocalEventStore({
      ...flags,
      maxAppendBytes: maxAppendSize,
      ...(users && { users }),
      ...(tls && { tls }),
    });
  },
  address: (host, port, { certificateFile }) =>
    `esdb://${host}:${port}?tls=${certificateFile === undefined ? 'false' : 'true'}`,
});

async function tlsOf({
  certificateFile,
  certificatePrivateKeyFile,
}: Pick<Settings, 'certificateFile' | 'certificatePrivateKeyFile'>) {
  if (certificateFile === undefined || certificatePrivateKeyFile === undefined) return undefined;
  return readTlsFiles(certificateFile, certificatePrivateKeyFile);
}
