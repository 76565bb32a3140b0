import streamsService from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { expect, test } from '@jest/globals';
import { withBoundedRequests } from './bounded-deserialization.js';
import { ReadReq, StreamIdentifier } from './stubs.js';

const service = withBoundedRequests(streamsService.StreamsService);
const read = (hex: string) => service.read.requestDeserialize(Buffer.from(hex, 'hex'));

test('a request is read as it was written', () => {
  const identifier = new StreamIdentifier();
  identifier.setStreamName(Buffer.from('guest-1'));
  const stream = new ReadReq.Options.StreamOptions();
  stream.setStreamIdentifier(identifier);
  stream.setRevision('18446744073709551614');
  const options = new ReadReq.Options();
  options.setStream(stream);
  options.setCount('7');
  const request = new ReadReq();
  request.setOptions(options);
  const bytes = Buffer.from(request.serializeBinary());
  expect(service.read.requestDeserialize(bytes).toObject()).toEqual(request.toObject());
});

test.each([
  ['of 4 GiB', '0affffffff0f01'],
  ['of 4 GiB inside another', '0a070affffffff0f01'],
  ['of 2 GiB', '0affffffff0701'],
  ['of one byte more than there is', '0a020a'],
  ['of one byte more than its outer message has', '0a020a010000'],
  ['whose length goes on for ever', '0a80808080808080808001'],
  ['without a length', '0a'],
])('a message %s is refused at once', (_what, hex) => {
  expect(() => read(hex)).toThrow();
});

test('lengths of bytes and of unknown fields that are not there are refused at once', () => {
  const hexes = ['7affffffff0f01', '7affffffff0701', '0a067affffffff0f', '0a0a0a080a061affffffff0f'];
  for (const hex of hexes) expect(() => read(hex)).toThrow();
});
