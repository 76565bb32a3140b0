import type { Store } from '../storage/store.js';
import { readBatchHeader } from '../wire/record-batch.js';
import { scanLog } from './log-scan.js';
import type { Partition } from './partition.js';
import type { CleanupPolicy } from './topic-config.js';

/** Batches that one commit removes at most. */
const maxRemoved = 2_000;

/** Offset after the oldest batches whose latest record is older than `beforeMs`. */
const endOfOlder = async (store: Store, partition: Partition, beforeMs: number): Promise<number> => {
  const { place, logStart: from, lastStable: to } = partition;
  let end = from;
  for await (const slice of scanLog(store, { place, from, to })) {
    for (const { batch } of slice) {
      const { maxTimestamp, lastOffset } = readBatchHeader(batch);
      if (maxTimestamp >= beforeMs || lastOffset >= to) return end;
      end = lastOffset + 1;
    }
  }
  return end;
};

/** Offset after the oldest batches that can go with at least `keptBytes` left. */
const endOfSurplus = async (store: Store, partition: Partition, keptBytes: number): Promise<number> => {
  const { place, logStart: from, highWatermark, lastStable } = partition;
  const sizes: { end: number; bytes: number }[] = [];
  let total = 0;
  for await (const slice of scanLog(store, { place, from, to: highWatermark })) {
    for (const { batch } of slice) {
      sizes.push({ end: readBatchHeader(batch).lastOffset + 1, bytes: batch.length });
      total += batch.length;
    }
  }
  let start = from;
  for (const { end, bytes } of sizes) {
    if (total - bytes < keptBytes || end > lastStable) break;
    total -= bytes;
    start = end;
  }
  return start;
};

/**
 * Removes the oldest batches of a partition that are past its retention by time or by size, in whole batches (Kafka
 * removes whole segments, and so keeps more). What belongs to an open transaction stays. Resolves when it is synced.
 */
export const applyRetention = async (
  store: Store,
  partition: Partition,
  policy: CleanupPolicy,
  nowMs: number,
): Promise<void> => {
  if (!policy.isDeleted || partition.logStart >= partition.lastStable) return;
  const byTime = policy.retentionMs < 0 ? 0 : await endOfOlder(store, partition, nowMs - policy.retentionMs);
  const bySize = policy.retentionBytes < 0 ? 0 : await endOfSurplus(store, partition, policy.retentionBytes);
  const target = Math.max(byTime, bySize);
  while (!partition.isDeleted && partition.logStart < target) {
    store.continueOrThrow();
    const removed = partition.deleteBefore(target, store, maxRemoved);
    await store.commit(removed.writes);
    removed.publish();
  }
};
