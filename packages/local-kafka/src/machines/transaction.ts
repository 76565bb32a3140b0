import { ErrorCode } from '../wire/error-code.js';

export interface PendingOffset {
  group: string;
  topic: string;
  partition: number;
  offset: number;
  leaderEpoch: number;
  metadata: string;
}

/** A transactional id, and its latest transaction. */
export interface TransactionState {
  producerId: number;
  epoch: number;
  /** The epoch that a producer raised itself, or that ran out of time: whoever names it gets the current one. */
  previousEpoch?: number;
  timeoutMs: number;
  status: 'empty' | 'ongoing' | 'committed' | 'aborted';
  /** Milliseconds since 1970 of the first partition or group of the ongoing transaction. */
  startedAtMs: number;
  partitions: { topic: string; partition: number }[];
  groups: string[];
  offsets: PendingOffset[];
}

export type TransactionEvent =
  | {
      type: 'add-partitions';
      producer: ProducerIdentity;
      partitions: { topic: string; partition: number }[];
      nowMs: number;
    }
  | { type: 'add-group'; producer: ProducerIdentity; group: string; nowMs: number }
  | { type: 'add-offsets'; producer: ProducerIdentity; offsets: PendingOffset[] }
  | { type: 'end'; producer: ProducerIdentity; commit: boolean };

export interface ProducerIdentity {
  producerId: number;
  epoch: number;
}

/** Markers and offsets to write, in one piece with the new state. */
export interface Ending {
  commit: boolean;
  producerId: number;
  epoch: number;
  partitions: { topic: string; partition: number }[];
  offsets: PendingOffset[];
}

export type TransactionOutcome =
  | { kind: 'ok'; state: TransactionState; ending: Ending | null }
  | { kind: 'error'; code: ErrorCode };

const maxEpoch = 0x7fff;
const idle = { startedAtMs: 0, partitions: [], groups: [], offsets: [] };

const error = (code: ErrorCode): TransactionOutcome => ({ kind: 'error', code });
const ok = (state: TransactionState, ending: Ending | null = null): TransactionOutcome => ({
  kind: 'ok',
  state,
  ending,
});

const endingOf = (state: TransactionState, commit: boolean, epoch = state.epoch): Ending => ({
  commit,
  producerId: state.producerId,
  epoch,
  partitions: state.partitions,
  offsets: commit ? state.offsets : [],
});

/** Whether an offset is for another place than all of these: the latest for a place is the one that counts. */
const isOther = (offsets: PendingOffset[]) => (it: PendingOffset) =>
  !offsets.some((o) => o.group === it.group && o.topic === it.topic && o.partition === it.partition);

/** The ongoing transaction, begun now where there is none. */
const begun = (state: TransactionState, nowMs: number): TransactionState =>
  state.status === 'ongoing' ? state : { ...state, ...idle, status: 'ongoing', startedAtMs: nowMs };

const ended = (state: TransactionState, commit: boolean): TransactionOutcome => {
  const status = commit ? 'committed' : 'aborted';
  if (state.status === 'ongoing') return ok({ ...state, ...idle, status }, endingOf(state, commit));
  // The answer to the first attempt was lost: the same wish again is granted, the opposite is not.
  return state.status === status ? ok(state) : error(ErrorCode.invalidTxnState);
};

/** Decides on a request of a transactional producer. Whoever comes with an old epoch is fenced. */
export const transact = (
  state: TransactionState | undefined,
  event: TransactionEvent,
): TransactionOutcome => {
  if (state === undefined || state.producerId !== event.producer.producerId) {
    return error(ErrorCode.invalidProducerIdMapping);
  }
  if (state.epoch !== event.producer.epoch) return error(ErrorCode.invalidProducerEpoch);
  switch (event.type) {
    case 'add-partitions': {
      const next = begun(state, event.nowMs);
      const isNew = (it: { topic: string; partition: number }) =>
        !next.partitions.some((known) => known.topic === it.topic && known.partition === it.partition);
      return ok({ ...next, partitions: [...next.partitions, ...event.partitions.filter(isNew)] });
    }
    case 'add-group': {
      const next = begun(state, event.nowMs);
      return ok({ ...next, groups: [...new Set([...next.groups, event.group])] });
    }
    case 'add-offsets':
      if (state.status !== 'ongoing') return error(ErrorCode.invalidTxnState);
      if (event.offsets.some((it) => !state.groups.includes(it.group)))
        return error(ErrorCode.invalidTxnState);
      return ok({ ...state, offsets: [...state.offsets.filter(isOther(event.offsets)), ...event.offsets] });
    case 'end':
      return ended(state, event.commit);
  }
};

/**
 * What becomes of a producer that names its identity to get a higher epoch (KIP-360): it is raised, or told the epoch
 * that it was raised to already (that answer was lost, or its transaction timed out), or refused as fenced.
 */
export const judgeRaise = (
  state: TransactionState | undefined,
  current: ProducerIdentity,
): 'raise' | 'repeat' | 'refuse' => {
  if (state === undefined || state.producerId !== current.producerId) return 'refuse';
  if (state.epoch === current.epoch) return 'raise';
  return state.previousEpoch === current.epoch ? 'repeat' : 'refuse';
};

/**
 * A producer (re)starts under its transactional id: an older one is fenced by a higher epoch, and what it left open
 * is aborted with that epoch. When the epochs are used up, it gets the new producer id.
 */
export const initialise = (
  state: TransactionState | undefined,
  fresh: { producerId: number; timeoutMs: number; isRaise?: boolean },
): { state: TransactionState; ending: Ending | null } => {
  const empty = { ...idle, timeoutMs: fresh.timeoutMs, status: 'empty' as const };
  if (state === undefined)
    return { state: { ...empty, producerId: fresh.producerId, epoch: 0 }, ending: null };
  const epoch = Math.min(state.epoch + 1, maxEpoch);
  const ending = state.status === 'ongoing' ? endingOf(state, false, epoch) : null;
  const isUsedUp = state.epoch + 1 >= maxEpoch;
  return {
    state: isUsedUp
      ? { ...empty, producerId: fresh.producerId, epoch: 0 }
      : {
          ...empty,
          producerId: state.producerId,
          epoch,
          ...(fresh.isRaise && { previousEpoch: state.epoch }),
        },
    ending,
  };
};

/** The transaction ran out of time: it is aborted, and its producer is fenced. */
export const expire = (state: TransactionState): { state: TransactionState; ending: Ending } => {
  const epoch = Math.min(state.epoch + 1, maxEpoch);
  return {
    state: { ...state, ...idle, epoch, previousEpoch: state.epoch, status: 'aborted' },
    ending: endingOf(state, false, epoch),
  };
};
