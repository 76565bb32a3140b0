import type { ExpectedRevision } from '../rules/expected-revision.js';

export interface ProposedEvent {
  /** A UUID in lower case with dashes. */
  readonly id: string;
  readonly type: string;
  readonly isJson: boolean;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

/** Something to write. `append` adds events, `delete` hides the stream until it is written to again, `tombstone` ends it. */
export type WriteCommand =
  | {
      readonly kind: 'append';
      readonly stream: string;
      readonly expected: ExpectedRevision;
      readonly events: readonly ProposedEvent[];
      /** Milliseconds since the Unix epoch after which nothing may be written any more. */
      readonly deadlineMs: number;
    }
  | { readonly kind: 'delete' | 'tombstone'; readonly stream: string; readonly expected: ExpectedRevision };

/** How a write ended. Revisions are −1 where the stream has no event. */
export type WriteOutcome =
  | { readonly kind: 'written'; readonly lastRevision: number; readonly position: number | undefined }
  | { readonly kind: 'wrong-expected-revision'; readonly lastRevision: number }
  | { readonly kind: 'stream-deleted' }
  | { readonly kind: 'deadline-passed' };
