import { once } from 'node:events';
import { connect } from 'node:net';
import { type Api, isFlexible } from '../apis/api.js';
import { apiVersions } from '../apis/api-versions.js';
import { createFrameCutter } from '../server/frames.js';
import { nullableString, taggedFields } from '../wire/codec.js';
import { Reader } from '../wire/reader.js';
import { Writer } from '../wire/writer.js';

export interface RawClient {
  call<Q, R>(api: Api<Q, R>, version: number, request: Q): Promise<R>;
  /** Sends bytes as they are. */
  send(bytes: Buffer): void;
  /** Resolves with the next whole answer, without its length. */
  nextFrame(): Promise<Buffer>;
  /** Resolves when the broker has closed the connection. */
  closed: Promise<void>;
  close(): void;
}

/** A whole request frame, with a header of version 1, or 2 for a flexible version. */
export const requestFrame = <Q>(
  api: Api<Q, unknown>,
  version: number,
  request: Q,
  correlationId: number,
): Buffer => {
  const isCompact = isFlexible(api, version);
  const head = new Writer();
  nullableString.write(head, 'raw');
  const writer = new Writer(version, 256, isCompact);
  writer.int32(0);
  writer.int16(api.key);
  writer.int16(version);
  writer.int32(correlationId);
  writer.bytes(head.finish());
  taggedFields.write(writer);
  api.request.write(writer, request);
  const frame = writer.finish();
  frame.writeInt32BE(frame.length - 4, 0);
  return frame;
};

/** Speaks to the broker in single messages, for what kafkajs can't be brought to send. */
export const connectRaw = async (port: number): Promise<RawClient> => {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const cutter = createFrameCutter(200_000_000);
  const waiting: ((frame: Buffer) => void)[] = [];
  const unread: Buffer[] = [];
  let nextId = 1;
  socket.on('error', () => {});
  socket.on('data', (chunk) => {
    cutter.add(chunk);
    for (let frame = cutter.next(); frame !== null; frame = cutter.next()) {
      const reader = waiting.shift();
      if (reader === undefined) unread.push(frame);
      else reader(frame);
    }
  });
  const nextFrame = (): Promise<Buffer> => {
    const frame = unread.shift();
    return frame === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(frame);
  };
  return {
    async call<Q, R>(api: Api<Q, R>, version: number, request: Q): Promise<R> {
      const correlationId = nextId++;
      socket.write(requestFrame(api, version, request, correlationId));
      const frame = await nextFrame();
      const reader = new Reader(frame, version, isFlexible(api, version));
      // Answers come in the order of the requests, or this throws.
      const answered = reader.int32();
      if (api.key !== apiVersions.key) taggedFields.read(reader);
      if (answered !== correlationId) throw new Error(`answer ${answered} to request ${correlationId}`);
      const response = api.response.read(reader);
      if (reader.remaining > 0)
        throw new Error(`${reader.remaining} bytes too many in the answer of ${api.name}`);
      return response;
    },
    send: (bytes) => void socket.write(bytes),
    nextFrame,
    closed: new Promise((resolve) => socket.once('close', () => resolve())),
    close: () => socket.destroy(),
  };
};
