import { logKey, positionOf } from '../storage/log-key.js';
import type { Store } from '../storage/store.js';
import { isIntactAt, readBatchHeader } from '../wire/record-batch.js';
import { firstRecordSince } from '../wire/records.js';
import type { Partition } from './partition.js';
import type { ReadRange } from './recent-batches.js';

/** Offset of the batch that holds `offset`, or of the next one. */
const batchAt = (store: Store, partition: Partition, offset: number): number => {
  const { topicId, index } = partition.place;
  const before = {
    start: logKey(topicId, index, offset),
    end: logKey(topicId, index, 0).subarray(0, 8),
    reverse: true,
    limit: 1,
  };
  for (const { key, value } of store.table('log').getRange(before)) {
    if (readBatchHeader(value).lastOffset >= offset) return positionOf(key as Buffer);
  }
  return offset;
};

export interface ReadResult {
  batches: Buffer[];
  /** Offset of a batch that is not what was written; nothing from it on is read. */
  corruptAt: number | null;
}

/** Whole batches, as they were stored; the first may begin before `from`, as consumers expect. */
export const readBatches = (store: Store, partition: Partition, range: ReadRange): ReadResult => {
  if (range.from >= range.upTo) return { batches: [], corruptAt: null };
  const { topicId, index } = partition.place;
  const batches: Buffer[] = [];
  let bytes = 0;
  const start = logKey(topicId, index, batchAt(store, partition, range.from));
  for (const { key, value } of store
    .table('log')
    .getRange({ start, end: logKey(topicId, index, range.upTo) })) {
    if (!isIntactAt(value, positionOf(key as Buffer)))
      return { batches, corruptAt: positionOf(key as Buffer) };
    bytes += value.length;
    const isFirst = batches.length === 0 && range.atLeastOne;
    if (bytes > range.maxBytes && !isFirst) break;
    batches.push(value);
    if (bytes >= range.maxBytes) break;
  }
  return { batches, corruptAt: null };
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
