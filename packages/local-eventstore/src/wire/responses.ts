import type * as shared from '@eventstore/db-client/generated/shared_pb.js';
import type * as streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ExpectedRevision } from '../rules/expected-revision.js';
import type { EventRecord } from '../storage/event-record.js';
import type { WriteOutcome } from '../storage/write-command.js';
import {
  AllStreamPosition,
  AppendResp,
  DeleteResp,
  Empty,
  ReadResp,
  StreamIdentifier,
  TombstoneResp,
  UUID,
} from './stubs.js';

/** An event as a reader gets it; with `link` where it was reached through one, which may lead nowhere. */
export interface ResolvedEvent {
  readonly event: EventRecord | undefined;
  readonly link: EventRecord | undefined;
}

type Written = Extract<WriteOutcome, { kind: 'written' }>;

/** 2^63 − 1: the revision of a tombstone, which a JavaScript number can't hold. */
const tombstoneRevisionText = '9223372036854775807';

export function streamIdentifier(stream: string): shared.StreamIdentifier {
  const identifier = new StreamIdentifier();
  identifier.setStreamName(Buffer.from(stream, 'utf8'));
  return identifier;
}

export function uuidMessage(id: string, form: 'structured' | 'string' = 'string'): shared.UUID {
  const uuid = new UUID();
  if (form === 'string') {
    uuid.setString(id);
    return uuid;
  }
  const hex = id.replaceAll('-', '');
  const structured = new UUID.Structured();
  structured.setMostSignificantBits(signedText(hex.slice(0, 16)));
  structured.setLeastSignificantBits(signedText(hex.slice(16)));
  uuid.setStructured(structured);
  return uuid;
}

function signedText(hex: string): string {
  return BigInt.asIntN(64, BigInt(`0x${hex}`)).toString();
}

/** `created` is in ticks of 100 ns since the Unix epoch; commit and prepare position are the same. */
function recordedEvent(
  event: EventRecord,
  uuidForm: 'structured' | 'string',
): streams.ReadResp.ReadEvent.RecordedEvent {
  const position = String(event.position);
  const recorded = new ReadResp.ReadEvent.RecordedEvent();
  recorded.setId(uuidMessage(event.id, uuidForm));
  recorded.setStreamIdentifier(streamIdentifier(event.stream));
  recorded.setStreamRevision(event.isTombstone ? tombstoneRevisionText : String(event.revision));
  recorded.setPreparePosition(position);
  recorded.setCommitPosition(position);
  recorded.setData(event.data);
  recorded.setCustomMetadata(event.metadata);
  recorded
    .getMetadataMap()
    .set('type', event.type)
    .set('created', `${Math.trunc(event.createdMs)}0000`)
    .set('content-type', event.isJson ? 'application/json' : 'application/octet-stream');
  return recorded;
}

/** An event, or a link and what it stands for where that can be read. */
export function eventResponse(
  { event, link }: ResolvedEvent,
  uuidForm: 'structured' | 'string',
): streams.ReadResp {
  const readEvent = new ReadResp.ReadEvent();
  if (event !== undefined) readEvent.setEvent(recordedEvent(event, uuidForm));
  if (link !== undefined) readEvent.setLink(recordedEvent(link, uuidForm));
  readEvent.setCommitPosition(String((link ?? event)?.position));
  const response = new ReadResp();
  response.setEvent(readEvent);
  return response;
}

export function streamNotFoundResponse(stream: string): streams.ReadResp {
  const notFound = new ReadResp.StreamNotFound();
  notFound.setStreamIdentifier(streamIdentifier(stream));
  const response = new ReadResp();
  response.setStreamNotFound(notFound);
  return response;
}

export function lastRevisionResponse(revision: number): streams.ReadResp {
  const response = new ReadResp();
  response.setLastStreamPosition(String(revision));
  return response;
}

export function confirmationResponse(subscriptionId: string): streams.ReadResp {
  const confirmation = new ReadResp.SubscriptionConfirmation();
  confirmation.setSubscriptionId(subscriptionId);
  const response = new ReadResp();
  response.setConfirmation(confirmation);
  return response;
}

export function checkpointResponse(position: number): streams.ReadResp {
  const checkpoint = new ReadResp.Checkpoint();
  checkpoint.setCommitPosition(String(position));
  checkpoint.setPreparePosition(String(position));
  const response = new ReadResp();
  response.setCheckpoint(checkpoint);
  return response;
}

export function caughtUpResponse(): streams.ReadResp {
  const response = new ReadResp();
  response.setCaughtUp(new ReadResp.CaughtUp());
  return response;
}

export function fellBehindResponse(): streams.ReadResp {
  const response = new ReadResp();
  response.setFellBehind(new ReadResp.FellBehind());
  return response;
}

export function appendedResponse({ lastRevision, position }: Written): streams.AppendResp {
  const success = new AppendResp.Success();
  if (lastRevision < 0) success.setNoStream(new Empty());
  else success.setCurrentRevision(String(lastRevision));
  if (position === undefined) success.setNoPosition(new Empty());
  else success.setPosition(filledPosition(new AppendResp.Position(), position));
  const response = new AppendResp();
  response.setSuccess(success);
  return response;
}

/** How Append, and only Append, reports a wrong expected version: inside the answer. */
export function appendRefusedResponse(
  expected: ExpectedRevision,
  actualRevision: number,
): streams.AppendResp {
  const refusal = new AppendResp.WrongExpectedVersion();
  if (actualRevision < 0) refusal.setCurrentNoStream(new Empty());
  else refusal.setCurrentRevision(String(actualRevision));
  if (expected === 'any') refusal.setExpectedAny(new Empty());
  else if (expected === 'no_stream') refusal.setExpectedNoStream(new Empty());
  else if (expected === 'stream_exists') refusal.setExpectedStreamExists(new Empty());
  else refusal.setExpectedRevision(expected.toString());
  const response = new AppendResp();
  response.setWrongExpectedVersion(refusal);
  return response;
}

export function deletedResponse(position: number): streams.DeleteResp {
  const response = new DeleteResp();
  response.setPosition(filledPosition(new DeleteResp.Position(), position));
  return response;
}

export function tombstonedResponse(position: number): streams.TombstoneResp {
  const response = new TombstoneResp();
  response.setPosition(filledPosition(new TombstoneResp.Position(), position));
  return response;
}

export function allStreamPosition(position: number): shared.AllStreamPosition {
  return filledPosition(new AllStreamPosition(), position);
}

function filledPosition<
  Message extends { setCommitPosition(text: string): unknown; setPreparePosition(text: string): unknown },
>(message: Message, position: number): Message {
  message.setCommitPosition(String(position));
  message.setPreparePosition(String(position));
  return message;
}
