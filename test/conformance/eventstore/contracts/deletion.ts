import { describe, expect, test } from '@jest/globals';
import type { ClientKit } from '../support/client-kit.js';
import { newStream, noted, notedFrom, numbersOf } from '../support/new-event.js';
import { storeUnderTest } from '../support/store-under-test.js';

export const deletionContract = (kit: ClientKit): void => {
  describe(`metadata and deletion with ${kit.name}`, () => {
    const store = storeUnderTest(kit);

    async function streamOf(count: number): Promise<string> {
      const stream = newStream();
      await store.client.append(stream, notedFrom(0, count));
      return stream;
    }
    const inAll = async (stream: string) =>
      (await store.client.readAll()).filter(({ event }) => event?.streamId === stream);

    test('metadata reads back as it was set, with entries and rights of its own', async () => {
      const stream = newStream();
      const metadata = {
        maxCount: 5,
        maxAge: 3_600,
        truncateBefore: 1,
        color: 'red',
        acl: { readRoles: ['$all'] },
      };
      await store.client.setMetadata(stream, metadata);
      expect(await store.client.metadata(stream)).toMatchObject(metadata);
      expect(await store.client.metadata(newStream())).toBeUndefined();
    });

    test.each([
      ['maxCount', 2, [3, 4]],
      ['truncateBefore', 4, [4]],
      ['truncateBefore', 9, []],
    ])('%s %d limits reads of the stream both ways, not $all', async (name, value, readable) => {
      const stream = await streamOf(5);
      await store.client.setMetadata(stream, { [name]: value });
      expect(numbersOf(await store.client.read(stream))).toEqual(readable);
      const backwards = await store.client.read(stream, { backwards: true, from: 'end' });
      expect(numbersOf(backwards)).toEqual([...readable].reverse());
      expect(await inAll(stream)).toHaveLength(5);
    });

    test('maxAge hides what is older from the stream, not from $all', async () => {
      const stream = await streamOf(1);
      await store.client.setMetadata(stream, { maxAge: 1 });
      // Age is the one thing that only passing time brings about.
      await new Promise((resolve) => setTimeout(resolve, 1_100));
      await store.client.append(stream, [noted(1)]);
      expect(numbersOf(await store.client.read(stream))).toEqual([1]);
      expect(await inAll(stream)).toHaveLength(2);
    });

    test('a deleted stream is not found, its events stay in $all, and $tb is 2^63 − 1', async () => {
      const stream = await streamOf(2);
      expect(await store.client.remove(stream)).toBeGreaterThan(0n);
      await expect(store.client.read(stream)).rejects.toMatchObject({ type: 'stream-not-found' });
      expect(await inAll(stream)).toHaveLength(2);
      const [metadata] = await store.client.read(`$$${stream}`, { from: 'end', backwards: true });
      expect(JSON.stringify(metadata?.event?.data)).toMatch(/^\{"\$tb":922337203685477\d+\}$/);
    });

    test.each(['no_stream', 'any', 1n] as const)(
      'expecting %s, a deleted stream is written to again, and numbers go on',
      async (expected) => {
        const stream = await streamOf(2);
        await store.client.remove(stream);
        expect(await store.client.append(stream, [noted(7)], { expected })).toMatchObject({ revision: 2n });
        const events = await store.client.read(stream);
        expect(events.map(({ event }) => event?.revision)).toEqual([2n]);
      },
    );

    test('a delete that expects another revision is refused with both told', async () => {
      const stream = await streamOf(2);
      await expect(store.client.remove(stream, 0n)).rejects.toMatchObject({
        type: 'wrong-expected-version',
        ...store.client.mismatch(0n, 1n),
      });
      await store.client.remove(stream, 1n);
    });

    test.each(['any', 'no_stream', 3n] as const)(
      'a delete that expects %s is refused where there is neither an event nor metadata',
      async (expected) => {
        const stream = newStream();
        await expect(store.client.remove(stream, expected)).rejects.toMatchObject({
          type: 'wrong-expected-version',
          streamName: stream,
        });
        await store.client.setMetadata(stream, { cacheControl: 10 });
        await store.client.remove(stream, 'no_stream');
      },
    );

    test('a tombstone is for good', async () => {
      const stream = await streamOf(2);
      await store.client.tombstone(stream, 1n);
      const attempts = [
        () => store.client.read(stream),
        () => store.client.append(stream, [noted(1)]),
        () => store.client.append(stream, [noted(1)], { expected: 'no_stream' }),
        () => store.client.setMetadata(stream, { maxCount: 1 }),
        () => store.client.remove(stream),
        () => store.client.tombstone(stream),
      ];
      for (const attempt of attempts)
        await expect(attempt()).rejects.toMatchObject({ type: 'stream-deleted' });
      expect((await inAll(stream)).map(({ event }) => event?.type)).toEqual([
        'noted',
        'noted',
        '$streamDeleted',
      ]);
    });

    test('a stream that was never written to may get a tombstone', async () => {
      const stream = newStream();
      await store.client.tombstone(stream, 'no_stream');
      await expect(store.client.read(stream)).rejects.toMatchObject({ type: 'stream-deleted' });
    });
  });
};
