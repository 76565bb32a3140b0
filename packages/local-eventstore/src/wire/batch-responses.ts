import type * as grpcStatus from '@eventstore/db-client/generated/status_pb.js';
import type * as streams from '@eventstore/db-client/generated/streams_pb.js';
import { status } from '@grpc/grpc-js';
import type { Message } from 'google-protobuf';
import type { ExpectedRevision } from '../rules/expected-revision.js';
import type { WriteOutcome } from '../storage/write-command.js';
import { allStreamPosition, streamIdentifier, uuidMessage } from './responses.js';
import {
  AccessDenied,
  Any,
  BadRequest,
  BatchAppendResp,
  Empty,
  MaximumAppendSizeExceeded,
  Status,
  StreamDeleted,
  Timeout,
  WrongExpectedVersion,
} from './stubs.js';

/** How one batch append ended: as a write does, or refused before it became one. */
export type BatchOutcome =
  | WriteOutcome
  | { readonly kind: 'access-denied' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'invalid'; readonly reason: string }
  | { readonly kind: 'fault'; readonly code: status; readonly reason: string };

export interface BatchQuestion {
  readonly correlationId: string;
  readonly stream: string;
  readonly expected: ExpectedRevision;
  /** The most that it might have held. */
  readonly maxBytes: number;
}

/** The answer to one correlation id. The client reads the stream's name from it, so it is always there. */
export function batchResponse(question: BatchQuestion, outcome: BatchOutcome): streams.BatchAppendResp {
  const response = new BatchAppendResp();
  response.setCorrelationId(uuidMessage(question.correlationId));
  response.setStreamIdentifier(streamIdentifier(question.stream));
  setExpected(response, question.expected);
  if (outcome.kind === 'written') response.setSuccess(successOf(outcome));
  else response.setError(errorOf(question, outcome));
  return response;
}

function setExpected(response: streams.BatchAppendResp, expected: ExpectedRevision): void {
  if (expected === 'any') response.setAny(new Empty());
  else if (expected === 'no_stream') response.setNoStream(new Empty());
  else if (expected === 'stream_exists') response.setStreamExists(new Empty());
  else response.setStreamPosition(expected.toString());
}

function successOf(outcome: Extract<BatchOutcome, { kind: 'written' }>): streams.BatchAppendResp.Success {
  const success = new BatchAppendResp.Success();
  if (outcome.lastRevision < 0) success.setNoStream(new Empty());
  else success.setCurrentRevision(String(outcome.lastRevision));
  if (outcome.position === undefined) success.setNoPosition(new Empty());
  else success.setPosition(allStreamPosition(outcome.position));
  return success;
}

function errorOf(
  question: BatchQuestion,
  outcome: Exclude<BatchOutcome, { kind: 'written' }>,
): grpcStatus.Status {
  switch (outcome.kind) {
    case 'wrong-expected-revision':
      return packed(
        status.FAILED_PRECONDITION,
        wrongVersion(question.expected, outcome.lastRevision),
        'WrongExpectedVersion',
      );
    case 'stream-deleted': {
      const deleted = new StreamDeleted();
      deleted.setStreamIdentifier(streamIdentifier(question.stream));
      return packed(status.FAILED_PRECONDITION, deleted, 'StreamDeleted');
    }
    case 'deadline-passed':
      return packed(status.DEADLINE_EXCEEDED, new Timeout(), 'Timeout');
    case 'access-denied':
      return packed(status.PERMISSION_DENIED, new AccessDenied(), 'AccessDenied');
    case 'too-large': {
      const exceeded = new MaximumAppendSizeExceeded();
      exceeded.setMaxappendsize(question.maxBytes);
      return packed(status.INVALID_ARGUMENT, exceeded, 'MaximumAppendSizeExceeded');
    }
    case 'invalid': {
      const refused = new BadRequest();
      refused.setMessage(outcome.reason);
      return packed(status.INVALID_ARGUMENT, refused, 'BadRequest', outcome.reason);
    }
    case 'fault':
      return fault(outcome.code, outcome.reason);
  }
}

function wrongVersion(expected: ExpectedRevision, actualRevision: number): Message {
  const wrong = new WrongExpectedVersion();
  if (actualRevision < 0) wrong.setCurrentNoStream(new Empty());
  else wrong.setCurrentStreamRevision(String(actualRevision));
  if (expected === 'any') wrong.setExpectedAny(new Empty());
  else if (expected === 'no_stream') wrong.setExpectedNoStream(new Empty());
  else if (expected === 'stream_exists') wrong.setExpectedStreamExists(new Empty());
  else wrong.setExpectedStreamPosition(expected.toString());
  return wrong;
}

/** The clients drop the message of `event_store.client.Unknown`, and show it beside a detail that they don't know. */
function fault(code: status, reason: string): grpcStatus.Status {
  return packed(code, new Empty(), 'Empty', reason);
}

/** A `google.rpc.Status` with one of EventStoreDB's error messages packed in its details. */
function packed(code: status, detail: Message, name: string, message = name): grpcStatus.Status {
  const any = new Any();
  any.pack(detail.serializeBinary(), `event_store.client.${name}`);
  const result = new Status();
  // The two enums hold the same numbers: both are gRPC's status codes.
  result.setCode(code as number as grpcStatus.Status.AsObject['code']);
  result.setMessage(message);
  result.setDetails(any);
  return result;
}
