import { Gathering, type ReadBuffers } from '../server/read-memory.js';
import { logKey } from '../storage/log-key.js';
import type { Store } from '../storage/store.js';
import { isIntactAt, lastOffsetOf, readBatchHeader } from '../wire/record-batch.js';
import { firstRecordSince } from '../wire/records.js';
import type { Partition } from './partition.js';
import type { ReadRange, ReadResult } from './reading.js';

/** Offset of the batch that holds `offset`, or of the next one. */
const batchAt = (store: Store, partition: Partition, offset: number): number => {
  const { topicId, index } = partition.place;
  const start = logKey(topicId, index, offset);
  // Readers who go on where they ended ask for the very beginning of a batch.
  if (store.table('log').doesExist(start)) return offset;
  const before = { start, end: logKey(topicId, index, 0).subarray(0, 8), reverse: true, limit: 1 };
  for (const { offset: baseOffset, batch } of store.batches(before))
    if (lastOffsetOf(batch) >= offset) return baseOffset;
  return offset;
};

/** Batches as they were stored; the first may begin before `from`, as consumers expect. */
export const readBatches = (
  store: Store,
  partition: Partition,
  range: ReadRange,
  buffers: ReadBuffers,
): ReadResult => {
  const { topicId, index } = partition.place;
  const gathering = new Gathering(buffers, range.maxBytes);
  let end = range.from;
  let corruptAt: number | null = null;
  if (range.from < range.upTo && (range.maxBytes > 0 || range.atLeastOne)) {
    const start = logKey(topicId, index, batchAt(store, partition, range.from));
    for (const { offset, batch } of store.batches({ start, end: logKey(topicId, index, range.upTo) })) {
      const isFirst = gathering.length === 0 && range.atLeastOne;
      if (gathering.length + batch.length > range.maxBytes && !isFirst) break;
      if (!isIntactAt(batch, offset)) {
        corruptAt = offset;
        break;
      }
      gathering.add(batch);
      end = lastOffsetOf(batch) + 1;
    }
  }
  return { pieces: gathering.finish(), bytes: gathering.length, end, corruptAt };
};

/** The first record with a timestamp not before `fromMs` and an offset before `upTo`; null where there is none. */
export const findByTime = (
  store: Store,
  partition: Partition,
  fromMs: number,
  upTo: number,
): { offset: number; timestampMs: number } | null => {
  const { topicId, index } = partition.place;
  const times = store.table('times');
  const later = {
    start: logKey(topicId, index, Math.max(fromMs, 0)),
    end: logKey(topicId, index + 1, 0),
    limit: 1,
  };
  for (const { value } of times.getRange(later)) {
    // The index names the first batch that reached this time. Where that one is deleted, a later one may still do.
    const from = Math.max(Number(value.readBigUInt64BE()), partition.logStart);
    const range = {
      start: logKey(topicId, index, batchAt(store, partition, from)),
      end: logKey(topicId, index, upTo),
    };
    for (const { value: batch } of store.table('log').getRange(range)) {
      if (readBatchHeader(batch).isControl) continue;
      const found = firstRecordSince(batch, fromMs);
      if (found !== null) return { ...found, offset: Math.max(found.offset, partition.logStart) };
    }
  }
  return null;
};

/** The record with the latest timestamp before the offset `upTo`; null in an empty log. */
export const findLatestTime = (
  store: Store,
  partition: Partition,
  upTo: number,
): { offset: number; timestampMs: number } | null => {
  const { topicId, index } = partition.place;
  const range = {
    start: logKey(topicId, index, partition.logStart),
    end: logKey(topicId, index, upTo),
  };
  let latest: Buffer | null = null;
  let latestMs = -1;
  for (const { value } of store.table('log').getRange(range)) {
    const { isControl, maxTimestamp } = readBatchHeader(value);
    if (isControl || maxTimestamp <= latestMs) continue;
    latest = value;
    latestMs = maxTimestamp;
  }
  return latest === null ? null : firstRecordSince(latest, latestMs);
};
