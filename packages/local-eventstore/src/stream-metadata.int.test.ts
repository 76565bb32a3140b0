import type { EventStoreDBClient } from '@eventstore/db-client';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { follow } from './testing/followed-subscription.js';
import {
  collect,
  newStream,
  noted,
  numbersOf,
  type RunningStore,
  rejectionOf,
  runStore,
} from './testing/running-store.js';

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

describe('stream metadata', () => {
  test('reads back as it was set, with its own entries', async () => {
    const stream = newStream();
    const metadata = { maxCount: 5, maxAge: 3600, truncateBefore: 1, color: 'red' };
    await client.setStreamMetadata(stream, metadata);
    expect(await client.getStreamMetadata(stream)).toMatchObject({ streamName: stream, metadata });
  });

  test('of a stream without any is nothing', async () => {
    expect(await client.getStreamMetadata(newStream())).toEqual({ streamName: expect.any(String) });
  });

  test('is a stream of its own with expected revisions', async () => {
    const stream = newStream();
    await client.setStreamMetadata(stream, { maxCount: 5 }, { expectedRevision: 'no_stream' });
    const again = client.setStreamMetadata(stream, { maxCount: 6 }, { expectedRevision: 'no_stream' });
    expect(await rejectionOf(again)).toMatchObject({ type: 'wrong-expected-version' });
    expect(await collect(client.readStream(`$$${stream}`))).toHaveLength(1);
  });
});

describe.each([
  { name: '$maxCount', metadata: { maxCount: 2 }, readable: [3, 4] },
  { name: '$tb', metadata: { truncateBefore: 4 }, readable: [4] },
  { name: '$tb beyond the end', metadata: { truncateBefore: 9 }, readable: [] },
])('$name', ({ metadata, readable }) => {
  test('limits reads of the stream both ways, and subscriptions to it', async () => {
    const stream = await streamOf(5);
    await client.setStreamMetadata(stream, metadata);
    expect(await numbersOf(client.readStream(stream))).toEqual(readable);
    expect(await numbersOf(client.readStream(stream, { fromRevision: 3n }))).toEqual(
      readable.filter((n) => n >= 3),
    );
    const backwards = client.readStream(stream, { direction: 'backwards', fromRevision: 'end' });
    expect(await numbersOf(backwards)).toEqual([...readable].reverse());
    const followed = follow(client.subscribeToStream(stream));
    await followed.signalled('caughtUp');
    expect(followed.events).toHaveLength(readable.length);
    await followed.stop();
  });

  test('does not limit $all', async () => {
    const stream = await streamOf(5);
    await client.setStreamMetadata(stream, metadata);
    const inAll = (await collect(client.readAll())).filter(({ event }) => event?.streamId === stream);
    expect(inAll).toHaveLength(5);
  });
});

test('$maxCount follows the stream as it grows', async () => {
  const stream = newStream();
  await client.setStreamMetadata(stream, { maxCount: 2 });
  for (const n of [0, 1, 2, 3]) await client.appendToStream(stream, noted(n));
  expect(await numbersOf(client.readStream(stream))).toEqual([2, 3]);
});

test('$maxAge hides what is older, from the stream but not from $all', async () => {
  const stream = newStream();
  const [first] = [await client.appendToStream(stream, noted(1))];
  await client.setStreamMetadata(stream, { maxAge: 1 });
  expect(await numbersOf(client.readStream(stream))).toEqual([1]);
  const { event } =
    (await collect(client.readAll({ fromPosition: first?.position ?? 'start', maxCount: 1 })))[0] ?? {};
  // Age is the one thing that only passing time brings about.
  const olderAtMs = (event?.created.getTime() ?? 0) + 1001;
  await new Promise((resolve) => setTimeout(resolve, olderAtMs - Date.now()));
  await client.appendToStream(stream, noted(2));
  expect(await numbersOf(client.readStream(stream))).toEqual([2]);
  const inAll = (await collect(client.readAll())).filter(({ event }) => event?.streamId === stream);
  expect(inAll).toHaveLength(2);
});
