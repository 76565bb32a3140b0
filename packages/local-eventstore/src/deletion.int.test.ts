import {
  type EventStoreDBClient,
  StreamDeletedError,
  StreamNotFoundError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import streamsServicePb from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { DeleteResp } from '@eventstore/db-client/generated/streams_pb.js';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import { credentials } from '@grpc/grpc-js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  collect,
  newStream,
  noted,
  numbersOf,
  type RunningStore,
  rejectionOf,
  runStore,
} from './testing/running-store.js';
import { streamIdentifier } from './wire/responses.js';

let running: RunningStore;
let client: EventStoreDBClient;
beforeAll(async () => {
  running = await runStore();
  client = running.client;
});
afterAll(() => running.stop());

async function streamOf(count: number): Promise<string> {
  const stream = newStream();
  await client.appendToStream(
    stream,
    Array.from({ length: count }, (_, n) => noted(n)),
  );
  return stream;
}

describe('a soft delete', () => {
  test('hides the events, and $all still has them', async () => {
    const stream = await streamOf(2);
    const { position } = await client.deleteStream(stream);
    expect(position?.commit).toBeGreaterThan(0n);
    expect(await rejectionOf(collect(client.readStream(stream)))).toBeInstanceOf(StreamNotFoundError);
    const inAll = (await collect(client.readAll())).filter(({ event }) => event?.streamId === stream);
    expect(inAll).toHaveLength(2);
  });

  test('sets $tb to 2^63 − 1', async () => {
    const stream = await streamOf(1);
    await client.deleteStream(stream);
    const { metadata } = await client.getStreamMetadata(stream);
    expect(metadata).toEqual({ truncateBefore: 2 ** 63 });
  });

  test.each(['no_stream', 'any', 1n] as const)(
    'lets %s write again, and numbering goes on',
    async (expectedRevision) => {
      const stream = await streamOf(2);
      await client.deleteStream(stream);
      const result = await client.appendToStream(stream, noted(7), { expectedRevision });
      expect(result.nextExpectedRevision).toBe(2n);
      expect(await numbersOf(client.readStream(stream))).toEqual([7]);
      expect((await client.getStreamMetadata(stream)).metadata).toEqual({ truncateBefore: 2 });
    },
  );

  test('makes stream_exists find the stream deleted', async () => {
    const stream = await streamOf(1);
    await client.deleteStream(stream);
    const again = client.appendToStream(stream, noted(1), { expectedRevision: 'stream_exists' });
    expect(await rejectionOf(again)).toBeInstanceOf(StreamDeletedError);
  });

  test('is ended by new metadata too, which is kept, and what was deleted stays hidden', async () => {
    const stream = await streamOf(3);
    await client.deleteStream(stream);
    await client.setStreamMetadata(stream, { maxCount: 2 });
    expect((await client.getStreamMetadata(stream)).metadata).toEqual({ maxCount: 2, truncateBefore: 3 });
    await client.appendToStream(stream, [noted(3), noted(4), noted(5)]);
    expect(await numbersOf(client.readStream(stream))).toEqual([4, 5]);
  });

  test('is refused at another revision with WrongExpectedVersion', async () => {
    const stream = await streamOf(2);
    const error = await rejectionOf(client.deleteStream(stream, { expectedRevision: 0n }));
    expect(error).toBeInstanceOf(WrongExpectedVersionError);
    expect(error).toMatchObject({ streamName: stream, expectedVersion: 0n, actualVersion: 1n });
    await client.deleteStream(stream, { expectedRevision: 1n });
  });

  test.each([
    ['any', -2n],
    ['no_stream', -1n],
    [3n, 3n],
  ] as const)(
    'expecting %s is refused where the stream does not exist, and leaves no trace',
    async (expectedRevision, expectedVersion) => {
      const stream = newStream();
      const error = await rejectionOf(client.deleteStream(stream, { expectedRevision }));
      expect(error).toBeInstanceOf(WrongExpectedVersionError);
      expect(error).toMatchObject({ streamName: stream, expectedVersion, actualVersion: 'no_stream' });
      expect(await client.getStreamMetadata(stream)).toEqual({ streamName: stream });
    },
  );

  test('hides a stream that is metadata alone, and may be repeated with no_stream', async () => {
    const stream = newStream();
    await client.setStreamMetadata(stream, { cacheControl: 10 });
    await client.deleteStream(stream, { expectedRevision: 'no_stream' });
    expect((await client.getStreamMetadata(stream)).metadata).toEqual({ truncateBefore: 2 ** 63 });
    const written = await streamOf(2);
    await client.deleteStream(written);
    await client.deleteStream(written, { expectedRevision: 'no_stream' });
  });

  test('with stream_exists, which only other clients can send, needs the stream to exist', async () => {
    const stub = new streamsServicePb.StreamsClient(
      `127.0.0.1:${running.port}`,
      credentials.createInsecure(),
    );
    const deleteExisting = (stream: string) =>
      new Promise<DeleteResp>((resolve, reject) => {
        const options = new streamsPb.DeleteReq.Options();
        options.setStreamIdentifier(streamIdentifier(stream));
        options.setStreamExists(new sharedPb.Empty());
        const request = new streamsPb.DeleteReq();
        request.setOptions(options);
        stub.delete(request, (error, response) => (error ? reject(error) : resolve(response)));
      });
    expect((await deleteExisting(await streamOf(1))).hasPosition()).toBe(true);
    expect(await rejectionOf(deleteExisting(newStream()))).toMatchObject({ code: 9 });
    stub.close();
  });

  test('names a stream with any characters in its errors', async () => {
    const stream = `${newStream()}-ünï\n`;
    const error = await rejectionOf(client.deleteStream(stream, { expectedRevision: 3n }));
    expect(error).toMatchObject({ streamName: encodeURIComponent(stream) });
  });
});

