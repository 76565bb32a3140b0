import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { WrongRevision } from './event-store.js';
import { newStream, noted, type RunningStore, runStore } from './running-store.fixture.js';

let running: RunningStore;
beforeAll(async () => {
  running = await runStore();
});
afterAll(() => running.stop());

describe('the event store', () => {
  test('gives back what was appended, in order, with where and when', async () => {
    const { store } = running;
    const stream = newStream();
    const events = ['a', 'b', 'c'].map(noted);
    const before = Date.now();
    expect(await store.append(stream, -1, events.slice(0, 2))).toBe(1);
    expect(await store.append(stream, 1, events.slice(2))).toBe(2);
    const read = await store.read(stream);
    expect(read).toEqual(
      events.map(({ id, type, data }, revision) => ({
        id,
        type,
        data,
        stream,
        revision,
        position: expect.any(Number),
        createdAt: expect.any(Number),
      })),
    );
    const [first, second] = read;
    expect(first!.position).toBeLessThan(second!.position);
    expect(Math.abs(first!.createdAt - before)).toBeLessThan(60_000);
    expect((await store.read(stream, 2)).map(({ data }) => data)).toEqual([{ note: 'c' }]);
    expect(await store.read(stream, 3)).toEqual([]);
  });

  test('reads nothing of a stream that is not there', async () => {
    expect(await running.store.read(newStream())).toEqual([]);
  });

  test('refuses an append that was decided on an older revision', async () => {
    const { store } = running;
    const stream = newStream();
    await store.append(stream, -1, [noted('a')]);
    for (const revision of [-1, 5]) {
      const appending = store.append(stream, revision, [noted('b')]);
      await expect(appending).rejects.toBeInstanceOf(WrongRevision);
      await expect(appending).rejects.toMatchObject({ code: 'wrong-revision', retryable: true });
    }
    await store.append(stream, 0, [noted('c')]);
    expect((await store.read(stream)).map(({ data }) => data)).toEqual([{ note: 'a' }, { note: 'c' }]);
  });

  test('takes an append that is repeated for the same one', async () => {
    const { store } = running;
    const stream = newStream();
    const events = [noted('a'), noted('b')];
    expect(await store.append(stream, -1, events)).toBe(1);
    expect(await store.append(stream, -1, events)).toBe(1);
    expect(await store.read(stream)).toHaveLength(2);
  });

  test('lets one of many win that append to the same revision at once', async () => {
    const { store } = running;
    const stream = newStream();
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) => store.append(stream, -1, [noted(index)])),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(WrongRevision);
    }
    expect(await store.read(stream)).toHaveLength(1);
  });

  test('knows the newest position of the streams that are asked for', async () => {
    const { store } = running;
    const prefix = `${newStream('only')}-`;
    expect(await store.lastPosition([prefix])).toBeUndefined();
    const stream = newStream(prefix);
    await store.append(stream, -1, [noted('a'), noted('b')]);
    await store.append(newStream('other-'), -1, [noted('c')]);
    expect(await store.lastPosition([prefix, 'nothing-'])).toBe((await store.read(stream)).at(-1)?.position);
  });
});

describe('a subscription', () => {
  const notesOf = async (after: number | undefined, prefix: string, count: number, maxBatch = 10) => {
    const subscription = running.store.subscribe({ after, streamPrefixes: [prefix], maxBatch });
    const [notes, sizes, positions]: [unknown[], number[], number[]] = [[], [], []];
    for await (const batch of subscription) {
      sizes.push(batch.length);
      positions.push(...batch.map(({ position }) => position));
      notes.push(...batch.map(({ data }) => (data as { note: unknown }).note));
      if (notes.length >= count) break;
    }
    await subscription.close();
    return { notes, sizes, positions };
  };

  test('brings what is there and then what comes, in batches, in order, of these streams only', async () => {
    const { store } = running;
    const prefix = `${newStream('sub')}-`;
    const numbers = Array.from({ length: 300 }, (_, index) => index);
    const [one, other] = [newStream(prefix), newStream(prefix)];
    await store.append(one, -1, numbers.slice(0, 150).map(noted));
    await store.append(newStream('elsewhere-'), -1, [noted('not ours')]);
    const reading = notesOf(undefined, prefix, 300, 7);
    await store.append(other, -1, numbers.slice(150).map(noted));
    const { notes, sizes, positions } = await reading;
    expect(notes).toEqual(numbers);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(7);
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
  });

  test('goes on after a position', async () => {
    const { store } = running;
    const prefix = `${newStream('sub')}-`;
    const stream = newStream(prefix);
    await store.append(stream, -1, [1, 2, 3].map(noted));
    const [, second] = await store.read(stream);
    expect((await notesOf(second!.position, prefix, 1)).notes).toEqual([3]);
  });

  test('ends when it is closed while it waits', async () => {
    const subscription = running.store.subscribe({
      after: undefined,
      streamPrefixes: [newStream('no')],
      maxBatch: 5,
    });
    const ended = (async () => {
      for await (const batch of subscription) expect(batch).toEqual([]);
    })();
    await subscription.close();
    await ended;
  });
});
