import { describe, expect, test } from '@jest/globals';
import { ErrorCode } from '../wire/error-code.js';
import {
  expire,
  initialise,
  judgeRaise,
  type TransactionEvent,
  type TransactionState,
  transact,
} from './transaction.js';

const producer = { producerId: 7, epoch: 2 };
const place = { topic: 't', partition: 0 };
const offset = { group: 'g', topic: 't', partition: 0, offset: 5, leaderEpoch: -1, metadata: 'm' };

const empty: TransactionState = {
  ...producer,
  timeoutMs: 1_000,
  status: 'empty',
  startedAtMs: 0,
  partitions: [],
  groups: [],
  offsets: [],
};
const ongoing: TransactionState = {
  ...empty,
  status: 'ongoing',
  startedAtMs: 50,
  partitions: [place],
  groups: ['g'],
  offsets: [offset],
};

const addPartitions: TransactionEvent = { type: 'add-partitions', producer, partitions: [place], nowMs: 99 };
const end = (commit: boolean): TransactionEvent => ({ type: 'end', producer, commit });

describe('a request of a transactional producer', () => {
  test.each<[string, TransactionState | undefined, TransactionEvent, object]>([
    [
      'begins a transaction',
      empty,
      addPartitions,
      { state: { status: 'ongoing', startedAtMs: 99, partitions: [place] } },
    ],
    [
      'names a partition twice without harm',
      ongoing,
      addPartitions,
      { state: { startedAtMs: 50, partitions: [place] } },
    ],
    ['of an unknown id is refused', undefined, end(true), { code: ErrorCode.invalidProducerIdMapping }],
    [
      'of another producer id is refused',
      { ...empty, producerId: 8 },
      end(true),
      { code: ErrorCode.invalidProducerIdMapping },
    ],
    [
      'of an old epoch is fenced',
      { ...ongoing, epoch: 3 },
      end(true),
      { code: ErrorCode.invalidProducerEpoch },
    ],
    [
      'keeps offsets',
      { ...ongoing, offsets: [] },
      { type: 'add-offsets', producer, offsets: [offset] },
      { state: { offsets: [offset] } },
    ],
    [
      'keeps the latest offset of a place',
      ongoing,
      { type: 'add-offsets', producer, offsets: [{ ...offset, offset: 6 }] },
      { state: { offsets: [{ offset: 6 }] } },
    ],
    [
      'keeps no offsets of a group that was not added',
      { ...ongoing, groups: [] },
      { type: 'add-offsets', producer, offsets: [offset] },
      { code: ErrorCode.invalidTxnState },
    ],
    [
      'keeps no offsets outside of a transaction',
      empty,
      { type: 'add-offsets', producer, offsets: [offset] },
      { code: ErrorCode.invalidTxnState },
    ],
    [
      'commits',
      ongoing,
      end(true),
      {
        state: { status: 'committed', offsets: [] },
        ending: { commit: true, epoch: 2, partitions: [place], offsets: [offset] },
      },
    ],
    [
      'aborts without the offsets',
      ongoing,
      end(false),
      { state: { status: 'aborted' }, ending: { commit: false, partitions: [place], offsets: [] } },
    ],
    ['may repeat a commit', { ...empty, status: 'committed' }, end(true), { kind: 'ok', ending: null }],
    [
      'may not abort what is committed',
      { ...empty, status: 'committed' },
      end(false),
      { code: ErrorCode.invalidTxnState },
    ],
    ['may not end what has not begun', empty, end(true), { code: ErrorCode.invalidTxnState }],
  ])('%s', (_name, state, event, outcome) => {
    expect(transact(state, event)).toMatchObject(outcome);
  });
});

describe('a producer that starts', () => {
  const fresh = { producerId: 100, timeoutMs: 500 };

  test('gets a new id at first', () => {
    expect(initialise(undefined, fresh)).toMatchObject({
      state: { producerId: 100, epoch: 0, status: 'empty' },
      ending: null,
    });
  });

  test('fences the one before and aborts what it left open, with the new epoch', () => {
    expect(initialise(ongoing, fresh)).toMatchObject({
      state: { producerId: 7, epoch: 3, status: 'empty', timeoutMs: 500, partitions: [] },
      ending: { commit: false, epoch: 3, partitions: [place], offsets: [] },
    });
  });

  test('gets a new id when the epochs are used up', () => {
    expect(initialise({ ...ongoing, epoch: 32_766 }, fresh)).toMatchObject({
      state: { producerId: 100, epoch: 0 },
      ending: { producerId: 7, epoch: 32_767 },
    });
  });
});

test('a transaction that runs out of time is aborted and its producer fenced', () => {
  const { state, ending } = expire(ongoing);
  expect(state).toMatchObject({ status: 'aborted', epoch: 3, partitions: [] });
  expect(ending).toMatchObject({ commit: false, epoch: 3, partitions: [place] });
  expect(transact(state, end(true))).toEqual({ kind: 'error', code: ErrorCode.invalidProducerEpoch });
});

describe('a producer that asks for a higher epoch by naming its own', () => {
  const raised = initialise(empty, { producerId: 99, timeoutMs: 1_000, isRaise: true }).state;
  const { producerId, epoch } = empty;

  test.each<[string, TransactionState | undefined, { producerId: number; epoch: number }, string]>([
    ['is raised while it is the current one', empty, { producerId, epoch }, 'raise'],
    ['is told the same again when the answer was lost', raised, { producerId, epoch }, 'repeat'],
    ['goes on after its transaction timed out', expire(ongoing).state, { producerId, epoch }, 'repeat'],
    [
      'is refused when another took over',
      initialise(empty, { producerId: 99, timeoutMs: 1 }).state,
      { producerId, epoch },
      'refuse',
    ],
    ['is refused under another id', empty, { producerId: producerId + 1, epoch }, 'refuse'],
    ['is refused when nobody knows it', undefined, { producerId, epoch }, 'refuse'],
  ])('%s', (_name, state, current, verdict) => {
    expect(judgeRaise(state, current)).toBe(verdict);
  });
});
