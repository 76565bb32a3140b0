import { Metadata, type ServiceError, type status as StatusCodes, status } from '@grpc/grpc-js';
import type { ExpectedRevision } from '../rules/expected-revision.js';
import { DamagedDataError } from '../storage/damaged-data-error.js';
import { DiskWriteError } from '../storage/write-fault.js';

/** An answer that ends a call with a gRPC status and, in its trailers, EventStoreDB's name for what went wrong. */
export class CallError extends Error implements ServiceError {
  override readonly name = 'CallError';
  readonly code: StatusCodes;
  readonly details: string;
  readonly metadata: Metadata;

  constructor(code: StatusCodes, details: string, trailers: Readonly<Record<string, string>> = {}) {
    super(details);
    this.code = code;
    this.details = details;
    this.metadata = new Metadata();
    for (const [name, value] of Object.entries(trailers)) this.metadata.set(name, value);
  }
}

export function invalidArgument(details: string): CallError {
  return new CallError(status.INVALID_ARGUMENT, details);
}

/** What every event has to say of itself, as the clients are told where one of them is missing. */
const requiredMetadata = ['type', 'content-type'] as const;

export function requiredMetadataMissing(name: (typeof requiredMetadata)[number]): CallError {
  return new CallError(status.INVALID_ARGUMENT, `Required Metadata Property '${name}' is missing.`, {
    exception: 'missing-required-metadata-property',
    'required-metadata-properties': requiredMetadata.join(','),
  });
}

export function unauthenticated(): CallError {
  return new CallError(status.UNAUTHENTICATED, 'The credentials are not those of a user here.');
}

export function accessDenied(): CallError {
  return new CallError(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });
}

export function tooMuchIncomplete(mostBytes: number): CallError {
  return new CallError(
    status.RESOURCE_EXHAUSTED,
    `The batch appends of one call that wait for their last part may hold ${mostBytes} bytes.`,
  );
}

export function shuttingDown(): CallError {
  return new CallError(status.UNAVAILABLE, 'The event store is shutting down.');
}

/** Answering with an empty stream would look as if nothing had happened in it. */
export function projectionsUnsupported(stream: string): CallError {
  return new CallError(
    status.UNIMPLEMENTED,
    `'${stream}' comes from a system projection or an index, and there are none here.`,
  );
}

export function streamDeleted(stream: string): CallError {
  return new CallError(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': trailerText(stream),
  });
}

/** `actualRevision` is −1 where the stream has no event; the trailer is then left out, as clients expect. */
export function wrongExpectedVersion(
  stream: string,
  expected: ExpectedRevision,
  actualRevision: number,
): CallError {
  const expectedVersion = expectedVersionNumber(expected);
  return new CallError(
    status.FAILED_PRECONDITION,
    `Write failed due to WrongExpectedVersion. Stream: ${stream}, Expected version: ${expectedVersion}, Actual version: ${actualRevision}`,
    {
      exception: 'wrong-expected-version',
      'stream-name': trailerText(stream),
      'expected-version': expectedVersion,
      ...(actualRevision < 0 ? {} : { 'actual-version': String(actualRevision) }),
    },
  );
}

export function maximumAppendSizeExceeded(maxAppendBytes: number): CallError {
  return new CallError(status.INVALID_ARGUMENT, `Maximum Append Size of ${maxAppendBytes} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(maxAppendBytes),
  });
}

export function deadlineExceeded(): CallError {
  return new CallError(status.DEADLINE_EXCEEDED, 'The deadline passed before the write was done.');
}

/** What a fault that is nobody's request looks like on the wire. */
export function asCallError(fault: unknown): CallError {
  if (fault instanceof CallError) return fault;
  if (fault instanceof DamagedDataError) return new CallError(status.DATA_LOSS, fault.message);
  if (fault instanceof DiskWriteError) return new CallError(status.RESOURCE_EXHAUSTED, fault.message);
  const details = fault instanceof Error ? fault.message : String(fault);
  return new CallError(status.INTERNAL, details, { exception: 'unknown' });
}

/** EventStoreDB's numbers for what is not a revision. */
function expectedVersionNumber(expected: ExpectedRevision): string {
  switch (expected) {
    case 'no_stream':
      return '-1';
    case 'any':
      return '-2';
    case 'stream_exists':
      return '-4';
    default:
      return expected.toString();
  }
}

/** A trailer holds printable ASCII only, so other names go percent-encoded. */
function trailerText(text: string): string {
  return /^[\x20-\x7e]*$/.test(text) ? text : encodeURIComponent(text);
}
