import type { TombstoneReq, TombstoneResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerUnaryCall, sendUnaryData } from '@grpc/grpc-js';
import { asCallError } from '../wire/errors.js';
import { expectedRevisionOf, streamNameOf } from '../wire/requests.js';
import { tombstonedResponse } from '../wire/responses.js';
import type { CallContext } from './call-context.js';
import { endStream } from './end-stream.js';

/** `Streams/Tombstone`: ends a stream for good. */
export function createTombstoneStream(context: CallContext) {
  return function tombstoneStream(
    call: ServerUnaryCall<TombstoneReq, TombstoneResp>,
    answer: sendUnaryData<TombstoneResp>,
  ): void {
    const options = call.request.getOptions();
    const stream = streamNameOf(options?.getStreamIdentifier());
    const expected = options === undefined ? 'any' : expectedRevisionOf(options);
    endStream(context, call.metadata, { kind: 'tombstone', stream, expected }).then(
      (position) => answer(null, tombstonedResponse(position)),
      (fault: unknown) => answer(asCallError(fault)),
    );
  };
}
