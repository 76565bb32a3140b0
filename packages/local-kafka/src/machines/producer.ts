import { ErrorCode } from '../wire/error-code.js';

/** What a partition remembers of one producer. */
export interface ProducerState {
  epoch: number;
  /** The latest batches of this epoch, oldest first, at most five: that is how many a producer may have under way. */
  batches: { firstSequence: number; lastSequence: number; baseOffset: number }[];
  /** Offset of the first batch of the open transaction on this partition. */
  openSince: number | null;
}

export interface ArrivingBatch {
  epoch: number;
  baseSequence: number;
  recordCount: number;
  isTransactional: boolean;
  /** Where it would be stored. */
  baseOffset: number;
}

export type BatchVerdict =
  | { kind: 'append'; state: ProducerState }
  | { kind: 'duplicate'; baseOffset: number }
  | { kind: 'reject'; code: ErrorCode };

const rememberedBatches = 5;
const sequenceCount = 0x8000_0000;

const reject = (code: ErrorCode): BatchVerdict => ({ kind: 'reject', code });

const isNext = (state: ProducerState | undefined, batch: ArrivingBatch): boolean => {
  if (state === undefined) return true;
  if (batch.epoch > state.epoch) return batch.baseSequence === 0;
  const latest = state.batches.at(-1);
  return batch.baseSequence === (latest === undefined ? 0 : (latest.lastSequence + 1) % sequenceCount);
};

/**
 * Decides on a batch of an idempotent or transactional producer: stored before, in sequence, or refused. A producer
 * that this partition does not know may start with any sequence, as in Apache Kafka (its records may be deleted).
 */
export const judgeBatch = (state: ProducerState | undefined, batch: ArrivingBatch): BatchVerdict => {
  if (state !== undefined && batch.epoch < state.epoch) return reject(ErrorCode.invalidProducerEpoch);
  const lastSequence = (batch.baseSequence + batch.recordCount - 1) % sequenceCount;
  const isSameEpoch = state?.epoch === batch.epoch;
  const known = isSameEpoch
    ? state?.batches.find((it) => it.firstSequence === batch.baseSequence && it.lastSequence === lastSequence)
    : undefined;
  if (known !== undefined) return { kind: 'duplicate', baseOffset: known.baseOffset };
  if (!isNext(state, batch)) return reject(ErrorCode.outOfOrderSequence);
  const openSince = state?.openSince ?? null;
  if (openSince !== null && !batch.isTransactional) return reject(ErrorCode.invalidTxnState);
  const stored = { firstSequence: batch.baseSequence, lastSequence, baseOffset: batch.baseOffset };
  return {
    kind: 'append',
    state: {
      epoch: batch.epoch,
      batches: [...(isSameEpoch ? (state?.batches ?? []) : []), stored].slice(-rememberedBatches),
      openSince: openSince ?? (batch.isTransactional ? batch.baseOffset : null),
    },
  };
};

/**
 * The producer after a transaction marker. A marker of a higher epoch forgets the sequences: the next producer starts
 * again at 0, and its first batch must not be taken for an old one.
 */
export const afterMarker = (state: ProducerState | undefined, epoch: number): ProducerState => ({
  epoch,
  batches: state?.epoch === epoch ? state.batches : [],
  openSince: null,
});
