import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerWritableStream } from '@grpc/grpc-js';
import { demand } from '../access/access-control.js';
import { isProjectedStream } from '../rules/stream-name.js';
import { projectionsUnsupported } from '../wire/errors.js';
import { type ReadRequestWords, readRequestOf } from '../wire/requests.js';
import type { CallContext } from './call-context.js';
import { readEvents } from './read-events.js';
import { runRead } from './response-outlet.js';
import { subscribe } from './subscribe.js';

/** `Streams/Read`: every read and every catch-up subscription, of one stream or of `$all`. */
export function createRead({ log, access, openCalls }: CallContext) {
  return function read(call: ServerWritableStream<ReadReq, ReadResp>): void {
    void runRead(call, openCalls, async (outlet) => {
      const words = readRequestOf(call.request);
      const { count, stream = '$all' } = words;
      demand(access.callerOf(call.metadata), 'read', stream);
      const projected = streamsNamedIn(words).find(isProjectedStream);
      if (projected !== undefined) throw projectionsUnsupported(projected);
      if (count === 'subscription') await subscribe(log, words, outlet);
      else await readEvents(log, { ...words, count }, outlet);
    });
  };
}

/** The stream of the read, or what its filter wants names of streams to begin with: by that KurrentDB's indexes are read. */
function streamsNamedIn({ stream, filter }: ReadRequestWords): readonly string[] {
  if (stream !== undefined) return [stream];
  return filter?.on === 'stream' ? filter.prefixes : [];
}
