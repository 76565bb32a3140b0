#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { runSoak } from '@bellhop/local-process/soak';
import { EventStoreDBClient } from '@eventstore/db-client';
import { auditEnds, auditEverything } from './audit.js';
import { writeUntilKilled, writtenStream } from './writers.js';

const streams = [
  writtenStream('revision', 1),
  writtenStream('any', 1),
  writtenStream('revision', 5),
  writtenStream('any', 5),
];

/** One client at a time: the official client rejects the appends of one where the connection of another breaks. */
async function connected<Result>(
  port: number,
  use: (client: EventStoreDBClient) => Promise<Result>,
): Promise<Result> {
  const client = EventStoreDBClient.connectionString(`esdb://127.0.0.1:${port}?tls=false`);
  try {
    return await use(client);
  } finally {
    await client.dispose();
  }
}

await runSoak({
  name: 'local-eventstore',
  main: fileURLToPath(new URL('../main.js', import.meta.url)),
  prepare: async () => undefined,
  load: (port, killed) =>
    connected(port, (client) =>
      Promise.all(streams.map((stream) => writeUntilKilled(client, stream, killed))),
    ),
  audit: (port, { full }) =>
    connected(port, (client) => (full ? auditEverything : auditEnds)(client, streams)),
  acknowledged: () => ({ events: streams.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0) }),
});
