import type { DeleteReq, DeleteResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerUnaryCall, sendUnaryData } from '@grpc/grpc-js';
import { asCallError } from '../wire/errors.js';
import { expectedRevisionOf, streamNameOf } from '../wire/requests.js';
import { deletedResponse } from '../wire/responses.js';
import type { CallContext } from './call-context.js';
import { endStream } from './end-stream.js';

/** `Streams/Delete`: hides a stream's events until it is written to again. */
export function createDeleteStream(context: CallContext) {
  return function deleteStream(
    call: ServerUnaryCall<DeleteReq, DeleteResp>,
    answer: sendUnaryData<DeleteResp>,
  ): void {
    const options = call.request.getOptions();
    const stream = streamNameOf(options?.getStreamIdentifier());
    const expected = options === undefined ? 'any' : expectedRevisionOf(options);
    endStream(context, call.metadata, { kind: 'delete', stream, expected }).then(
      (position) => answer(null, deletedResponse(position)),
      (fault: unknown) => answer(asCallError(fault)),
    );
  };
}
