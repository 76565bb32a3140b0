/** What an append, delete or tombstone demands of the stream's last revision before it writes. */
export type ExpectedRevision = 'any' | 'no_stream' | 'stream_exists' | bigint;

/** What the decision needs to know of a stream. Revisions count from 0; −1 stands for 'no event was ever written'. */
export interface StreamState {
  readonly lastRevision: number;
  readonly tombstoned: boolean;
  readonly softDeleted: boolean;
  readonly hasMetadata: boolean;
}

export interface WriteQuestion {
  readonly kind: 'append' | 'delete' | 'tombstone';
  readonly expected: ExpectedRevision;
  /** The event ids in the order of the write: of a delete or tombstone the new one that it would write. */
  readonly eventIds: readonly string[];
  readonly stream: StreamState;
  /** The revision in this stream of a recently written event id, from a bounded memory. */
  readonly recentRevisionOf: (eventId: string) => number | undefined;
  /** The id of the event written at a revision, whether or not it may still be read. */
  readonly eventIdAt: (revision: number) => string | undefined;
}

export type WriteDecision =
  | { readonly kind: 'write' }
  | { readonly kind: 'already-written'; readonly lastRevision: number }
  | { readonly kind: 'wrong-expected-revision' }
  | { readonly kind: 'stream-deleted' };

const write: WriteDecision = { kind: 'write' };
const wrong: WriteDecision = { kind: 'wrong-expected-revision' };
const deleted: WriteDecision = { kind: 'stream-deleted' };

/**
 * Decides whether a write goes ahead, by the rules of EventStoreDB's index writer (`CheckCommit`).
 * A retry of what is written already is answered with the first result; a retry that adds or changes events is refused.
 * A delete needs events or metadata to hide, whatever it expects; a tombstone does not.
 */
export function decideWrite(question: WriteQuestion): WriteDecision {
  const { kind, expected, stream } = question;
  if (stream.tombstoned) return deleted;
  if (kind === 'delete' && stream.lastRevision < 0 && !stream.hasMetadata) return wrong;
  if (expected === 'stream_exists') {
    if (stream.softDeleted) return deleted;
    if (stream.lastRevision < 0 && !stream.hasMetadata) return wrong;
  }
  if (expected === 'any' || expected === 'stream_exists') return decideByRecentIds(question);
  const expectedLast = expected === 'no_stream' ? -1n : expected;
  const actualLast = BigInt(stream.lastRevision);
  if (expectedLast === actualLast) return write;
  return expectedLast > actualLast ? wrong : decideByIdsAtRevisions(question, Number(expectedLast) + 1);
}

function decideByRecentIds({ eventIds, recentRevisionOf }: WriteQuestion): WriteDecision {
  let last = -1;
  for (const [index, id] of eventIds.entries()) {
    const revision = recentRevisionOf(id);
    if (revision === undefined) return index === 0 ? write : wrong;
    last = revision;
  }
  return eventIds.length === 0 ? write : { kind: 'already-written', lastRevision: last };
}

function decideByIdsAtRevisions(question: WriteQuestion, firstRevision: number): WriteDecision {
  const { eventIds, eventIdAt, expected, stream } = question;
  const recreates = expected === 'no_stream' && stream.softDeleted;
  for (const [index, id] of eventIds.entries()) {
    if (eventIdAt(firstRevision + index) === id) continue;
    return index === 0 && recreates ? write : wrong;
  }
  if (eventIds.length === 0) return wrong;
  return { kind: 'already-written', lastRevision: firstRevision + eventIds.length - 1 };
}
