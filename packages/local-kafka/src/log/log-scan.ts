import { setImmediate as yieldToOthers } from 'node:timers/promises';
import { logKey, positionOf } from '../storage/log-key.js';
import type { Store } from '../storage/store.js';
import type { PartitionPlace } from './partition-records.js';

/** How much a scan reads before others get their turn. */
const sliceBytes = 4 * 1024 * 1024;

export interface LogBatch {
  baseOffset: number;
  batch: Buffer;
}

export interface ScanRange {
  place: PartitionPlace;
  from: number;
  /** Only batches that begin before this offset. */
  to: number;
}

const readSlice = (store: Store, { place, from, to }: ScanRange): LogBatch[] => {
  const { topicId, index } = place;
  const slice: LogBatch[] = [];
  let bytes = 0;
  const range = { start: logKey(topicId, index, from), end: logKey(topicId, index, to) };
  for (const { key, value } of store.table('log').getRange(range)) {
    slice.push({ baseOffset: positionOf(key as Buffer), batch: value });
    bytes += value.length;
    if (bytes >= sliceBytes) break;
  }
  return slice;
};

/** Reads a partition in slices of a few megabytes; between two of them, others get their turn. Throws StoreClosing. */
export async function* scanLog(store: Store, range: ScanRange): AsyncGenerator<LogBatch[]> {
  let { from } = range;
  for (;;) {
    const slice = readSlice(store, { ...range, from });
    const last = slice.at(-1);
    if (last === undefined) return;
    yield slice;
    from = last.baseOffset + 1;
    await yieldToOthers();
    store.continueOrThrow();
  }
}

/** How many bytes the batches have. Throws StoreClosing. */
export const bytesIn = async (store: Store, range: ScanRange): Promise<number> => {
  let bytes = 0;
  for await (const slice of scanLog(store, range)) {
    for (const { batch } of slice) bytes += batch.length;
  }
  return bytes;
};

/** Base offset of the last batch, or null in an empty log. */
export const lastBatchAt = (store: Store, { topicId, index }: PartitionPlace): number | null => {
  const range = {
    start: logKey(topicId, index + 1, 0),
    end: logKey(topicId, index, 0).subarray(0, 8),
    reverse: true,
    limit: 1,
  };
  for (const key of store.table('log').getKeys(range)) return positionOf(key as Buffer);
  return null;
};
