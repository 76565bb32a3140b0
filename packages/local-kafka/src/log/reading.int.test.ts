import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type OpenedLog, openLog } from '../conformance/opened-log.js';
import { ReadMemory } from '../server/read-memory.js';
import { readBatches } from './log-reader.js';

let log: OpenedLog;

beforeEach(async () => {
  log = await openLog();
});

afterEach(() => log.close());

/** Batches of one to three records, from some bytes up to megabytes. */
const fill = async (): Promise<number[]> => {
  const starts: number[] = [];
  for (const [step, bytes] of [10, 70_000, 3, 400_000, 900_000, 20, 300_000, 300_000, 5_000].entries()) {
    const values = Array.from({ length: 1 + (step % 3) }, (_, index) =>
      index === 0 ? 'x'.repeat(bytes) : 'y',
    );
    starts.push(await log.append({ values }));
  }
  return starts;
};

/** What was read, by its digest: comparing megabytes byte by byte takes jest minutes. */
const wholes = (read: { pieces: Buffer[]; bytes: number; end: number }) => ({
  digest: createHash('sha256').update(Buffer.concat(read.pieces)).digest('hex'),
  bytes: read.bytes,
  end: read.end,
});

test('memory and disk give the same batches, wherever a reader begins and however much it takes', async () => {
  const starts = await fill();
  const upTo = log.partition().highWatermark;
  const buffers = new ReadMemory(4_000_000).ofConnection();
  for (const from of starts) {
    for (const maxBytes of [0, 50, 100_000, 1_000_000, 10_000_000]) {
      for (const atLeastOne of [true, false]) {
        const range = { from, upTo, maxBytes, atLeastOne };
        buffers.reuse();
        const stored = wholes(readBatches(log.store, log.partition(), range, buffers));
        expect(wholes(log.partition().recent.read(range))).toEqual(stored);
        if (atLeastOne) expect(stored.bytes).toBeGreaterThan(0);
        else expect(stored.bytes).toBeLessThanOrEqual(maxBytes);
      }
    }
  }
});

test('a reader inside a batch gets the whole batch from the disk, and memory has nothing for it', async () => {
  const starts = await fill();
  const range = { from: starts[1]! + 1, upTo: log.partition().highWatermark, maxBytes: 1, atLeastOne: true };
  expect(log.partition().recent.read(range).bytes).toBe(0);
  const read = readBatches(log.store, log.partition(), range, new ReadMemory(0).ofConnection());
  expect([read.pieces[0]!.readUInt32BE(4), read.end]).toEqual([starts[1], starts[2]]);
});

test('after a restart everything is read from the disk', async () => {
  const starts = await fill();
  const range = { from: 0, upTo: log.partition().highWatermark, maxBytes: 10_000_000, atLeastOne: true };
  const before = wholes(log.partition().recent.read(range));
  await log.reopen();
  expect(log.partition().recent.read(range).bytes).toBe(0);
  const after = readBatches(log.store, log.partition(), range, new ReadMemory(0).ofConnection());
  expect(wholes(after)).toEqual(before);
  expect(before.end).toBeGreaterThan(starts.at(-1)!);
});
