import { beforeAll, describe, expect, test } from '@jest/globals';
import type { ClientKit } from '../support/client-kit.js';
import { newStream, noted, notedFrom, numbersOf } from '../support/new-event.js';
import { storeUnderTest } from '../support/store-under-test.js';

export const readContract = (kit: ClientKit): void => {
  describe(`reads with ${kit.name}`, () => {
    const store = storeUnderTest(kit);
    const written = async (n: number, stream = newStream()): Promise<bigint> =>
      (await store.client.append(stream, [noted(n)])).position ?? -1n;

    describe('of a stream', () => {
      const stream = newStream();
      const numbers = Array.from({ length: 1_000 }, (_, n) => n);
      beforeAll(() => store.client.append(stream, notedFrom(0, 1_000)));

      test.each([
        [{}, numbers],
        [{ backwards: true, from: 'end' as const }, [...numbers].reverse()],
        [{ from: 997n }, [997, 998, 999]],
        [{ from: 998n, maxCount: 1 }, [998]],
        [{ maxCount: 3 }, [0, 1, 2]],
        [{ from: 1_000n }, []],
        [{ backwards: true, from: 2n }, [2, 1, 0]],
        [{ backwards: true, from: 'end' as const, maxCount: 1 }, [999]],
        [{ backwards: true, from: 5_000n, maxCount: 2 }, [999, 998]],
        [{ requiresLeader: true, maxCount: 2 }, [0, 1]],
      ])('case %# gives the events that the options name, the first included', async (options, expected) => {
        expect(numbersOf(await store.client.read(stream, options))).toEqual(expected);
      });

      test('a stream that nothing was written to is not found, by name', async () => {
        const missing = newStream();
        await expect(store.client.read(missing)).rejects.toMatchObject({
          type: 'stream-not-found',
          streamName: missing,
        });
      });

      test('what a projection would write is refused, instead of looking empty', async () => {
        await expect(store.client.read('$ce-guest')).rejects.toThrow(/projection|unsupported/i);
      });

      test('reads side by side each give everything', async () => {
        const reads = await Promise.all(Array.from({ length: 20 }, () => store.client.read(stream)));
        expect(reads.map((events) => events.length)).toEqual(reads.map(() => 1_000));
      });
    });

    describe('of $all', () => {
      test('positions rise, are sparse, and commit equals prepare', async () => {
        for (let n = 0; n < 20; n += 1) await written(n);
        const positions = (await store.client.readAll()).map(({ event }) => event?.position);
        const commits = positions.map((position) => position?.commit ?? -1n);
        expect(positions.map((position) => position?.prepare)).toEqual(commits);
        expect(commits.slice(1).every((commit, index) => commit - commits[index]! > 1n)).toBe(true);
      });

      test('position 0 is never an event of a user, and system events are there', async () => {
        const stream = newStream();
        await store.client.setMetadata(stream, { maxCount: 3 });
        const all = await store.client.readAll();
        expect(all[0]?.event).toMatchObject({ position: { commit: 0n }, type: expect.stringMatching(/^\$/) });
        expect(all.map(({ event }) => event?.streamId)).toContain(`$$${stream}`);
      });

      test('forwards includes the position and backwards excludes it', async () => {
        const position = await written(1);
        const after = await written(2);
        expect(numbersOf(await store.client.readAll({ from: position }))).toEqual([1, 2]);
        const before = await store.client.readAll({ from: after, backwards: true, maxCount: 1 });
        expect(numbersOf(before)).toEqual([1]);
      });

      test('backwards from the end gives the latest first', async () => {
        await store.client.append(newStream(), notedFrom(1, 2));
        const latest = await store.client.readAll({ from: 'end', backwards: true, maxCount: 2 });
        expect(numbersOf(latest)).toEqual([2, 1]);
      });

      test('it is the union of the streams', async () => {
        const all = await store.client.readAll();
        const streams = new Set(all.map(({ event }) => event?.streamId ?? ''));
        for (const stream of streams) {
          const own = all.filter(({ event }) => event?.streamId === stream);
          expect(await store.client.read(stream)).toEqual(own);
        }
      });
    });
  });
};
