import { describe, expect, test } from '@jest/globals';
import type { ClientKit } from '../support/client-kit.js';
import { linkTo, newStream, notedFrom, numbersOf } from '../support/new-event.js';
import { storeUnderTest } from '../support/store-under-test.js';

export const linksContract = (kit: ClientKit): void => {
  describe(`links with ${kit.name}`, () => {
    const store = storeUnderTest(kit);

    async function linked(): Promise<{ target: string; links: string }> {
      const target = newStream();
      const links = newStream('links');
      await store.client.append(target, notedFrom(0, 2));
      await store.client.append(links, [linkTo(`1@${target}`), linkTo(`0@${target}`)]);
      return { target, links };
    }

    test('a link is read as it is unless asked otherwise', async () => {
      const { target, links } = await linked();
      const [first] = await store.client.read(links);
      expect(first?.link).toBeUndefined();
      expect(first?.event).toMatchObject({ streamId: links, type: '$>' });
      expect(Buffer.from(first?.event?.data as Uint8Array).toString()).toBe(`1@${target}`);
    });

    test('a resolved link gives the event, and keeps the link beside it', async () => {
      const { target, links } = await linked();
      const events = await store.client.read(links, { resolveLinkTos: true });
      expect(numbersOf(events)).toEqual([1, 0]);
      expect(events[0]).toMatchObject({
        event: { streamId: target, revision: 1n },
        link: { streamId: links, revision: 0n, type: '$>' },
      });
    });

    test('$all and subscriptions resolve links too', async () => {
      const { links } = await linked();
      const all = await store.client.readAll({ resolveLinkTos: true });
      expect(numbersOf(all.filter(({ link }) => link?.streamId === links))).toEqual([1, 0]);
      const followed = store.client.subscribe(links, { resolveLinkTos: true });
      await followed.arrived(2);
      expect(numbersOf(followed.events)).toEqual([1, 0]);
      expect(followed.events.map(({ link }) => link?.revision)).toEqual([0n, 1n]);
      await followed.stop();
    });

    test('a link to what was deleted or never written comes without an event', async () => {
      const { target, links } = await linked();
      await store.client.append(links, [linkTo(`7@${newStream()}`)]);
      await store.client.remove(target);
      const events = await store.client.read(links, { resolveLinkTos: true });
      expect(events.map(({ event }) => event)).toEqual([undefined, undefined, undefined]);
      expect(events.map(({ link }) => link?.streamId)).toEqual([links, links, links]);
    });
  });
};
