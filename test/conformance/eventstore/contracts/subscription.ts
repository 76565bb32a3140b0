import type { ResolvedEvent } from '@eventstore/db-client';
import { describe, expect, test } from '@jest/globals';
import type { ClientKit } from '../support/client-kit.js';
import type { FollowedSubscription } from '../support/followed-subscription.js';
import { newStream, noted, notedFrom, numbersOf } from '../support/new-event.js';
import { storeUnderTest } from '../support/store-under-test.js';

const signalled = (followed: FollowedSubscription, name: string, count = 1): Promise<void> =>
  followed.until(() => followed.signals.filter((signal) => signal === name).length >= count);

export const subscriptionContract = (kit: ClientKit): void => {
  describe(`subscriptions with ${kit.name}`, () => {
    const store = storeUnderTest(kit);
    const written = async (stream: string, n: number): Promise<bigint> =>
      (await store.client.append(stream, [noted(n)])).position ?? -1n;

    test('to a stream from its start: what is there, caught up, what comes', async () => {
      const stream = newStream();
      await store.client.append(stream, notedFrom(0, 3));
      const followed = store.client.subscribe(stream);
      await signalled(followed, 'caughtUp');
      expect(numbersOf(followed.events)).toEqual([0, 1, 2]);
      await written(stream, 3);
      await followed.arrived(4);
      expect(numbersOf(followed.events)).toEqual([0, 1, 2, 3]);
      expect(followed.signals).toEqual(['confirmation', 'caughtUp']);
      await followed.stop();
    });

    test('to a stream from a revision: what is after it; from the end: what comes', async () => {
      const stream = newStream();
      await store.client.append(stream, notedFrom(0, 3));
      const [after, end] = [1n, 'end' as const].map((from) => store.client.subscribe(stream, { from }));
      await Promise.all([after, end].map((followed) => signalled(followed!, 'caughtUp')));
      await written(stream, 3);
      await Promise.all([after!.arrived(2), end!.arrived(1)]);
      expect(numbersOf(after!.events)).toEqual([2, 3]);
      expect(numbersOf(end!.events)).toEqual([3]);
      await Promise.all([after!.stop(), end!.stop()]);
    });

    test('to a stream that does not exist yet: it waits for the first event', async () => {
      const stream = newStream();
      const followed = store.client.subscribe(stream);
      await signalled(followed, 'caughtUp');
      await written(newStream(), 9);
      await written(stream, 0);
      await followed.arrived(1);
      expect(numbersOf(followed.events)).toEqual([0]);
      await followed.stop();
    });

    test('to a stream that gets a tombstone: dropped with StreamDeleted', async () => {
      const stream = newStream();
      await written(stream, 0);
      const followed = store.client.subscribe(stream);
      await signalled(followed, 'caughtUp');
      await store.client.tombstone(stream);
      expect(await followed.dropped).toMatchObject({ type: 'stream-deleted', streamName: stream });
    });

    test('to a stream that is deleted: it goes on with what is written then', async () => {
      const stream = newStream();
      await written(stream, 0);
      const followed = store.client.subscribe(stream);
      await signalled(followed, 'caughtUp');
      await store.client.remove(stream);
      await written(stream, 1);
      await followed.arrived(2);
      expect(followed.events.map(({ event }) => event?.revision)).toEqual([0n, 1n]);
      await followed.stop();
    });

    test('to $all from its start: exactly what a read gives, while others write', async () => {
      const stream = newStream();
      const writing = Promise.all(notedFrom(0, 400).map((event) => store.client.append(stream, [event])));
      const followed = store.client.subscribeAll({ from: 'start' });
      await writing;
      const all = await store.client.readAll();
      await followed.arrived(all.length);
      // The newer client reads times in whole seconds.
      const placed = (events: readonly ResolvedEvent[]) =>
        events.map(({ event }) => [event?.id, event?.streamId, event?.revision, event?.position?.commit]);
      expect(placed(followed.events)).toEqual(placed(all));
      await followed.stop();
    });

    test('to $all from a position: what is after it', async () => {
      const stream = newStream();
      const from = await written(stream, 1);
      await written(stream, 2);
      const followed = store.client.subscribeAll({ from });
      await signalled(followed, 'caughtUp');
      expect(numbersOf(followed.events)).toEqual([2]);
      await followed.stop();
    });

    test('caughtUp can repeat, with fellBehind between where the client tells it', async () => {
      const followed = store.client.subscribeAll({ from: 'end' });
      await signalled(followed, 'caughtUp');
      await store.client.append(newStream(), notedFrom(0, 2_000));
      await signalled(followed, 'caughtUp', 2);
      expect(followed.signals.filter((name) => name !== 'fellBehind')).toEqual([
        'confirmation',
        'caughtUp',
        'caughtUp',
      ]);
      expect(numbersOf(followed.events)).toEqual(Array.from({ length: 2_000 }, (_, n) => n));
      await followed.stop();
    });

    test('filtered: what passes, from storage and live, with a checkpoint every window × multiplier', async () => {
      const from = await written(newStream(), 0);
      const positions: bigint[] = [];
      for (let n = 0; n < 10; n += 1) positions.push(await written(newStream('unmatched'), n));
      const checkpoints: bigint[] = [];
      const filter = kit.filters.streamName({
        prefixes: ['matched-'],
        maxSearchWindow: 2,
        checkpointInterval: 2,
        checkpointReached: (_, position) => {
          checkpoints.push(position.commit);
        },
      });
      const followed = store.client.subscribeAll({ from, filter });
      await signalled(followed, 'caughtUp');
      expect(checkpoints).toEqual([positions[3], positions[7], positions[9]]);
      expect(followed.events).toEqual([]);
      await written(newStream('matched'), 7);
      await followed.arrived(1);
      expect(numbersOf(followed.events)).toEqual([7]);
      await followed.stop();
    });

    test('a hundred at once each get what comes', async () => {
      const stream = newStream();
      const all = Array.from({ length: 100 }, () => store.client.subscribe(stream));
      await Promise.all(all.map((followed) => signalled(followed, 'confirmation')));
      await store.client.append(stream, notedFrom(0, 20));
      await Promise.all(all.map((followed) => followed.arrived(20)));
      for (const { events } of all) expect(events).toEqual(all[0]!.events);
      await Promise.all(all.map((followed) => followed.stop()));
    });
  });
};
