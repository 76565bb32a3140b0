import { appendBytesOf } from '../rules/append-size.js';
import type { ExpectedRevision } from '../rules/expected-revision.js';
import { refusalOfStreamName } from '../rules/stream-name.js';
import type { ProposedEvent } from '../storage/write-command.js';
import type { BatchOutcome } from '../wire/batch-responses.js';

/** The refusals that come before anything is written. */
export type Refusal = Extract<BatchOutcome, { kind: 'too-large' | 'invalid' }>;

/** One correlation id's append while its parts arrive. Once answered, what still arrives of it is thrown away. */
export class PendingAppend {
  readonly correlationId: string;
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly deadlineMs: number;
  readonly maxBytes: number;
  readonly events: ProposedEvent[] = [];
  answered = false;
  deadlineTimer: NodeJS.Timeout | undefined;
  #bytes = 0;

  constructor(start: {
    correlationId: string;
    stream: string;
    expected: ExpectedRevision;
    deadlineMs: number;
    maxBytes: number;
  }) {
    this.correlationId = start.correlationId;
    this.stream = start.stream;
    this.expected = start.expected;
    this.deadlineMs = start.deadlineMs;
    this.maxBytes = start.maxBytes;
  }

  /** How large it is so far, as the limit counts it. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Why the stream can't be written to, whatever the events are. */
  refusalOfStream(): Refusal | undefined {
    const reason = refusalOfStreamName(this.stream);
    return reason === undefined ? undefined : { kind: 'invalid', reason };
  }

  /** Adds one event; returns why the append as a whole is refused, where it now is. */
  add(event: ProposedEvent): Refusal | undefined {
    this.#bytes += appendBytesOf(event);
    if (this.#bytes > this.maxBytes) {
      this.events.length = 0;
      return { kind: 'too-large' };
    }
    this.events.push(event);
    return undefined;
  }
}
