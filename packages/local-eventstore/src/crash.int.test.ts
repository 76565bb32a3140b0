import { randomInt, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as passed } from 'node:timers/promises';
import { EventStoreDBClient, type ResolvedEvent } from '@eventstore/db-client';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type CompiledMain, compileMain } from './testing/main-process.js';
import { collect, noted, numberOf } from './testing/running-store.js';

const kills = 12;
const writers = 8;
const batchEvents = 5;

let main: CompiledMain;
let dataDir: string;
beforeAll(async () => {
  main = compileMain();
  dataDir = await mkdtemp(join(tmpdir(), 'local-eventstore-crash-'));
});
afterAll(async () => {
  main.remove();
  await rm(dataDir, { recursive: true });
});

/** A small generator of numbers in [0, 1) that a printed seed repeats (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What each writer's stream was acknowledged to hold: the event ids by revision. */
type Acknowledged = Map<string, string[]>;

/** Appends until the server is gone; an append that fails is repeated as it was after the next start. */
async function writeUntilKilled(
  client: EventStoreDBClient,
  stream: string,
  acknowledged: Acknowledged,
  unsure: Map<string, string[]>,
) {
  const ids = acknowledged.get(stream) ?? [];
  acknowledged.set(stream, ids);
  while (true) {
    const batch = unsure.get(stream) ?? Array.from({ length: batchEvents }, () => randomUUID() as string);
    unsure.set(stream, batch);
    const expectedRevision = ids.length === 0 ? 'no_stream' : BigInt(ids.length - 1);
    try {
      const events = batch.map((id, index) => noted(ids.length + index, id));
      const result = await client.appendToStream(stream, events, { expectedRevision });
      expect(result.nextExpectedRevision).toBe(BigInt(ids.length + batch.length - 1));
    } catch (fault) {
      if (fault instanceof Error && 'matcherResult' in fault) throw fault;
      return;
    }
    ids.push(...batch);
    unsure.delete(stream);
  }
}

function expectWhole(
  all: readonly ResolvedEvent[],
  acknowledged: Acknowledged,
  unsure: Map<string, string[]>,
): void {
  const positions = all.map(({ event }) => event?.position?.commit ?? -1n);
  expect(positions).toEqual([...new Set(positions)].sort((a, b) => (a < b ? -1 : 1)));
  for (const [stream, ids] of acknowledged) {
    const events = all.filter(({ event }) => event?.streamId === stream);
    const found = events.map(({ event }) => event?.id ?? '');
    const unanswered = found.length > ids.length ? (unsure.get(stream) ?? []) : [];
    expect(found).toEqual([...ids, ...unanswered]);
    expect(events.map(({ event }) => Number(event?.revision))).toEqual(found.map((_, revision) => revision));
    expect(events.map(numberOf)).toEqual(found.map((_, revision) => revision));
  }
}

async function expectUnionOfStreams(
  client: EventStoreDBClient,
  all: readonly ResolvedEvent[],
  streams: Iterable<string>,
) {
  let total = 0;
  for (const stream of streams) {
    const own = all.filter(({ event }) => event?.streamId === stream);
    const read = own.length === 0 ? [] : await collect(client.readStream(stream));
    expect(read.map(({ event }) => event?.id)).toEqual(own.map(({ event }) => event?.id));
    total += own.length;
  }
  expect(all.filter(({ event }) => !event?.streamId.startsWith('$'))).toHaveLength(total);
}

test('what was acknowledged is there once and in order after each of a dozen kills', async () => {
  const seed = Number(process.env.SEED ?? randomInt(2 ** 31));
  process.stdout.write(`crash test: SEED=${seed}\n`);
  const random = randomFrom(seed);
  const acknowledged: Acknowledged = new Map();
  const unsure = new Map<string, string[]>();
  const streams = Array.from({ length: writers }, (_, index) => `writer-${index}`);
  for (let round = 0; round <= kills; round += 1) {
    const server = main.start(['--port', '0', '--data', dataDir]);
    const client = EventStoreDBClient.connectionString(`esdb://127.0.0.1:${await server.ready}?tls=false`);
    const all = await collect(client.readAll());
    expectWhole(all, acknowledged, unsure);
    await expectUnionOfStreams(client, all, streams);
    const writing = Promise.all(
      streams.map((stream) => writeUntilKilled(client, stream, acknowledged, unsure)),
    );
    await passed(20 + random() * 180);
    server.process.kill('SIGKILL');
    await once(server.process, 'exit');
    await writing;
    await client.dispose();
  }
  const written = [...acknowledged.values()].reduce((sum, ids) => sum + ids.length, 0);
  process.stdout.write(`crash test: ${written} events acknowledged over ${kills + 1} runs\n`);
  expect(written).toBeGreaterThan(kills * batchEvents);
});
