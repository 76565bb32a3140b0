import type { ReadBuffers } from '../server/read-memory.js';
import type { Store } from '../storage/store.js';
import { ErrorCode } from '../wire/error-code.js';
import { checkLeaderEpoch } from './leader-epoch.js';
import { readBatches } from './log-reader.js';
import type { Partition } from './partition.js';
import type { AbortedTransaction } from './partition-records.js';

export interface Wanted {
  index: number;
  offset: number;
  maxBytes: number;
  leaderEpoch: number;
  /** Undefined where it does not exist; `absentCode` is the answer then. */
  partition: Partition | undefined;
  absentCode: ErrorCode;
}

export interface Gathered {
  index: number;
  code: number;
  highWatermark: number;
  lastStableOffset: number;
  logStartOffset: number;
  aborted: AbortedTransaction[] | null;
  preferredReadReplica: number;
  records: Buffer[];
}

export interface LogSource {
  store: Store;
  /** Takes a fault that no client is to blame for. */
  report(error: unknown): void;
}

interface Limits {
  maxBytes: number;
  isCommittedOnly: boolean;
  /** What is read from the disk is read into these. */
  buffers: ReadBuffers;
}

const corruption = ({ place }: Partition, offset: number): Error =>
  new Error(
    `the stored batch at offset ${offset} of partition ${place.index} of topic ${place.topicId} is corrupt`,
  );

let turn = 0;

/**
 * Reads from all partitions until `maxBytes` are full. The first batch found is taken whatever its size, so that a
 * reader always gets on; each call begins at another partition, so that a full one does not starve the others.
 */
export const gather = ({ store, report }: LogSource, wanted: Wanted[], limits: Limits) => {
  const results = new Array<Gathered>(wanted.length);
  let bytes = 0;
  turn = (turn + 1) % 0x4000_0000;
  for (let step = 0; step < wanted.length; step += 1) {
    const position = (turn + step) % wanted.length;
    const result = gatherOne(
      { store, report },
      wanted[position]!,
      { ...limits, maxBytes: limits.maxBytes - bytes },
      bytes === 0,
    );
    results[position] = result;
    bytes += result.records.reduce((sum, it) => sum + it.length, 0);
  }
  return { results, bytes, hasError: results.some((it) => it.code !== ErrorCode.none) };
};

const gatherOne = (
  { store, report }: LogSource,
  wanted: Wanted,
  limits: Limits,
  atLeastOne: boolean,
): Gathered => {
  const { partition, offset, index } = wanted;
  const result: Gathered = {
    index,
    code: ErrorCode.none,
    highWatermark: -1,
    lastStableOffset: -1,
    logStartOffset: -1,
    aborted: null,
    preferredReadReplica: -1,
    records: [],
  };
  if (partition === undefined || partition.isDeleted) return { ...result, code: wanted.absentCode };
  const refusal = checkLeaderEpoch(wanted.leaderEpoch);
  if (refusal !== ErrorCode.none) return { ...result, code: refusal };
  const { highWatermark, lastStable, logStart } = partition;
  const known = { ...result, highWatermark, lastStableOffset: lastStable, logStartOffset: logStart };
  if (offset < logStart || offset > highWatermark) return { ...known, code: ErrorCode.offsetOutOfRange };
  const range = {
    from: offset,
    upTo: limits.isCommittedOnly ? lastStable : highWatermark,
    maxBytes: Math.min(wanted.maxBytes, limits.maxBytes),
    atLeastOne,
  };
  const recent = partition.recent.read(range);
  const read = recent.bytes > 0 ? recent : readBatches(store, partition, range, limits.buffers);
  const { pieces: records, bytes, end, corruptAt } = read;
  if (corruptAt !== null && bytes === 0) {
    if (partition.isNewCorruption(corruptAt)) report(corruption(partition, corruptAt));
    return { ...known, code: ErrorCode.corruptMessage };
  }
  if (!limits.isCommittedOnly) return { ...known, records };
  return { ...known, records, aborted: partition.abortedWithin(offset, end) };
};
