import { type EventStoreDBClient, StreamNotFoundError, streamNameFilter } from '@eventstore/db-client';
import streamsServicePb from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import { credentials } from '@grpc/grpc-js';
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
import { streamIdentifier } from './wire/responses.js';

let running: RunningStore;
let client: EventStoreDBClient;
beforeAll(async () => {
  running = await runStore();
  client = running.client;
});
afterAll(() => running.stop());

const upTo = (count: number) => Array.from({ length: count }, (_, n) => n);

describe('reading a stream', () => {
  let stream: string;
  const all = upTo(1000);
  beforeAll(async () => {
    stream = newStream();
    await client.appendToStream(
      stream,
      all.map((n) => noted(n)),
    );
  });

  test('forwards gives every event in order', async () => {
    const events = await collect(client.readStream(stream));
    expect(events.map(({ event }) => Number(event?.revision))).toEqual(all);
  });

  test('backwards gives every event in reverse order', async () => {
    expect(
      await numbersOf(client.readStream(stream, { direction: 'backwards', fromRevision: 'end' })),
    ).toEqual([...all].reverse());
  });

  test.each([
    [{ fromRevision: 990n }, [990, 991, 992, 993, 994, 995, 996, 997, 998, 999]],
    [{ fromRevision: 998n, maxCount: 1 }, [998]],
    [{ maxCount: 3 }, [0, 1, 2]],
    [{ fromRevision: 1000n }, []],
    [{ fromRevision: 'end' as const }, []],
    [{ direction: 'backwards' as const, fromRevision: 2n }, [2, 1, 0]],
    [{ direction: 'backwards' as const, fromRevision: 'end' as const, maxCount: 1 }, [999]],
    [{ direction: 'backwards' as const, fromRevision: 5000n, maxCount: 2 }, [999, 998]],
  ])('with %j gives the events that it names, the first included', async (options, expected) => {
    expect(await numbersOf(client.readStream(stream, options))).toEqual(expected);
  });

  test('with resolved links reads the events themselves', async () => {
    expect(await numbersOf(client.readStream(stream, { resolveLinkTos: true, maxCount: 2 }))).toEqual([0, 1]);
  });
});

test('a stream that does not exist is not found', async () => {
  expect(await rejectionOf(collect(client.readStream(newStream())))).toBeInstanceOf(StreamNotFoundError);
});

test('a stream that only has metadata is not found', async () => {
  const stream = newStream();
  await client.setStreamMetadata(stream, { maxCount: 1 });
  expect(await rejectionOf(collect(client.readStream(stream)))).toBeInstanceOf(StreamNotFoundError);
});

test.each(['$ce-guest', '$et-noted', '$streams', '$idx-all'])(
  'a read of %s, which a projection or an index would fill, is refused instead of looking empty',
  async (stream) => {
    expect(await rejectionOf(collect(client.readStream(stream)))).toMatchObject({ code: 12 });
  },
);

test('a filter that names an index is refused instead of finding nothing', async () => {
  const followed = follow(
    client.subscribeToAll({ filter: streamNameFilter({ prefixes: ['$idx-et-noted'] }) }),
  );
  expect(await followed.dropped).toMatchObject({ code: 12 });
});

