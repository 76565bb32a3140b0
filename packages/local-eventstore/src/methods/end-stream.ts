import type { Metadata } from '@grpc/grpc-js';
import { demand } from '../access/access-control.js';
import { isMetadataStream, refusalOfStreamName } from '../rules/stream-name.js';
import type { WriteCommand } from '../storage/write-command.js';
import { deadlineExceeded, invalidArgument, streamDeleted, wrongExpectedVersion } from '../wire/errors.js';
import type { CallContext } from './call-context.js';

type EndCommand = Extract<WriteCommand, { kind: 'delete' | 'tombstone' }>;

/** Deletes or tombstones a stream. Resolves with the position; throws the CallError that the client is to see. */
export async function endStream(
  { log, access }: CallContext,
  metadata: Metadata,
  command: EndCommand,
): Promise<number> {
  const { stream, expected } = command;
  demand(access.callerOf(metadata), 'delete', stream);
  const refusal = refusalOfStreamName(stream);
  if (refusal !== undefined) throw invalidArgument(refusal);
  if (isMetadataStream(stream))
    throw invalidArgument(`'${stream}' is metadata and ends with the stream that it describes.`);
  const outcome = await log.write(command);
  switch (outcome.kind) {
    case 'written':
      return outcome.position ?? 0;
    case 'wrong-expected-revision':
      throw wrongExpectedVersion(stream, expected, outcome.lastRevision);
    case 'stream-deleted':
      throw streamDeleted(stream);
    case 'deadline-passed':
      throw deadlineExceeded();
  }
}
