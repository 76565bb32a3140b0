import type { Key } from 'lmdb';
import type { ProducerState } from '../machines/producer.js';
import { UnusableData } from '../storage/integrity.js';
import { logKey, positionOf } from '../storage/log-key.js';
import type { Store, Write } from '../storage/store.js';
import type { TableName } from '../storage/tables.js';
import { isIntactAt, readBatchHeader } from '../wire/record-batch.js';

export interface PartitionPlace {
  topicId: number;
  index: number;
}

export interface AbortedTransaction {
  producerId: number;
  firstOffset: number;
  /** Offset of the marker. */
  lastOffset: number;
}

/** What a partition keeps about its log as a whole. */
export interface PartitionRow {
  logStart: number;
  /** Everything before this offset went through compaction. */
  cleanedTo?: number;
}

/** A producer, and when it last wrote, in milliseconds since 1970. */
export type KnownProducer = ProducerState & { seenAtMs: number };

const endOfKeys = 0xffff_ffff * 0x1_0000_0000;

type ProducerRow = ProducerState & { seenAtMs?: number };

const ofPartition = ({ topicId, index }: PartitionPlace) => ({
  start: logKey(topicId, index, 0),
  end: logKey(topicId, index, endOfKeys),
});

const backwards = ({ topicId, index }: PartitionPlace) => ({
  start: logKey(topicId, index, endOfKeys),
  // Shorter than every key of the partition, so that offset 0 is still inside.
  end: logKey(topicId, index, 0).subarray(0, 8),
  reverse: true,
  limit: 1,
});

const rowsOf = ({ topicId, index }: PartitionPlace) => ({
  start: [topicId, index],
  end: [topicId, index + 1],
});

/**
 * What a partition knows when the broker starts. Costs a few look-ups, whatever the length of the log. Throws UnusableData
 * where the end of the log can't be told.
 */
export const loadPartition = (store: Store, place: PartitionPlace) => {
  const row = store.row<PartitionRow>('partitions', [place.topicId, place.index]);
  const logStart = row?.logStart ?? 0;
  let logEnd = logStart;
  for (const { key, value } of store.table('log').getRange(backwards(place))) {
    if (!isIntactAt(value, positionOf(key as Buffer))) {
      throw new UnusableData(
        `the last batch of partition ${place.index} of topic ${place.topicId} is corrupt: where its log ends is unknown`,
      );
    }
    logEnd = Math.max(logEnd, readBatchHeader(value).lastOffset + 1);
  }
  let maxTimestamp = -1;
  for (const key of store.table('times').getKeys(backwards(place))) maxTimestamp = positionOf(key as Buffer);
  const nowMs = Date.now();
  const producers = new Map<number, KnownProducer>();
  for (const { key, value } of store.rows<ProducerRow>('producers', rowsOf(place))) {
    producers.set((key as number[])[2]!, { seenAtMs: nowMs, ...value });
  }
  const aborted: AbortedTransaction[] = [];
  for (const { value } of store.rows<AbortedTransaction>('aborted', rowsOf(place))) aborted.push(value);
  const cleanedTo = Math.max(row?.cleanedTo ?? 0, logStart);
  return { logStart, cleanedTo, logEnd, maxTimestamp, producers, aborted };
};

/** Removes every row of a partition. */
export const dropPartition = (store: Store, place: PartitionPlace): Write[] => {
  const writes: Write[] = [{ table: 'partitions', key: [place.topicId, place.index] }];
  const collect = (table: TableName, range: object) => {
    for (const key of store.keys(table, range)) writes.push({ table, key });
  };
  collect('log', ofPartition(place));
  collect('times', ofPartition(place));
  collect('producers', rowsOf(place));
  collect('aborted', rowsOf(place));
  return writes;
};

/** `offset`, or the one at which only `maxBatches` batches are before it. */
export const stepTowards = (
  store: Store,
  { topicId, index }: PartitionPlace,
  offset: number,
  maxBatches: number,
): number => {
  if (maxBatches === Number.POSITIVE_INFINITY) return offset;
  const range = {
    start: logKey(topicId, index, 0),
    end: logKey(topicId, index, offset),
    offset: maxBatches,
    limit: 1,
  };
  for (const key of store.table('log').getKeys(range)) return positionOf(key as Buffer);
  return offset;
};

/**
 * Removes the batches that end before `offset`, and what the time index says about them. Its last entry before the
 * offset stays: the first of the batches that are left may be as late as that one.
 */
export const removalBefore = (store: Store, place: PartitionPlace, offset: number): Write[] => {
  const { topicId, index } = place;
  const log = store.table('log');
  const range = { start: logKey(topicId, index, 0), end: logKey(topicId, index, offset) };
  const keys = [...log.getKeys(range)];
  const last = keys.at(-1);
  const lastBatch = last === undefined ? undefined : log.get(last);
  if (lastBatch !== undefined && readBatchHeader(lastBatch).lastOffset >= offset) keys.pop();
  const times: Key[] = [];
  for (const { key, value } of store.table('times').getRange(ofPartition(place))) {
    if (Number(value.readBigUInt64BE()) >= offset) break;
    times.push(key);
  }
  return [
    ...keys.map((key): Write => ({ table: 'log', key })),
    ...times.slice(0, -1).map((key): Write => ({ table: 'times', key })),
  ];
};
