import { expect, test } from '@jest/globals';
import {
  decideWrite,
  type ExpectedRevision,
  type StreamState,
  type WriteDecision,
} from './expected-revision.js';

const missing: StreamState = { lastRevision: -1, tombstoned: false, softDeleted: false, hasMetadata: false };
const states = {
  'was never there': missing,
  'has metadata alone': { ...missing, hasMetadata: true },
  'has two events': { ...missing, lastRevision: 1 },
  'is deleted': { ...missing, lastRevision: 1, softDeleted: true, hasMetadata: true },
  'has a tombstone': { ...missing, lastRevision: 1, tombstoned: true },
} as const;

type Case = readonly ['delete' | 'tombstone', ExpectedRevision, keyof typeof states, WriteDecision['kind']];

const cases: readonly Case[] = [
  ['delete', 'any', 'was never there', 'wrong-expected-revision'],
  ['delete', 'no_stream', 'was never there', 'wrong-expected-revision'],
  ['delete', 'stream_exists', 'was never there', 'wrong-expected-revision'],
  ['delete', 0n, 'was never there', 'wrong-expected-revision'],
  ['delete', 'any', 'has metadata alone', 'write'],
  ['delete', 'no_stream', 'has metadata alone', 'write'],
  ['delete', 'stream_exists', 'has metadata alone', 'write'],
  ['delete', 'any', 'has two events', 'write'],
  ['delete', 'stream_exists', 'has two events', 'write'],
  ['delete', 1n, 'has two events', 'write'],
  ['delete', 0n, 'has two events', 'wrong-expected-revision'],
  ['delete', 2n, 'has two events', 'wrong-expected-revision'],
  ['delete', 'no_stream', 'has two events', 'wrong-expected-revision'],
  ['delete', 'any', 'is deleted', 'write'],
  ['delete', 'no_stream', 'is deleted', 'write'],
  ['delete', 1n, 'is deleted', 'write'],
  ['delete', 'stream_exists', 'is deleted', 'stream-deleted'],
  ['delete', 'any', 'has a tombstone', 'stream-deleted'],
  ['tombstone', 'any', 'was never there', 'write'],
  ['tombstone', 'no_stream', 'was never there', 'write'],
  ['tombstone', 0n, 'was never there', 'wrong-expected-revision'],
  ['tombstone', 'any', 'is deleted', 'write'],
  ['tombstone', 'any', 'has a tombstone', 'stream-deleted'],
];

test.each(cases)('a %s that expects %s of a stream that %s ends in %s', (kind, expected, state, decision) => {
  const answer = decideWrite({
    kind,
    expected,
    eventIds: ['new'],
    stream: states[state],
    recentRevisionOf: () => undefined,
    eventIdAt: (revision) => (revision <= states[state].lastRevision ? 'written' : undefined),
  });
  expect(answer.kind).toBe(decision);
});
