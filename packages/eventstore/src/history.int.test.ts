import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { WrongRevision } from './event-store.js';
import { createHistory } from './history.js';
import { newStream, noted, type RunningStore, runStore } from './running-store.fixture.js';

let running: RunningStore;
beforeAll(async () => {
  running = await runStore();
});
afterAll(() => running.stop());

const notes = (maxStreams = 10) =>
  createHistory<readonly unknown[]>({
    store: running.store,
    initial: [],
    evolve: (state, { data }) => [...state, (data as { note: unknown }).note],
    maxStreams,
  });

describe('a history', () => {
  test('folds a stream, and appends to what was folded', async () => {
    const history = notes();
    const stream = newStream();
    const nothing = await history.load(stream);
    expect(nothing).toEqual({ state: [], revision: -1 });
    const first = await history.append(stream, nothing, [noted('a'), noted('b')]);
    expect(first).toEqual({ state: ['a', 'b'], revision: 1 });
    expect(await history.load(stream)).toEqual(first);
    expect(await notes().load(stream)).toEqual(first);
  });

  test('that remembers less than others appended is refused once, and then knows', async () => {
    const [mine, theirs] = [notes(), notes()];
    const stream = newStream();
    const remembered = await mine.load(stream);
    await theirs.append(stream, await theirs.load(stream), [noted('theirs')]);
    expect(await mine.load(stream)).toEqual(remembered);
    await expect(mine.append(stream, remembered, [noted('mine')])).rejects.toBeInstanceOf(WrongRevision);
    const reread = await mine.load(stream);
    expect(reread.state).toEqual(['theirs']);
    expect((await mine.append(stream, reread, [noted('mine')])).state).toEqual(['theirs', 'mine']);
  });

  test('reads on as far as is asked for, and not before', async () => {
    const [mine, theirs] = [notes(), notes()];
    const stream = newStream();
    const written = await theirs.append(stream, await theirs.load(stream), [noted(1), noted(2)]);
    expect((await mine.loadUpTo(stream, 1)).state).toEqual([1, 2]);
    await theirs.append(stream, written, [noted(3)]);
    expect((await mine.loadUpTo(stream, 1)).state).toEqual([1, 2]);
    expect((await mine.loadUpTo(stream, 2)).state).toEqual([1, 2, 3]);
  });

  test('forgets the streams that were not used for longest, and reads them again', async () => {
    const history = notes(2);
    const streams = [newStream(), newStream(), newStream()];
    for (const [index, stream] of streams.entries()) {
      await history.append(stream, await history.load(stream), [noted(index)]);
    }
    for (const [index, stream] of streams.entries())
      expect((await history.load(stream)).state).toEqual([index]);
  });
});
