import type { Api, Broker, Caller } from '../apis/api.js';
import { answerOf, HangUp, isFlexible } from '../apis/api.js';
import { apiVersions } from '../apis/api-versions.js';
import { apis } from '../apis/registry.js';
import { nullableString, taggedFields } from '../wire/codec.js';
import { ErrorCode, ProtocolError } from '../wire/error-code.js';
import { MalformedFrame, Reader } from '../wire/reader.js';
import { Writer } from '../wire/writer.js';
import type { ReadBuffers } from './read-memory.js';

export interface Peer {
  host: string;
  gone: AbortSignal;
  buffers: ReadBuffers;
}

/**
 * A whole frame in pieces, its length included. Its header is the correlation id, in flexible versions with tagged fields; that
 * of ApiVersions never has them, since a client reads it before it knows what the broker serves.
 */
const frameOf = (
  api: Api<unknown, unknown>,
  version: number,
  correlationId: number,
  response: unknown,
): Buffer[] => {
  const writer = new Writer(version, 512, isFlexible(api, version));
  writer.int32(0);
  writer.int32(correlationId);
  if (api.key !== apiVersions.key) taggedFields.write(writer);
  api.response.write(writer, response);
  const frame = writer.pieces();
  frame[0]!.writeInt32BE(bytesOf(frame) - 4, 0);
  return frame;
};

export const bytesOf = (frame: readonly Buffer[]): number =>
  frame.reduce((bytes, piece) => bytes + piece.length, 0);

/**
 * Handles one request. Resolves with its answer in pieces, or null where the protocol wants none. Throws MalformedFrame, at once,
 * for what can't be understood; any other fault is answered with the error −1, since a client whose connection is
 * closed instead would send the same again without a pause. Rejects with HangUp where the connection is to be closed.
 */
export const handleRequest = (broker: Broker, frame: Buffer, peer: Peer): Promise<Buffer[] | null> => {
  const head = new Reader(frame);
  const key = head.int16();
  const version = head.int16();
  const correlationId = head.int32();
  const api = apis.get(key);
  if (api === undefined) throw new MalformedFrame(`API ${key} is not served`);
  if (version < api.minVersion || version > api.maxVersion) {
    if (key !== apiVersions.key) throw new MalformedFrame(`version ${version} of ${api.name} is not served`);
    // The client can't know our versions yet: it gets the list in the layout of version 0, which every client reads.
    const answer = { code: ErrorCode.unsupportedVersion, apis: broker.supported, throttleMs: 0 };
    return Promise.resolve(frameOf(api, 0, correlationId, answer));
  }
  // The client id keeps its classic length even in a flexible header.
  const clientId = nullableString.read(head) ?? '';
  const reader = new Reader(frame, version, isFlexible(api, version));
  reader.offset = head.offset;
  taggedFields.read(reader);
  const request = api.request.read(reader);
  const caller = { version, clientId, clientHost: peer.host, gone: peer.gone, buffers: peer.buffers };
  return run(broker, api, request, caller).then((response) => {
    if (response === null) return null;
    try {
      return frameOf(api, version, correlationId, response);
    } catch (error) {
      broker.report(error);
      return frameOf(api, version, correlationId, api.failed(request, ErrorCode.unknownServerError));
    }
  });
};

const codeFor = (api: Api<unknown, unknown>, code: number, version: number): number =>
  code === ErrorCode.invalidProducerEpoch && version >= (api.fencedSince ?? Number.POSITIVE_INFINITY)
    ? ErrorCode.producerFenced
    : code;

const run = async (
  broker: Broker,
  api: Api<unknown, unknown>,
  request: unknown,
  caller: Caller,
): Promise<unknown> => {
  const refusal = broker.loading.refusalOf(api.key, request);
  if (refusal !== ErrorCode.none) return api.failed(request, refusal);
  try {
    return await api.handle(broker, request, caller);
  } catch (error) {
    if (error instanceof HangUp) throw error;
    if (!(error instanceof ProtocolError)) broker.report(error);
    return api.failed(request, codeFor(api, answerOf(error).code, caller.version));
  }
};
