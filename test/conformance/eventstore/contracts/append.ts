import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { ClientKit } from '../support/client-kit.js';
import { binary, json, type NewEvent, newStream, noted, notedFrom, numbersOf } from '../support/new-event.js';
import type { Expected } from '../support/store-client.js';
import { storeUnderTest } from '../support/store-under-test.js';

const credentials = { username: 'admin', password: 'changeit' };

export const appendContract = (kit: ClientKit): void => {
  describe(`appends with ${kit.name}`, () => {
    const store = storeUnderTest(kit);

    describe.each([
      ['BatchAppend', {}],
      ['Append, for calls with credentials', { credentials }],
    ])('%s', (_method, options) => {
      const append = (stream: string, events: readonly NewEvent[], expected?: Expected) =>
        store.client.append(stream, events, { ...options, ...(expected === undefined ? {} : { expected }) });

      test('an append answers with the revision and the position of its last event, and numbers go on', async () => {
        const stream = newStream();
        const first = await append(stream, notedFrom(0, 3));
        const second = await append(stream, notedFrom(3, 2));
        expect(first).toMatchObject({ success: true, revision: 2n });
        expect(second).toMatchObject({ success: true, revision: 4n });
        const read = await store.client.read(stream);
        expect(read.map(({ event }) => event?.revision)).toEqual([0n, 1n, 2n, 3n, 4n]);
        expect([read[2], read[4]].map((it) => it?.event?.position?.commit)).toEqual([
          first.position,
          second.position,
        ]);
      });

      test.each(['any', 'no_stream'] as const)(
        'expecting %s succeeds where there is no stream',
        async (expected) => {
          expect(await append(newStream(), [noted(0)], expected)).toMatchObject({ revision: 0n });
        },
      );

      test('an explicit revision succeeds where it is the last one', async () => {
        const stream = newStream();
        await append(stream, notedFrom(0, 2), 'no_stream');
        expect(await append(stream, [noted(2)], 1n)).toMatchObject({ revision: 2n });
        expect(await append(stream, [noted(3)], 'stream_exists')).toMatchObject({ revision: 3n });
      });

      test.each([
        ['no_stream', 1n],
        [0n, 1n],
        [5n, 1n],
      ] as const)(
        'expecting %s where the last revision is 1 fails with both told',
        async (expected, actual) => {
          const stream = newStream();
          await append(stream, notedFrom(0, 2));
          await expect(append(stream, [noted(2)], expected)).rejects.toMatchObject({
            type: 'wrong-expected-version',
            streamName: stream,
            ...store.client.mismatch(expected, actual),
          });
          expect(numbersOf(await store.client.read(stream))).toEqual([0, 1]);
        },
      );

      test.each(['stream_exists', 1n] as const)(
        'expecting %s where there is no stream fails',
        async (expected) => {
          const stream = newStream();
          await expect(append(stream, [noted(0)], expected)).rejects.toMatchObject({
            type: 'wrong-expected-version',
            streamName: stream,
          });
          await expect(store.client.read(stream)).rejects.toMatchObject({ type: 'stream-not-found' });
        },
      );

      test('stream_exists is met by metadata alone', async () => {
        const stream = newStream();
        await store.client.setMetadata(stream, { maxCount: 10 });
        expect(await append(stream, [noted(0)], 'stream_exists')).toMatchObject({ revision: 0n });
      });

      test.each(['any', 'stream_exists'] as const)(
        'expecting %s, an append whose ids are all known answers with the first result',
        async (expected) => {
          const stream = newStream();
          await append(stream, [noted(0)]);
          const events = notedFrom(1, 2);
          const first = await append(stream, events, expected);
          await append(stream, [noted(3)]);
          expect(await append(stream, events, expected)).toEqual(first);
          expect(numbersOf(await store.client.read(stream))).toEqual([0, 1, 2, 3]);
        },
      );

      test.each(['any', 'stream_exists'] as const)(
        'expecting %s, an append with a known id and then a new one is refused',
        async (expected) => {
          const stream = newStream();
          const known = noted(0);
          await append(stream, [known]);
          await expect(append(stream, [known, noted(1)], expected)).rejects.toMatchObject({
            type: 'wrong-expected-version',
          });
          expect(numbersOf(await store.client.read(stream))).toEqual([0]);
        },
      );

      test.each(['no_stream', 0n] as const)(
        'expecting %s, ids are compared with those at their revisions',
        async (expected) => {
          const stream = newStream();
          if (expected !== 'no_stream') await append(stream, [noted(-1)]);
          const events = notedFrom(0, 2);
          const first = await append(stream, events, expected);
          await append(stream, [noted(2)]);
          expect(await append(stream, events, expected)).toEqual(first);
          await expect(append(stream, [...events, noted(9)], expected)).rejects.toMatchObject({
            type: 'wrong-expected-version',
          });
          await expect(append(stream, [events[1]!, events[0]!], expected)).rejects.toMatchObject({
            type: 'wrong-expected-version',
          });
        },
      );

      test('an id that another stream holds is new in this one', async () => {
        const id = randomUUID();
        await append(newStream(), [noted(0, id)]);
        expect(await append(newStream(), [noted(0, id)])).toMatchObject({ revision: 0n });
      });

      test('an append of more than 1 MiB is refused with the limit, and one of just as much is taken', async () => {
        const stream = newStream();
        const filled = (bytes: number) => binary(Buffer.alloc(bytes - 4 - 3), Uint8Array.of(1, 2, 3), 'xx');
        await expect(append(stream, [filled(1_048_577)])).rejects.toMatchObject({
          type: 'maximum-append-size-exceeded',
          maxAppendSize: 1_048_576,
        });
        await expect(append(stream, notedFrom(0, 60_000))).rejects.toMatchObject({
          type: 'maximum-append-size-exceeded',
        });
        expect(await append(stream, [filled(1_048_576)])).toMatchObject({ revision: 0n });
      });

      test('an append whose deadline has passed fails with it, and writes nothing', async () => {
        const stream = newStream();
        const events = Array.from({ length: 8_000 }, (_, n) => noted(n));
        await expect(store.client.append(stream, events, { ...options, deadline: 1 })).rejects.toMatchObject({
          type: 'deadline-exceeded',
        });
        await expect(store.client.read(stream)).rejects.toMatchObject({ type: 'stream-not-found' });
      });

      test.each<[string, unknown, unknown]>([
        ['an object', { who: 'Ada', n: 1 }, { corr: 'x' }],
        ['text with any character', 'CC ‐ 1830 Ę \u0018 😾', { note: '房间' }],
        ['a number', 7, 2],
        ['a list', [1, { a: null }], [true]],
        ['null', null, undefined],
      ])('%s comes back as it was written, with its metadata', async (_what, data, metadata) => {
        const stream = newStream();
        const event = json(data, metadata);
        await append(stream, [event]);
        const [read] = await store.client.read(stream);
        expect(read?.event).toMatchObject({ id: event.id, type: 'noted', isJson: true, data });
        expect(read?.event?.metadata).toEqual(metadata);
      });

      test('bytes come back as they were written, with metadata that is bytes or JSON', async () => {
        const stream = newStream();
        const bytes = Uint8Array.from([0, 255, 10, 13, 128]);
        await append(stream, [binary(bytes, Uint8Array.from([1, 254])), binary(bytes, { a: 1 })]);
        const [first, second] = await store.client.read(stream);
        expect(first?.event?.isJson).toBe(false);
        expect(Buffer.from(first?.event?.data as Uint8Array)).toEqual(Buffer.from(bytes));
        expect(Buffer.from(first?.event?.metadata as Uint8Array)).toEqual(Buffer.from([1, 254]));
        expect(second?.event?.metadata).toEqual({ a: 1 });
      });

      test('an event says when it was created', async () => {
        const stream = newStream();
        const before = Date.now();
        await append(stream, [noted(0)]);
        const [read] = await store.client.read(stream);
        const created = read?.event?.created.valueOf() ?? 0;
        // The newer client cuts what is below a second off.
        expect(created).toBeGreaterThanOrEqual(before - 1000);
        expect(created).toBeLessThanOrEqual(Date.now());
      });

      test('appends side by side to one stream are all there, each once', async () => {
        const stream = newStream();
        const answers = await Promise.all(Array.from({ length: 500 }, (_, n) => append(stream, [noted(n)])));
        const revisions = answers.map(({ revision }) => Number(revision)).sort((a, b) => a - b);
        expect(revisions).toEqual(Array.from({ length: 500 }, (_, n) => n));
        const numbers = numbersOf(await store.client.read(stream)) as number[];
        expect(numbers.sort((a, b) => a - b)).toEqual(revisions);
      });

      test('of appends side by side that expect the same revision one is written', async () => {
        const stream = newStream();
        const outcomes = await Promise.allSettled(
          Array.from({ length: 20 }, (_, n) => append(stream, [noted(n)], 'no_stream')),
        );
        expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
        expect(await store.client.read(stream)).toHaveLength(1);
      });
    });

    test('a batch that is sent in many parts is one append', async () => {
      const stream = newStream();
      const answer = await store.client.append(stream, notedFrom(0, 5_000), {
        batchAppendSize: 1024,
        expected: 'no_stream',
      });
      expect(answer).toMatchObject({ revision: 4_999n });
      expect(numbersOf(await store.client.read(stream))).toEqual(Array.from({ length: 5_000 }, (_, n) => n));
    });

    test('ten thousand appends of one event, all at once, are all taken', async () => {
      const stream = newStream();
      const value = 'A'.repeat(904);
      const answers = await Promise.all(
        Array.from({ length: 10_000 }, () => store.client.append(stream, [json({ value })])),
      );
      expect(new Set(answers.map(({ revision }) => revision)).size).toBe(10_000);
      const [last] = await store.client.read(stream, { from: 'end', backwards: true, maxCount: 1 });
      expect(last?.event?.revision).toBe(9_999n);
    });

    test('a refused append throws or, where the client was told so, answers with success false', async () => {
      const stream = newStream();
      await store.client.append(stream, [noted(0)]);
      const quiet = { expectedRevision: 'no_stream', streamState: 'no_stream', throwOnAppendFailure: false };
      const answer = await store.client.raw
        .appendToStream(stream, [noted(1)] as never, quiet as never)
        .catch((fault) => fault);
      // The option belongs to the connection; a call that gives it is as any other.
      expect(answer).toMatchObject({ type: 'wrong-expected-version' });
    });
  });
};
