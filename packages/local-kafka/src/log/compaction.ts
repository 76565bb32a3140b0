import { createHash } from 'node:crypto';
import { logKey } from '../storage/log-key.js';
import type { Store, Write } from '../storage/store.js';
import { MalformedFrame } from '../wire/reader.js';
import { isIntact, readBatchHeader } from '../wire/record-batch.js';
import { readRecords, rewriteBatch, type StoredRecord } from '../wire/records.js';
import { bytesIn, type LogBatch, lastBatchAt, scanLog } from './log-scan.js';
import type { Partition } from './partition.js';
import type { CleanupPolicy } from './topic-config.js';

/** Keys that one pass remembers, which bounds its memory to some 100 MB; what is beyond waits for the next pass. */
const maxKeys = 500_000;

/** The latest offset of each key. */
type LatestOffsets = Map<string, number>;

/** Long keys are held by their digest. */
const nameOf = (key: Buffer): string =>
  key.length <= 32 ? `=${key.toString('latin1')}` : createHash('sha256').update(key).digest('base64');

/** Null where the batch can't be taken apart: then all of it stays. */
const recordsOf = (batch: Buffer): StoredRecord[] | null => {
  try {
    return isIntact(batch) ? readRecords(batch) : null;
  } catch (error) {
    if (error instanceof MalformedFrame) return null;
    throw error;
  }
};

/** What becomes of one stored batch. */
export type Verdict = { kind: 'keep' } | { kind: 'remove' } | { kind: 'rewrite'; batch: Buffer };

export interface CompactionTerms {
  latest: LatestOffsets;
  nowMs: number;
  deleteRetentionMs: number;
  isAborted(producerId: number, offset: number): boolean;
}

/**
 * Decides on one batch: a record stays if it is the latest of its key. A tombstone stays for `deleteRetentionMs` after
 * the pass that first meets it, so that readers who follow see it. Records of aborted transactions and markers go.
 */
export const judgeForCompaction = (batch: Buffer, terms: CompactionTerms): Verdict => {
  const header = readBatchHeader(batch);
  if (header.isControl) return { kind: 'remove' };
  if (header.isTransactional && terms.isAborted(header.producerId, header.baseOffset))
    return { kind: 'remove' };
  const records = recordsOf(batch);
  if (records === null) return { kind: 'keep' };
  const horizonMs = header.hasDeleteHorizon ? header.firstTimestamp : null;
  const isOver = horizonMs !== null && horizonMs <= terms.nowMs;
  const kept = records.filter(({ key, offset, isTombstone }) => {
    if (key === null) return true;
    return offset >= (terms.latest.get(nameOf(key)) ?? offset) && !(isTombstone && isOver);
  });
  if (kept.length === 0) return { kind: 'remove' };
  const isFirstMet = horizonMs === null && kept.some((it) => it.isTombstone);
  if (kept.length === records.length && !isFirstMet) return { kind: 'keep' };
  const newHorizonMs = isFirstMet ? terms.nowMs + terms.deleteRetentionMs : horizonMs;
  return { kind: 'rewrite', batch: rewriteBatch(batch, kept, newHorizonMs) };
};

/** End of what may be compacted: not the last batch, no open transaction, nothing younger than the lag. */
const cleanableEnd = async (
  store: Store,
  partition: Partition,
  { policy, nowMs }: { policy: CleanupPolicy; nowMs: number },
): Promise<number> => {
  const { place, cleanedTo, lastStable } = partition;
  const end = Math.min(lastStable, lastBatchAt(store, place) ?? 0);
  if (policy.minCompactionLagMs === 0) return end;
  for await (const slice of scanLog(store, { place, from: cleanedTo, to: end })) {
    const young = slice.find(
      (it) => readBatchHeader(it.batch).maxTimestamp > nowMs - policy.minCompactionLagMs,
    );
    if (young !== undefined) return young.baseOffset;
  }
  return end;
};

