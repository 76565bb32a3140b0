import { describe, expect, test } from '@jest/globals';
import { decideWrite, type ExpectedRevision, type WriteDecision } from './expected-revision.js';

interface Case {
  readonly name: string;
  readonly expected: ExpectedRevision;
  readonly ids?: readonly string[];
  /** The ids in the stream, by revision. */
  readonly written?: readonly string[];
  /** The ids that the bounded memory still knows; all of them unless said. */
  readonly remembered?: readonly string[];
  readonly softDeleted?: boolean;
  readonly tombstoned?: boolean;
  readonly hasMetadata?: boolean;
  readonly decision: WriteDecision;
}

const write: WriteDecision = { kind: 'write' };
const wrong: WriteDecision = { kind: 'wrong-expected-revision' };
const deleted: WriteDecision = { kind: 'stream-deleted' };
const already = (lastRevision: number): WriteDecision => ({ kind: 'already-written', lastRevision });

const cases: readonly Case[] = [
  { name: 'any writes to a new stream', expected: 'any', decision: write },
  { name: 'any writes a new event', expected: 'any', written: ['a'], ids: ['b'], decision: write },
  {
    name: 'any answers known ids with the first result',
    expected: 'any',
    written: ['a', 'b', 'c'],
    ids: ['a', 'b'],
    decision: already(1),
  },
  {
    name: 'any refuses known ids followed by new ones',
    expected: 'any',
    written: ['a'],
    ids: ['a', 'b'],
    decision: wrong,
  },
  {
    name: 'any writes again what the bounded memory forgot',
    expected: 'any',
    written: ['a'],
    remembered: [],
    ids: ['a'],
    decision: write,
  },
  { name: 'stream_exists refuses a stream that does not exist', expected: 'stream_exists', decision: wrong },
  {
    name: 'stream_exists is met by metadata alone',
    expected: 'stream_exists',
    hasMetadata: true,
    decision: write,
  },
  {
    name: 'stream_exists answers known ids with the first result',
    expected: 'stream_exists',
    written: ['a', 'b'],
    ids: ['b'],
    decision: already(1),
  },
  {
    name: 'stream_exists refuses known ids followed by new ones',
    expected: 'stream_exists',
    written: ['a'],
    ids: ['a', 'b'],
    decision: wrong,
  },
  {
    name: 'stream_exists finds a soft-deleted stream deleted',
    expected: 'stream_exists',
    written: ['a'],
    softDeleted: true,
    decision: deleted,
  },
  { name: 'no_stream writes to a new stream', expected: 'no_stream', ids: ['a'], decision: write },
  {
    name: 'no_stream refuses a stream with other events',
    expected: 'no_stream',
    written: ['a'],
    ids: ['b'],
    decision: wrong,
  },
  {
    name: 'no_stream answers the ids at the first revisions with the first result',
    expected: 'no_stream',
    written: ['a', 'b', 'c'],
    remembered: [],
    ids: ['a', 'b'],
    decision: already(1),
  },
  {
    name: 'no_stream refuses ids of which only the first are there',
    expected: 'no_stream',
    written: ['a', 'b'],
    ids: ['a', 'x'],
    decision: wrong,
  },
  {
    name: 'no_stream is accepted on a soft-deleted stream',
    expected: 'no_stream',
    written: ['a'],
    softDeleted: true,
    ids: ['b'],
    decision: write,
  },
  {
    name: 'an explicit revision writes behind the last event',
    expected: 0n,
    written: ['a'],
    ids: ['b'],
    decision: write,
  },
  {
    name: 'an explicit revision beyond the last event is refused',
    expected: 5n,
    written: ['a'],
    ids: ['b'],
    decision: wrong,
  },
  {
    name: 'an explicit revision compares ids at those revisions',
    expected: 0n,
    written: ['a', 'b', 'c'],
    remembered: [],
    ids: ['b', 'c'],
    decision: already(2),
  },
  {
    name: 'an explicit revision refuses the ids of other revisions',
    expected: 0n,
    written: ['a', 'b', 'c'],
    ids: ['c'],
    decision: wrong,
  },
  {
    name: 'an explicit revision refuses a retry that goes on beyond what is written',
    expected: 0n,
    written: ['a', 'b'],
    ids: ['b', 'c'],
    decision: wrong,
  },
  {
    name: 'a tombstoned stream takes nothing more',
    expected: 'any',
    written: ['a'],
    tombstoned: true,
    ids: ['b'],
    decision: deleted,
  },
  {
    name: 'a revision beyond what a double holds is not rounded',
    expected: 9007199254740993n,
    written: ['a'],
    ids: ['b'],
    decision: wrong,
  },
];

describe('the expected revision', () => {
  test.each(cases)(
    '$name',
    ({ expected, ids = [], written = [], remembered = written, decision, ...state }) => {
      const answer = decideWrite({
        kind: 'append',
        expected,
        eventIds: ids,
        stream: {
          lastRevision: written.length - 1,
          softDeleted: state.softDeleted ?? false,
          tombstoned: state.tombstoned ?? false,
          hasMetadata: state.hasMetadata ?? false,
        },
        recentRevisionOf: (id) => (remembered.includes(id) ? written.indexOf(id) : undefined),
        eventIdAt: (revision) => written[revision],
      });
      expect(answer).toEqual(decision);
    },
  );
});
