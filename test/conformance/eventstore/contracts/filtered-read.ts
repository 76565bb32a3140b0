import { describe, expect, test } from '@jest/globals';
import type { ClientKit } from '../support/client-kit.js';
import { linkTo, newStream, noted, notedFrom, numbersOf } from '../support/new-event.js';
import { storeUnderTest } from '../support/store-under-test.js';

/** The older client can't send a filter with a read, only with a subscription. */
export const filteredReadContract = (kit: ClientKit): void => {
  describe(`filtered reads with ${kit.name}`, () => {
    const store = storeUnderTest(kit);

    test.each(['stream prefix', 'stream expression', 'type prefix', 'type expression'] as const)(
      'a filter by %s is applied by the server, both ways, and counts what passes it',
      async (by) => {
        const kind = by.replace(' ', '');
        const filters = {
          'stream prefix': () => kit.filters.streamName({ prefixes: ['nothing', `${kind}-`] }),
          'stream expression': () => kit.filters.streamName({ regex: `^${kind}-` }),
          'type prefix': () => kit.filters.eventType({ prefixes: ['nothing', `${kind}.`] }),
          'type expression': () => kit.filters.eventType({ regex: `^${kind}\\.` }),
        };
        for (let n = 0; n < 5; n += 1) {
          await store.client.append(newStream(kind), [noted(n, undefined, `${kind}.x`)]);
          await store.client.append(newStream(), [noted(100 + n)]);
        }
        const filter = filters[by]();
        expect(numbersOf(await store.client.readAll({ filter }))).toEqual([0, 1, 2, 3, 4]);
        expect(numbersOf(await store.client.readAll({ filter, maxCount: 2 }))).toEqual([0, 1]);
        const backwards = await store.client.readAll({ filter, backwards: true, from: 'end' });
        expect(numbersOf(backwards)).toEqual([4, 3, 2, 1, 0]);
      },
    );

    test('links that pass a filter are resolved', async () => {
      const target = newStream();
      const links = newStream('links');
      await store.client.append(target, notedFrom(0, 2));
      await store.client.append(links, [linkTo(`1@${target}`), linkTo(`0@${target}`)]);
      const filter = kit.filters.streamName({ prefixes: [links] });
      expect(numbersOf(await store.client.readAll({ filter, resolveLinkTos: true }))).toEqual([1, 0]);
    });

    test('system events are left out where the filter says so', async () => {
      await store.client.setMetadata(newStream(), { maxCount: 2 });
      const events = await store.client.readAll({ filter: kit.filters.withoutSystem() });
      expect(events.length).toBeGreaterThan(0);
      expect(events.filter(({ event }) => event?.type.startsWith('$'))).toEqual([]);
    });
  });
};
