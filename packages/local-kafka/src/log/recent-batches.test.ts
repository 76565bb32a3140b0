import { expect, test } from '@jest/globals';
import { makeBatch } from '../conformance/batch.js';
import { placeBatch } from '../wire/record-batch.js';
import type { ReadRange } from './reading.js';
import { RecentBatches, type RecentTail } from './recent-batches.js';

const mb = 1024 * 1024;

/** A batch of two records in memory of its own, unless a larger request is given that it lies in. */
const batchAt = (baseOffset: number, bytes: number, request?: Buffer): Buffer => {
  const batch = makeBatch({ values: ['first', 'x'.repeat(bytes)] });
  placeBatch(batch, baseOffset);
  const place = request?.subarray(0, batch.length) ?? Buffer.allocUnsafeSlow(batch.length);
  batch.copy(place);
  return place;
};

/** The batches in a range. */
const read = (tail: RecentTail, range: Partial<ReadRange> = {}): Buffer[] =>
  tail.read({ ...all, ...range }).pieces;

const all = { from: 0, upTo: 1_000, maxBytes: 100 * mb, atLeastOne: true };

test('batches are read from the one that begins at the offset on, up to the end that the reader may see', () => {
  const tail = new RecentBatches(mb).tail();
  const batches = [10, 12, 14].map((offset) => batchAt(offset, 100));
  for (const [index, batch] of batches.entries()) tail.add(10 + 2 * index, batch);
  expect(read(tail, { from: 10 })).toEqual(batches);
  expect(read(tail, { from: 12 })).toEqual(batches.slice(1));
  expect(read(tail, { from: 10, upTo: 14 })).toEqual(batches.slice(0, 2));
  expect(read(tail, { from: 11 })).toEqual([]);
  expect(read(tail, { from: 16 })).toEqual([]);
});

test('reading ends before the batch that is too large, unless it is the first and one has to be read', () => {
  const tail = new RecentBatches(mb).tail();
  for (const offset of [0, 2, 4]) tail.add(offset, batchAt(offset, 1_000));
  expect(read(tail, { maxBytes: 2_500 })).toHaveLength(2);
  expect(read(tail, { maxBytes: 10 })).toHaveLength(1);
  expect(read(tail, { maxBytes: 10, atLeastOne: false })).toEqual([]);
});

test('the oldest batches of all partitions leave first when there is no more room', () => {
  const recent = new RecentBatches(3 * mb);
  const [one, other] = [recent.tail(), recent.tail()];
  one.add(0, batchAt(0, 900_000));
  other.add(0, batchAt(0, 900_000));
  one.add(2, batchAt(2, 900_000));
  other.add(2, batchAt(2, 900_000));
  expect(read(one)).toEqual([]);
  expect(read(one, { from: 2 })).toHaveLength(1);
  expect(read(other)).toHaveLength(2);
});

test('a batch that is larger than all the room is not kept', () => {
  const tail = new RecentBatches(1_000).tail();
  tail.add(0, batchAt(0, 2_000));
  expect(read(tail)).toEqual([]);
});

test('small batches count with what they cost beside their bytes', () => {
  const tail = new RecentBatches(100_000).tail();
  for (let offset = 0; offset < 1_000; offset += 2) tail.add(offset, batchAt(offset, 1));
  let held = 0;
  for (let offset = 0; offset < 1_000; offset += 2) held += read(tail, { from: offset }).length > 0 ? 1 : 0;
  expect(held).toBeGreaterThan(50);
  expect(held).toBeLessThan(200);
});

test('a small batch of a large request does not hold on to all of it', () => {
  const tail = new RecentBatches(mb).tail();
  const request = Buffer.allocUnsafeSlow(8 * mb);
  const batch = batchAt(0, 1_000, request);
  tail.add(0, batch);
  const [kept] = read(tail);
  expect(kept).toEqual(batch);
  expect(kept!.buffer.byteLength).toBeLessThan(2_000);
});

test('what was forgotten is not read, and what comes after it is', () => {
  const recent = new RecentBatches(mb);
  const tail = recent.tail();
  tail.add(0, batchAt(0, 100));
  tail.add(2, batchAt(2, 100));
  tail.forget();
  expect(read(tail)).toEqual([]);
  const again = batchAt(2, 200);
  tail.add(2, again);
  // The forgotten batch of the same offset leaves, and must not take the new one with it.
  const other = recent.tail();
  for (let offset = 0; offset < 4; offset += 2) other.add(offset, batchAt(offset, 450_000));
  expect(read(tail, { from: 2 })).toEqual([again]);
});