/** Whether the part that was never compacted is large enough, as a share of all of it. */
const isDirty = async (
  store: Store,
  partition: Partition,
  { end, minRatio }: { end: number; minRatio: number },
): Promise<boolean> => {
  const { place, logStart, cleanedTo } = partition;
  const dirty = await bytesIn(store, { place, from: cleanedTo, to: end });
  if (dirty === 0) return false;
  const clean = await bytesIn(store, { place, from: logStart, to: cleanedTo });
  return dirty / (dirty + clean) >= minRatio;
};

/** Whether a record of the dirty part has waited for longer than it may, so that the ratio does not count. */
const isOverdue = async (
  store: Store,
  partition: Partition,
  { end, beforeMs }: { end: number; beforeMs: number },
): Promise<boolean> => {
  if (beforeMs < 0) return false;
  for await (const slice of scanLog(store, { place: partition.place, from: partition.cleanedTo, to: end })) {
    if (slice.some((it) => readBatchHeader(it.batch).maxTimestamp < beforeMs)) return true;
  }
  return false;
};

/** The latest offset of each key in the dirty part, and where that part ends: before `end` where there are many keys. */
const findLatest = async (
  store: Store,
  partition: Partition,
  end: number,
): Promise<{ latest: LatestOffsets; end: number }> => {
  const latest: LatestOffsets = new Map();
  for await (const slice of scanLog(store, { place: partition.place, from: partition.cleanedTo, to: end })) {
    for (const { batch, baseOffset } of slice) {
      if (latest.size >= maxKeys) return { latest, end: baseOffset };
      const { isControl, isTransactional, producerId } = readBatchHeader(batch);
      if (isControl || (isTransactional && partition.isAborted(producerId, baseOffset))) continue;
      for (const { key, offset } of recordsOf(batch) ?? []) {
        if (key !== null) latest.set(nameOf(key), offset);
      }
    }
  }
  return { latest, end };
};

/** Stages one slice. It was read in this very turn, so that nobody can have changed it since but by deleting. */
const stageSlice = (slice: LogBatch[], partition: Partition, terms: CompactionTerms) => {
  const { topicId, index } = partition.place;
  const writes: Write[] = [];
  const markers: number[] = [];
  for (const { batch, baseOffset } of slice) {
    if (baseOffset < partition.logStart) continue;
    const verdict = judgeForCompaction(batch, terms);
    const key = logKey(topicId, index, baseOffset);
    if (verdict.kind === 'remove') writes.push({ table: 'log', key });
    if (verdict.kind === 'rewrite') writes.push({ table: 'log', key, value: verdict.batch });
    if (verdict.kind === 'remove' && readBatchHeader(batch).isControl) markers.push(baseOffset);
  }
  const forgotten = partition.stageForgotten(markers);
  return { writes: [...writes, ...forgotten.writes], publish: forgotten.publish };
};

/**
 * Compacts one partition, if enough of it is dirty: of each key only the latest record is left, offsets stay what they
 * were. Each slice is one commit, so that a crash leaves a log that is compacted up to somewhere, and whole.
 */
export const compact = async (
  store: Store,
  partition: Partition,
  policy: CleanupPolicy,
  nowMs: number,
): Promise<void> => {
  if (!policy.isCompacted) return;
  const cleanable = await cleanableEnd(store, partition, { policy, nowMs });
  if (cleanable <= partition.cleanedTo) return;
  const beforeMs = nowMs - policy.maxCompactionLagMs;
  const mustCompact =
    (await isDirty(store, partition, { end: cleanable, minRatio: policy.minDirtyRatio })) ||
    (await isOverdue(store, partition, { end: cleanable, beforeMs }));
  if (!mustCompact) return;
  const { latest, end } = await findLatest(store, partition, cleanable);
  const terms: CompactionTerms = {
    latest,
    nowMs,
    deleteRetentionMs: policy.deleteRetentionMs,
    isAborted: (producerId, offset) => partition.isAborted(producerId, offset),
  };
  for await (const slice of scanLog(store, { place: partition.place, from: partition.logStart, to: end })) {
    if (partition.isDeleted) return;
    const staged = stageSlice(slice, partition, terms);
    await store.commit(staged.writes);
    staged.publish();
    partition.recent.forget();
  }
  if (!partition.isDeleted) await store.commit([partition.stageCleaned(end)]);
};
