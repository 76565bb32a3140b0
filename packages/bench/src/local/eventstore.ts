import { randomBytes } from 'node:crypto';
import { binaryEvent, EventStoreDBClient, type ResolvedEvent } from '@eventstore/db-client';
import { sideBySide } from '../load.js';
import { openBareLmdb } from './bare-lmdb.js';
import { startLocalServer } from './local-server.js';

const EVENT_BYTES = 200;
const READ_EVENTS = 50_000;
const MEMORY_EVENTS = 1_000_000;
/** The million is filled up for so long at most. */
const MEMORY_LIMIT_MS = 30_000;

/** How appends are made: so many of so many events each, at most so many under way. */
const LOADS = {
  'one after another': { appends: 2_000, events: 1, inFlight: 1 },
  '100 in flight': { appends: 20_000, events: 1, inFlight: 100 },
  'in batches of 500': { appends: 200, events: 500, inFlight: 4 },
} as const;

type Load = (typeof LOADS)[keyof typeof LOADS];

/** Events a second, of the server and of LMDB alone. */
interface Compared {
  server: number;
  lmdb: number;
}

const data = randomBytes(EVENT_BYTES);
const STREAM = 'measured';

/**
 * local-eventstore under the official client, beside bare LMDB that commits the same bytes in this process with the same
 * sync, without a protocol, a client, an index by stream or checks.
 */
export async function benchLocalEventStore(print: (line: string) => void): Promise<object> {
  const server = await startLocalServer('local-eventstore');
  const client = EventStoreDBClient.connectionString(`esdb://127.0.0.1:${server.port}?tls=false`);
  const bare = openBareLmdb();
  const append = (stream: string, events: number) =>
    client.appendToStream(
      stream,
      Array.from({ length: events }, () => binaryEvent({ type: 'measured', data })),
    );
  try {
    const figures: Record<string, Compared> = {};
    const tell = (name: string, compared: Compared): void => {
      figures[name] = compared;
      const { server: own, lmdb } = compared;
      print(
        `${name}: ${own.toFixed(0)} events/s; bare LMDB ${lmdb.toFixed(0)}/s; ratio ${(own / lmdb).toFixed(2)}`,
      );
    };
    await append(STREAM, 500);
    for (const [name, load] of Object.entries(LOADS)) {
      tell(`appended ${name}`, {
        server: await appended(load, async (events) => void (await append(STREAM, events))),
        lmdb: await appended(load, (events) => bare.append(Array.from({ length: events }, () => data))),
      });
    }
    const lmdb = await perSecond(READ_EVENTS, async () => bare.read(READ_EVENTS));
    const maxCount = READ_EVENTS;
    const stream = await perSecond(maxCount, () => countOf(client.readStream(STREAM, { maxCount })));
    const all = await perSecond(maxCount, () => countOf(client.readAll({ maxCount })));
    tell('read of a stream', { server: stream, lmdb });
    tell('read of $all', { server: all, lmdb });
    const memory = await memoryAfterFilling((events) => append('filling', events), server);
    print(`resident memory of local-eventstore: ${memory.residentMb} MB after ${memory.events} events more`);
    return { ...figures, memory };
  } finally {
    await client.dispose();
    await server.stop();
    await bare.close();
  }
}

/** Events a second. */
async function appended(
  { appends, events, inFlight }: Load,
  append: (events: number) => Promise<void>,
): Promise<number> {
  const startedAt = performance.now();
  await sideBySide(appends, inFlight, () => append(events));
  return (appends * events * 1_000) / (performance.now() - startedAt);
}

async function perSecond(count: number, read: () => Promise<number>): Promise<number> {
  const startedAt = performance.now();
  const seen = await read();
  if (seen !== count) throw new Error(`${seen} events were read, not ${count}`);
  return (count * 1_000) / (performance.now() - startedAt);
}

async function countOf(events: AsyncIterable<ResolvedEvent>): Promise<number> {
  let count = 0;
  for await (const _ of events) count += 1;
  return count;
}

async function memoryAfterFilling(
  append: (events: number) => Promise<unknown>,
  server: { residentMb(): number },
): Promise<{ events: number; residentMb: number }> {
  const until = performance.now() + MEMORY_LIMIT_MS;
  let events = 0;
  await sideBySide(MEMORY_EVENTS / 500, 4, async () => {
    if (performance.now() > until) return;
    await append(500);
    events += 500;
  });
  return { events, residentMb: server.residentMb() };
}
