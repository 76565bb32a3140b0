import type { BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerDuplexStream } from '@grpc/grpc-js';
import type { Caller } from '../access/access-control.js';
import type { EventLog } from '../storage/event-log.js';
import { type BatchOutcome, batchResponse } from '../wire/batch-responses.js';
import { asCallError, type CallError, invalidArgument, tooMuchIncomplete } from '../wire/errors.js';
import {
  deadlineMsOf,
  expectedRevisionOf,
  proposedEventOf,
  streamNameOf,
  uuidTextOf,
} from '../wire/requests.js';
import type { CallContext } from './call-context.js';
import { PendingAppend, type Refusal } from './pending-append.js';

type BatchCall = ServerDuplexStream<BatchAppendReq, BatchAppendResp>;

/** A Node timer waits no longer than this. */
const longestTimerMs = 2 ** 31 - 1;

/** With more than this being written, a call is read no further, so that its client waits instead of filling the memory. */
const mostWritingBytes = 32 * 1024 * 1024;

/** A call whose appends without their last part hold more than this fails; each counts for a little, however small. */
const mostIncompleteBytes = 64 * 1024 * 1024;
const leastAppendBytes = 1024;

/**
 * `Streams/BatchAppend`: many appends over one call, each by its correlation id, answered in any order. The client has
 * no timer of its own here and fails on a second answer, so each append gets exactly one, at its deadline at the latest.
 */
export function createBatchAppend({ log, access, openCalls, maxAppendBytes }: CallContext) {
  return function batchAppend(call: BatchCall): void {
    const session = new BatchSession(call, {
      log,
      callerOf: () => access.callerOf(call.metadata),
      maxAppendBytes,
    });
    const forget = openCalls.add((reason) => session.fail(reason));
    call.on('data', (request: BatchAppendReq) => session.take(request));
    call.on('end', () => session.end());
    call.once('cancelled', () => session.close());
    call.once('close', () => {
      session.close();
      forget();
    });
  };
}

class BatchSession {
  readonly #call: BatchCall;
  readonly #log: EventLog;
  readonly #callerOf: () => Caller;
  readonly #maxAppendBytes: number;
  /** The appends whose last part has not come yet. */
  readonly #incomplete = new Map<string, PendingAppend>();
  readonly #unanswered = new Set<PendingAppend>();
  #incompleteBytes = 0;
  #writingBytes = 0;
  #closed = false;
  #clientEnded = false;

  constructor(
    call: BatchCall,
    { log, callerOf, maxAppendBytes }: { log: EventLog; callerOf: () => Caller; maxAppendBytes: number },
  ) {
    this.#call = call;
    this.#log = log;
    this.#callerOf = callerOf;
    this.#maxAppendBytes = maxAppendBytes;
  }

  take(request: BatchAppendReq): void {
    if (this.#closed) return;
    try {
      this.#takePart(request);
    } catch (fault) {
      this.fail(asCallError(fault));
    }
  }

  /** The client sends no more; the call ends when everything is answered. */
  end(): void {
    this.#clientEnded = true;
    this.#endWhenAnswered();
  }

  /** Ends the call with a status. */
  fail(reason: CallError): void {
    if (this.#closed) return;
    this.close();
    this.#call.emit('error', reason);
  }

  /** Forgets the appends; those that are being written are written all the same. */
  close(): void {
    this.#closed = true;
    for (const append of this.#unanswered) clearTimeout(append.deadlineTimer);
    this.#unanswered.clear();
    this.#incomplete.clear();
  }

  #takePart(request: BatchAppendReq): void {
    const correlationId = uuidTextOf(request.getCorrelationId());
    const append = this.#incomplete.get(correlationId) ?? this.#begin(correlationId, request);
    const bytesBefore = append.bytes;
    if (!append.answered) this.#addEvents(append, request);
    this.#incompleteBytes += append.bytes - bytesBefore;
    if (this.#incompleteBytes > mostIncompleteBytes) throw tooMuchIncomplete(mostIncompleteBytes);
    if (!request.getIsFinal()) return;
    this.#incomplete.delete(correlationId);
    this.#incompleteBytes -= append.bytes + leastAppendBytes;
    if (!append.answered) void this.#write(append);
  }

  #begin(correlationId: string, request: BatchAppendReq): PendingAppend {
    const options = request.getOptions();
    if (options === undefined) throw invalidArgument('A batch append begins with its options.');
    const append = new PendingAppend({
      correlationId,
      stream: streamNameOf(options.getStreamIdentifier()),
      expected: expectedRevisionOf(options),
      deadlineMs: deadlineMsOf(options),
      maxBytes: this.#maxAppendBytes,
    });
    this.#incomplete.set(correlationId, append);
    this.#incompleteBytes += leastAppendBytes;
    this.#unanswered.add(append);
    const mayWrite = this.#callerOf().may('write', append.stream);
    const refusal = mayWrite
      ? (append.refusalOfStream() ?? this.#watchDeadline(append))
      : ({ kind: 'access-denied' } as const);
    if (refusal !== undefined) this.#answer(append, refusal);
    return append;
  }

  /** A deadline that has passed already is the answer, whatever the events would have been refused for. */
  #watchDeadline(append: PendingAppend): BatchOutcome | undefined {
    if (append.deadlineMs === Number.POSITIVE_INFINITY) return undefined;
    const waitMs = append.deadlineMs - Date.now();
    if (waitMs <= 0) return { kind: 'deadline-passed' };
    const passed = () => this.#answer(append, { kind: 'deadline-passed' });
    append.deadlineTimer = setTimeout(passed, Math.min(waitMs, longestTimerMs));
    return undefined;
  }

  #addEvents(append: PendingAppend, request: BatchAppendReq): void {
    for (const message of request.getProposedMessagesList()) {
      const refusal = addEvent(append, message);
      if (refusal === undefined) continue;
      this.#answer(append, refusal);
      return;
    }
  }

  async #write(append: PendingAppend): Promise<void> {
    const { stream, expected, events, deadlineMs, bytes } = append;
    this.#writingBytes += bytes;
    if (this.#writingBytes > mostWritingBytes) this.#call.pause();
    try {
      this.#answer(append, await this.#log.write({ kind: 'append', stream, expected, events, deadlineMs }));
    } catch (fault) {
      const { code, details } = asCallError(fault);
      this.#answer(append, { kind: 'fault', code, reason: details });
    } finally {
      this.#writingBytes -= bytes;
      if (this.#writingBytes <= mostWritingBytes && this.#call.isPaused()) this.#call.resume();
    }
  }

  #answer(append: PendingAppend, outcome: BatchOutcome): void {
    if (append.answered || this.#closed) return;
    append.answered = true;
    clearTimeout(append.deadlineTimer);
    this.#unanswered.delete(append);
    this.#call.write(batchResponse(append, outcome));
    this.#endWhenAnswered();
  }

  #endWhenAnswered(): void {
    if (!this.#clientEnded || this.#closed || this.#unanswered.size > 0) return;
    this.#closed = true;
    this.#call.end();
  }
}

/** An event that can't be read refuses its own append and leaves the others of the call alone. */
function addEvent(append: PendingAppend, message: BatchAppendReq.ProposedMessage): Refusal | undefined {
  try {
    return append.add(proposedEventOf(message));
  } catch (fault) {
    return { kind: 'invalid', reason: asCallError(fault).details };
  }
}