describe('reading $all', () => {
  test('positions rise strictly, are sparse, and commit equals prepare', async () => {
    for (const n of upTo(20)) await client.appendToStream(newStream(), noted(n));
    const positions = (await collect(client.readAll())).map(({ event }) => event?.position);
    for (const position of positions) expect(position?.commit).toBe(position?.prepare);
    const commits = positions.map((position) => position?.commit ?? -1n);
    for (const [index, commit] of commits.slice(1).entries())
      expect(commit - (commits[index] ?? 0n)).toBeGreaterThan(1n);
  });

  test('position 0 is a system event, never a user event', async () => {
    const [first] = await collect(client.readAll({ maxCount: 1 }));
    expect(first?.event).toMatchObject({ position: { commit: 0n, prepare: 0n }, type: '$epoch-information' });
  });

  test('holds system events such as metadata', async () => {
    const stream = newStream();
    await client.setStreamMetadata(stream, { maxCount: 3 });
    const streams = (await collect(client.readAll())).map(({ event }) => event?.streamId);
    expect(streams).toContain(`$$${stream}`);
  });

  test('forwards includes the position, backwards excludes it', async () => {
    const stream = newStream();
    const { position } = await client.appendToStream(stream, noted(1));
    const after = await client.appendToStream(stream, noted(2));
    if (!position || !after.position) throw new Error('An append returns a position.');
    expect(await numbersOf(client.readAll({ fromPosition: position }))).toEqual([1, 2]);
    const backwards = client.readAll({ fromPosition: after.position, direction: 'backwards', maxCount: 1 });
    expect(await numbersOf(backwards)).toEqual([1]);
  });

  test('from a position between two events goes on at the next one', async () => {
    const { position } = await client.appendToStream(newStream(), noted(7));
    if (!position) throw new Error('An append returns a position.');
    const between = { commit: position.commit - 1n, prepare: position.prepare - 1n };
    expect(await numbersOf(client.readAll({ fromPosition: between, maxCount: 1 }))).toEqual([7]);
  });

  test('backwards from the end gives the latest first, and nothing behind the end or before the start', async () => {
    await client.appendToStream(newStream(), [noted(1), noted(2)]);
    expect(
      await numbersOf(client.readAll({ direction: 'backwards', fromPosition: 'end', maxCount: 2 })),
    ).toEqual([2, 1]);
    expect(await collect(client.readAll({ fromPosition: 'end' }))).toEqual([]);
    expect(await collect(client.readAll({ direction: 'backwards', fromPosition: 'start' }))).toEqual([]);
  });

  test('equals the union of the streams', async () => {
    const all = await collect(client.readAll());
    const streams = new Set(all.map(({ event }) => event?.streamId ?? ''));
    for (const stream of streams) {
      const events = await collect(client.readStream(stream));
      expect(events).toEqual(all.filter(({ event }) => event?.streamId === stream));
    }
  });
});

test('a slow reader does not keep others waiting and gets every event', async () => {
  const stream = newStream();
  for (const _ of upTo(10))
    await client.appendToStream(
      stream,
      upTo(500).map((n) => noted(n)),
    );
  const slow = client.readStream(stream, {}, { highWaterMark: 1 });
  const iterator = slow[Symbol.asyncIterator]();
  await iterator.next();
  expect(await collect(client.readStream(stream))).toHaveLength(5000);
  let rest = 0;
  for (let step = await iterator.next(); !step.done; step = await iterator.next()) rest += 1;
  expect(rest).toBe(4999);
});

test.each(['forwards', 'backwards'] as const)(
  'a read %s ends with the last revision where its client asks for that by a level of compatibility',
  async (direction) => {
    const stream = newStream();
    await client.appendToStream(stream, [noted(0), noted(1), noted(2)]);
    expect(await lastRevisionOf(stream, { direction, compatibility: 1 })).toBe('2');
    expect(await lastRevisionOf(stream, { direction, compatibility: 0 })).toBeUndefined();
  },
);

/** What the last message of a read of one event says of the stream's last revision, through a stub of the protocol. */
async function lastRevisionOf(
  stream: string,
  { direction, compatibility }: { direction: 'forwards' | 'backwards'; compatibility: number },
): Promise<string | undefined> {
  const { Options } = streamsPb.ReadReq;
  const options = new Options();
  const place = new Options.StreamOptions();
  place.setStreamIdentifier(streamIdentifier(stream));
  place.setRevision('1');
  options.setStream(place);
  options.setCount('1');
  options.setReadDirection(direction === 'forwards' ? 0 : 1);
  const control = new Options.ControlOption();
  control.setCompatibility(compatibility);
  options.setControlOption(control);
  const request = new streamsPb.ReadReq();
  request.setOptions(options);
  const stub = new streamsServicePb.StreamsClient(`127.0.0.1:${running.port}`, credentials.createInsecure());
  const responses: ReadResp[] = await stub.read(request).toArray();
  stub.close();
  const last = responses.at(-1);
  return last?.hasLastStreamPosition() ? last.getLastStreamPosition() : undefined;
}
