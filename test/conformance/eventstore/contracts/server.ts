import { describe, expect, test } from '@jest/globals';
import { type ClientKit, connectTo } from '../support/client-kit.js';
import { newStream, notedFrom, numbersOf } from '../support/new-event.js';
import { startServer } from '../support/server.js';
import { storeUnderTest } from '../support/store-under-test.js';

export const serverContract = (kit: ClientKit): void => {
  describe(`the server with ${kit.name}`, () => {
    const store = storeUnderTest(kit);

    test('persistent subscriptions and projections are refused with what to use instead', async () => {
      const { raw } = store.client;
      const useInstead = /use a catch-up subscription/;
      await expect(raw.deletePersistentSubscriptionToStream('s', 'g')).rejects.toThrow(useInstead);
      await expect(raw.getPersistentSubscriptionToStreamInfo('s', 'g')).rejects.toThrow(useInstead);
      await expect(raw.createProjection('p', 'fromAll()')).rejects.toThrow(/follow \$all with a filter/);
    });
  });

  describe(`connections and restarts with ${kit.name}`, () => {
    test.each(['+discover', ''])('%s in the scheme leads to the one node', async (suffix) => {
      const server = await startServer();
      const text = `${kit.scheme}${suffix}://127.0.0.1:${server.port()}?tls=false&nodePreference=leader`;
      const client = kit.connect(text);
      const stream = newStream();
      await client.append(stream, notedFrom(0, 2));
      expect(numbersOf(await client.read(stream, { requiresLeader: true }))).toEqual([0, 1]);
      await client.dispose();
      await server.stop();
    });

    test('a client that wants TLS fails fast', async () => {
      const server = await startServer();
      const client = kit.connect(`${kit.scheme}://127.0.0.1:${server.port()}?maxDiscoverAttempts=2`);
      const startedMs = performance.now();
      await expect(client.append(newStream(), notedFrom(0, 1))).rejects.toThrow();
      expect(performance.now() - startedMs).toBeLessThan(5_000);
      await client.dispose();
      await server.stop();
    });

    test.each(['SIGTERM', 'SIGKILL'] as const)(
      'what was acknowledged is there after %s, and a retry is recognised',
      async (signal) => {
        const server = await startServer();
        const stream = newStream();
        const events = notedFrom(0, 10);
        const before = connectTo(kit, server.port());
        const written = await before.append(stream, events);
        await before.dispose();
        await server.restart(signal);
        const after = connectTo(kit, server.port());
        expect(await after.append(stream, events)).toEqual(written);
        expect(numbersOf(await after.read(stream))).toEqual(Array.from({ length: 10 }, (_, n) => n));
        await after.dispose();
        await server.stop();
      },
    );

    test('a server that goes drops a subscription with Unavailable', async () => {
      const server = await startServer();
      const client = connectTo(kit, server.port());
      const followed = client.subscribeAll();
      await followed.until(() => followed.signals.includes('caughtUp'));
      await server.kill();
      expect(await followed.dropped).toBeInstanceOf(Error);
      await client.dispose();
      await server.stop();
    });
  });
};
