import type { AppendReq, AppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerReadableStream, sendUnaryData } from '@grpc/grpc-js';
import { demand } from '../access/access-control.js';
import { appendBytesOf } from '../rules/append-size.js';
import type { ExpectedRevision } from '../rules/expected-revision.js';
import { refusalOfStreamName } from '../rules/stream-name.js';
import type { EventLog } from '../storage/event-log.js';
import type { ProposedEvent } from '../storage/write-command.js';
import {
  asCallError,
  deadlineExceeded,
  invalidArgument,
  maximumAppendSizeExceeded,
  streamDeleted,
} from '../wire/errors.js';
import { expectedRevisionOf, proposedEventOf, streamNameOf } from '../wire/requests.js';
import { appendedResponse, appendRefusedResponse } from '../wire/responses.js';
import type { CallContext } from './call-context.js';

/** What has arrived of one append. */
class IncomingAppend {
  stream: string | undefined;
  expected: ExpectedRevision = 'any';
  readonly events: ProposedEvent[] = [];
  readonly #maxBytes: number;
  readonly #demandAccess: (stream: string) => void;
  #bytes = 0;

  constructor(maxBytes: number, demandAccess: (stream: string) => void) {
    this.#maxBytes = maxBytes;
    this.#demandAccess = demandAccess;
  }

  /** Takes one message of the call: its options first, then one event each. */
  take(request: AppendReq): void {
    const options = request.getOptions();
    if (options !== undefined) {
      this.stream = streamNameOf(options.getStreamIdentifier());
      this.#demandAccess(this.stream);
      this.expected = expectedRevisionOf(options);
      const refusal = refusalOfStreamName(this.stream);
      if (refusal !== undefined) throw invalidArgument(refusal);
    }
    const message = request.getProposedMessage();
    if (message === undefined) return;
    const event = proposedEventOf(message);
    this.#bytes += appendBytesOf(event);
    if (this.#bytes > this.#maxBytes) throw maximumAppendSizeExceeded(this.#maxBytes);
    this.events.push(event);
  }
}

/** `Streams/Append`: one append a call. The client uses it where a call carries credentials. */
export function createAppend({ log, access, openCalls, maxAppendBytes }: CallContext) {
  return function append(
    call: ServerReadableStream<AppendReq, AppendResp>,
    answer: sendUnaryData<AppendResp>,
  ): void {
    const incoming = new IncomingAppend(maxAppendBytes, (stream) =>
      demand(access.callerOf(call.metadata), 'write', stream),
    );
    let answered = false;
    const settle = (...end: Parameters<typeof answer>): void => {
      if (answered) return;
      answered = true;
      forget();
      answer(...end);
    };
    const fail = (fault: unknown): void => settle(asCallError(fault));
    // A client that still sends when the server closes is told so, instead of being cut off.
    const forget = openCalls.add(fail);
    call.once('cancelled', forget);
    call.on('data', (request: AppendReq) => {
      if (answered) return;
      try {
        incoming.take(request);
      } catch (fault) {
        fail(fault);
      }
    });
    call.on('error', fail);
    call.on('end', () => {
      if (answered || call.cancelled) return;
      writeAppend(log, incoming, deadlineMsOfCall(call)).then((response) => settle(null, response), fail);
    });
  };
}

async function writeAppend(log: EventLog, incoming: IncomingAppend, deadlineMs: number): Promise<AppendResp> {
  const { stream, expected, events } = incoming;
  if (stream === undefined) throw invalidArgument('An append begins with its options.');
  const outcome = await log.write({ kind: 'append', stream, expected, events, deadlineMs });
  switch (outcome.kind) {
    case 'written':
      return appendedResponse(outcome);
    case 'wrong-expected-revision':
      return appendRefusedResponse(expected, outcome.lastRevision);
    case 'stream-deleted':
      throw streamDeleted(stream);
    case 'deadline-passed':
      throw deadlineExceeded();
  }
}

function deadlineMsOfCall(call: ServerReadableStream<AppendReq, AppendResp>): number {
  const deadline = call.getDeadline();
  return typeof deadline === 'number' ? deadline : deadline.getTime();
}
