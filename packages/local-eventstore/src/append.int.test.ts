import { randomUUID } from 'node:crypto';
import {
  binaryEvent,
  DeadlineExceededError,
  EventStoreDBClient,
  jsonEvent,
  MaxAppendSizeExceededError,
  StreamDeletedError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
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

/** Credentials on the call make the client use Append; without them it uses BatchAppend. */
const calls = [
  { name: 'BatchAppend', options: {} },
  { name: 'Append', options: { credentials: { username: 'admin', password: 'changeit' } } },
] as const;

let running: RunningStore;
let client: EventStoreDBClient;
beforeAll(async () => {
  running = await runStore();
  client = running.client;
});
afterAll(() => running.stop());

describe.each(calls)('$name', ({ options }) => {
  test('returns the revision and the position, and the event reads back whole', async () => {
    const stream = newStream();
    const before = Date.now();
    const event = jsonEvent({ type: 'noted', data: { n: 1 }, metadata: { by: 'me' } });
    const result = await client.appendToStream(stream, event, options);
    expect(result).toMatchObject({ success: true, nextExpectedRevision: 0n });
    const [read] = await collect(client.readStream(stream));
    expect(read?.event).toMatchObject({
      streamId: stream,
      id: event.id,
      type: 'noted',
      revision: 0n,
      data: { n: 1 },
      metadata: { by: 'me' },
      isJson: true,
      position: result.position,
    });
    const created = read?.event?.created.getTime() ?? 0;
    expect(created).toBeGreaterThanOrEqual(before);
    expect(created).toBeLessThanOrEqual(Date.now());
  });

  test('keeps binary data and metadata as they are', async () => {
    const stream = newStream();
    const event = binaryEvent({
      type: 'photo',
      data: Uint8Array.of(0, 255, 1),
      metadata: Uint8Array.of(9, 8),
    });
    await client.appendToStream(stream, event, options);
    const [read] = await collect(client.readStream(stream));
    expect(read?.event).toMatchObject({ isJson: false, type: 'photo' });
    expect(read?.event?.data).toEqual(Uint8Array.of(0, 255, 1));
    expect(read?.event?.metadata).toEqual(Uint8Array.of(9, 8));
  });

  test('writes several events together, in their order', async () => {
    const stream = newStream();
    const result = await client.appendToStream(
      stream,
      [1, 2, 3].map((n) => noted(n)),
      options,
    );
    expect(result.nextExpectedRevision).toBe(2n);
    expect(await numbersOf(client.readStream(stream))).toEqual([1, 2, 3]);
  });

  test.each([
    { expectedRevision: 'no_stream' as const, actual: 0n },
    { expectedRevision: 5n, actual: 0n },
  ])(
    'refuses $expectedRevision on a stream at revision 0 with WrongExpectedVersion',
    async ({ expectedRevision, actual }) => {
      const stream = newStream();
      await client.appendToStream(stream, noted(1), options);
      const error = await rejectionOf(
        client.appendToStream(stream, noted(2), { ...options, expectedRevision }),
      );
      expect(error).toBeInstanceOf(WrongExpectedVersionError);
      expect(error).toMatchObject({
        streamName: stream,
        expectedVersion: expectedRevision,
        actualVersion: actual,
      });
    },
  );

  test.each(['stream_exists', 0n] as const)(
    'refuses %s on a stream that does not exist',
    async (expectedRevision) => {
      const stream = newStream();
      const error = await rejectionOf(
        client.appendToStream(stream, noted(1), { ...options, expectedRevision }),
      );
      expect(error).toMatchObject({ expectedVersion: expectedRevision, actualVersion: 'no_stream' });
    },
  );

  test('stream_exists is met by metadata alone', async () => {
    const stream = newStream();
    await client.setStreamMetadata(stream, { maxCount: 10 });
    const result = await client.appendToStream(stream, noted(1), {
      ...options,
      expectedRevision: 'stream_exists',
    });
    expect(result.nextExpectedRevision).toBe(0n);
  });

  test.each(['any', 'stream_exists'] as const)(
    'answers a retry with %s by the first result',
    async (expectedRevision) => {
      const stream = newStream();
      await client.appendToStream(stream, noted(0), options);
      const events = [noted(1), noted(2)];
      const first = await client.appendToStream(stream, events, { ...options, expectedRevision });
      await client.appendToStream(stream, noted(3), options);
      expect(await client.appendToStream(stream, events, { ...options, expectedRevision })).toEqual(first);
      expect(await numbersOf(client.readStream(stream))).toEqual([0, 1, 2, 3]);
    },
  );

  test.each(['any', 'stream_exists'] as const)(
    'refuses a retry with %s of known events followed by new ones',
    async (expectedRevision) => {
      const stream = newStream();
      const known = noted(1);
      await client.appendToStream(stream, known, options);
      const error = await rejectionOf(
        client.appendToStream(stream, [known, noted(2)], { ...options, expectedRevision }),
      );
      expect(error).toBeInstanceOf(WrongExpectedVersionError);
      expect(await numbersOf(client.readStream(stream))).toEqual([1]);
    },
  );

  test('compares the ids at an explicit revision and at no_stream', async () => {
    const stream = newStream();
    const [a, b] = [noted(1), noted(2)];
    const first = await client.appendToStream(stream, a, { ...options, expectedRevision: 'no_stream' });
    const second = await client.appendToStream(stream, b, { ...options, expectedRevision: 0n });
    expect(await client.appendToStream(stream, a, { ...options, expectedRevision: 'no_stream' })).toEqual(
      first,
    );
    expect(await client.appendToStream(stream, b, { ...options, expectedRevision: 0n })).toEqual(second);
    const misplaced = client.appendToStream(stream, a, { ...options, expectedRevision: 0n });
    expect(await rejectionOf(misplaced)).toBeInstanceOf(WrongExpectedVersionError);
  });

  test('takes an append of 1 MiB and refuses one byte more', async () => {
    const type = 'large';
    const room = 1024 * 1024 - type.length * 2;
    const stream = newStream();
    const sized = (bytes: number) => binaryEvent({ type, data: new Uint8Array(bytes) });
    await client.appendToStream(stream, sized(room), options);
    const error = await rejectionOf(client.appendToStream(stream, sized(room + 1), options));
    expect(error).toBeInstanceOf(MaxAppendSizeExceededError);
    expect(error).toMatchObject({ maxAppendSize: 1024 * 1024 });
    expect(await collect(client.readStream(stream))).toHaveLength(1);
  });

  test('refuses an append that only its many parts make too large, and goes on', async () => {
    const stream = newStream();
    const events = Array.from({ length: 20 }, () =>
      binaryEvent({ type: 'part', data: new Uint8Array(400_000) }),
    );
    expect(await rejectionOf(client.appendToStream(stream, events, options))).toBeInstanceOf(
      MaxAppendSizeExceededError,
    );
    await client.appendToStream(stream, noted(1), options);
    expect(await numbersOf(client.readStream(stream))).toEqual([1]);
  });

  test('refuses a tombstoned stream with StreamDeleted', async () => {
    const stream = newStream();
    await client.tombstoneStream(stream);
    const error = await rejectionOf(client.appendToStream(stream, noted(1), options));
    expect(error).toBeInstanceOf(StreamDeletedError);
    expect(error).toMatchObject({ streamName: stream });
  });

  test('an append of no events writes nothing', async () => {
    const stream = newStream();
    expect(await client.appendToStream(stream, [], options)).toMatchObject({ success: true });
    expect((await client.appendToStream(stream, noted(1), options)).nextExpectedRevision).toBe(0n);
  });

  test('many at once to one stream are each there once, without gaps', async () => {
    const stream = newStream();
    const numbers = Array.from({ length: 300 }, (_, n) => n);
    const results = await Promise.all(numbers.map((n) => client.appendToStream(stream, noted(n), options)));
    const revisions = results.map((result) => Number(result.nextExpectedRevision)).sort((a, b) => a - b);
    expect(revisions).toEqual(numbers);
    expect((await numbersOf(client.readStream(stream))).sort((a, b) => a - b)).toEqual(numbers);
  });

  test('only one of many with the same expected revision is written', async () => {
    const stream = newStream();
    const attempts = Array.from({ length: 20 }, (_, n) =>
      client.appendToStream(stream, noted(n), { ...options, expectedRevision: 'no_stream' }),
    );
    const settled = await Promise.allSettled(attempts);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

test('an event without a type is refused with what every event needs', async () => {
  const untyped = client.appendToStream(newStream(), jsonEvent({ type: '', data: {} }), calls[1].options);
  expect(await rejectionOf(untyped)).toMatchObject({
    type: 'missing-required-metadata-property',
    requiredMetadataProperties: ['type', 'content-type'],
  });
});

test('a failed append can be answered instead of thrown', async () => {
  const lenient = EventStoreDBClient.connectionString(
    `esdb://127.0.0.1:${running.port}?tls=false&throwOnAppendFailure=false`,
  );
  const stream = newStream();
  await lenient.appendToStream(stream, noted(1));
  expect(await lenient.appendToStream(stream, noted(2), { expectedRevision: 'no_stream' })).toMatchObject({
    success: false,
  });
  await lenient.dispose();
});

test('an Append whose deadline has passed is refused by its deadline', async () => {
  const options = { credentials: { username: 'admin', password: 'changeit' }, deadline: 1 };
  const events = Array.from({ length: 2000 }, (_, n) => noted(n, randomUUID()));
  expect(await rejectionOf(client.appendToStream(newStream(), events, options))).toBeInstanceOf(
    DeadlineExceededError,
  );
});

test('a burst of more than the server takes at once is written whole', async () => {
  const stream = newStream();
  const large = () => binaryEvent({ type: 'large', data: new Uint8Array(900_000) });
  const results = await Promise.all(
    Array.from({ length: 100 }, () => client.appendToStream(stream, large())),
  );
  const revisions = results.map((result) => Number(result.nextExpectedRevision));
  expect(revisions).toEqual(Array.from({ length: 100 }, (_, revision) => revision));
});
