import { describe, expect, test } from '@jest/globals';
import { ErrorCode } from '../wire/error-code.js';
import { type ArrivingBatch, afterMarker, judgeBatch, type ProducerState } from './producer.js';

const state: ProducerState = {
  epoch: 3,
  batches: [
    { firstSequence: 0, lastSequence: 9, baseOffset: 100 },
    { firstSequence: 10, lastSequence: 19, baseOffset: 110 },
  ],
  openSince: null,
};

const batch = (change: Partial<ArrivingBatch>): ArrivingBatch => ({
  epoch: 3,
  baseSequence: 20,
  recordCount: 10,
  isTransactional: false,
  baseOffset: 120,
  ...change,
});

describe('a batch of a known producer', () => {
  test.each<[string, Partial<ArrivingBatch>, object]>([
    ['in sequence is appended', {}, { kind: 'append' }],
    ['that was stored is a duplicate', { baseSequence: 0 }, { kind: 'duplicate', baseOffset: 100 }],
    ['with a gap is refused', { baseSequence: 21 }, { kind: 'reject', code: ErrorCode.outOfOrderSequence }],
    [
      'that overlaps is refused',
      { baseSequence: 10, recordCount: 5 },
      { kind: 'reject', code: ErrorCode.outOfOrderSequence },
    ],
    ['of an older epoch is fenced', { epoch: 2 }, { kind: 'reject', code: ErrorCode.invalidProducerEpoch }],
    ['of a newer epoch starts at 0', { epoch: 4, baseSequence: 0 }, { kind: 'append' }],
    [
      'of a newer epoch not from 0 is refused',
      { epoch: 4 },
      { kind: 'reject', code: ErrorCode.outOfOrderSequence },
    ],
  ])('%s', (_name, change, verdict) => {
    expect(judgeBatch(state, batch(change))).toMatchObject(verdict);
  });

  test('is remembered for five batches', () => {
    let now: ProducerState | undefined;
    for (let n = 0; n < 7; n += 1) {
      const verdict = judgeBatch(now, batch({ baseSequence: n * 10, baseOffset: n * 10 }));
      if (verdict.kind !== 'append') throw new Error(verdict.kind);
      now = verdict.state;
    }
    expect(now?.batches.map((it) => it.firstSequence)).toEqual([20, 30, 40, 50, 60]);
    expect(judgeBatch(now, batch({ baseSequence: 20 }))).toEqual({ kind: 'duplicate', baseOffset: 20 });
    expect(judgeBatch(now, batch({ baseSequence: 10 }))).toMatchObject({ kind: 'reject' });
  });

  test('goes on at 0 after the highest sequence', () => {
    const last = { firstSequence: 0x7fffffff, lastSequence: 0x7fffffff, baseOffset: 5 };
    expect(judgeBatch({ ...state, batches: [last] }, batch({ baseSequence: 0 }))).toMatchObject({
      kind: 'append',
    });
  });

  test('outside of its open transaction is refused', () => {
    expect(judgeBatch({ ...state, openSince: 7 }, batch({}))).toEqual({
      kind: 'reject',
      code: ErrorCode.invalidTxnState,
    });
  });
});

describe('a transaction', () => {
  test('begins on a partition with its first batch there', () => {
    const first = judgeBatch(state, batch({ isTransactional: true }));
    if (first.kind !== 'append') throw new Error(first.kind);
    expect(first.state.openSince).toBe(120);
    const second = judgeBatch(
      first.state,
      batch({ isTransactional: true, baseSequence: 30, baseOffset: 130 }),
    );
    expect(second).toMatchObject({ kind: 'append', state: { openSince: 120 } });
  });

  test('trap: a marker that bumps the epoch clears the sequences, so the next first batch is no duplicate', () => {
    const fenced = afterMarker({ ...state, openSince: 5 }, 4);
    expect(fenced).toEqual({ epoch: 4, batches: [], openSince: null });
    expect(judgeBatch(fenced, batch({ epoch: 4, baseSequence: 0 }))).toMatchObject({ kind: 'append' });
  });

  test('ends with the same epoch without losing its sequences', () => {
    expect(afterMarker({ ...state, openSince: 5 }, 3)).toEqual(state);
  });
});
