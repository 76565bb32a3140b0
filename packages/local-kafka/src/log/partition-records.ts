import type { ProducerState } from '../machines/producer.js';
import { logKey, positionOf } from '../storage/log-key.js';
import type { Store, TableName, Write } from '../storage/store.js';
import { readBatchHeader } from '../wire/record-batch.js';

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

const endOfKeys = 0xffff_ffff * 0x1_0000_0000;

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

/** What a partition knows when the broker starts. Costs a few look-ups, whatever the length of the log. */
export const loadPartition = (store: Store, place: PartitionPlace) => {
  const row = store.table<{ logStart: number }>('partitions').get([place.topicId, place.index]);
  const logStart = row?.logStart ?? 0;
  let logEnd = logStart;
  for (const { value } of store.table<Buffer>('log').getRange(backwards(place))) {
    logEnd = Math.max(logEnd, readBatchHeader(value).lastOffset + 1);
  }
  let maxTimestamp = -1;
  for (const key of store.table<Buffer>('times').getKeys(backwards(place)))
    maxTimestamp = positionOf(key as Buffer);
  const producers = new Map<number, ProducerState>();
  for (const { key, value } of store.table<ProducerState>('producers').getRange(rowsOf(place))) {
    producers.set((key as number[])[2]!, value);
  }
  const aborted: AbortedTransaction[] = [];
  for (const { value } of store.table<AbortedTransaction>('aborted').getRange(rowsOf(place)))
    aborted.push(value);
  return { logStart, logEnd, maxTimestamp, producers, aborted };
};

/** Removes every row of a partition. */
export const dropPartition = (store: Store, place: PartitionPlace): Write[] => {
  const writes: Write[] = [{ table: 'partitions', key: [place.topicId, place.index] }];
  const collect = (table: TableName, range: object) => {
    for (const key of store.table(table).getKeys(range)) writes.push({ table, key });
  };
  collect('log', ofPartition(place));
  collect('times', ofPartition(place));
  collect('producers', rowsOf(place));
  collect('aborted', rowsOf(place));
  return writes;
};