describe('a tombstone', () => {
  test('is for good: nothing reads, writes or deletes the stream any more', async () => {
    const stream = await streamOf(2);
    await client.tombstoneStream(stream);
    const attempts = [
      () => collect(client.readStream(stream)),
      () => client.appendToStream(stream, noted(1)),
      () => client.appendToStream(stream, noted(1), { expectedRevision: 'no_stream' }),
      () => client.setStreamMetadata(stream, { maxCount: 1 }),
      () => client.getStreamMetadata(stream),
      () => client.deleteStream(stream),
      () => client.tombstoneStream(stream),
    ];
    for (const attempt of attempts) expect(await rejectionOf(attempt())).toBeInstanceOf(StreamDeletedError);
  });

  test('is an event of its own in $all, behind the events that stay there', async () => {
    const stream = await streamOf(2);
    const { position } = await client.tombstoneStream(stream);
    const inAll = (await collect(client.readAll())).filter(({ event }) => event?.streamId === stream);
    expect(inAll.map(({ event }) => event?.type)).toEqual(['noted', 'noted', '$streamDeleted']);
    expect(inAll.at(-1)?.event).toMatchObject({ revision: 2n ** 63n - 1n, position });
  });

  test('is refused at another revision with WrongExpectedVersion', async () => {
    const stream = await streamOf(2);
    const error = await rejectionOf(client.tombstoneStream(stream, { expectedRevision: 'no_stream' }));
    expect(error).toMatchObject({ type: 'wrong-expected-version', expectedVersion: -1n, actualVersion: 1n });
    await client.tombstoneStream(stream, { expectedRevision: 1n });
  });

  test('may be set on a stream that was never written to', async () => {
    const stream = newStream();
    await client.tombstoneStream(stream);
    expect(await rejectionOf(collect(client.readStream(stream)))).toBeInstanceOf(StreamDeletedError);
  });
});

test('a metadata stream can not be ended by itself', async () => {
  const stream = await streamOf(1);
  await client.setStreamMetadata(stream, { maxCount: 1 });
  expect(await rejectionOf(client.deleteStream(`$$${stream}`))).toMatchObject({ code: 3 });
  expect(await rejectionOf(client.tombstoneStream(`$$${stream}`))).toMatchObject({ code: 3 });
});
