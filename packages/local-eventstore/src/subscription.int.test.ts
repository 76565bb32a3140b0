import {
  END,
  type EventStoreDBClient,
  eventTypeFilter,
  excludeSystemEvents,
  jsonEvent,
  type Position,
  START,
  StreamDeletedError,
  streamNameFilter,
} from '@eventstore/db-client';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { follow } from './testing/followed-subscription.js';
import { collect, newStream, noted, numberOf, type RunningStore, runStore } from './testing/running-store.js';

let running: RunningStore;
let client: EventStoreDBClient;
beforeAll(async () => {
  running = await runStore();
  client = running.client;
});
afterAll(() => running.stop());

const upTo = (count: number) => Array.from({ length: count }, (_, n) => n);

async function appended(stream: string, n: number): Promise<Position> {
  const { position } = await client.appendToStream(stream, noted(n));
  if (!position) throw new Error('An append returns a position.');
  return position;
}

describe('a subscription to a stream', () => {
  test('from the start delivers what is there, says that it caught up, and follows what comes', async () => {
    const stream = newStream();
    for (const n of upTo(3)) await appended(stream, n);
    const followed = follow(client.subscribeToStream(stream));
    await followed.signalled('caughtUp');
    expect(followed.events.map(numberOf)).toEqual([0, 1, 2]);
    await appended(stream, 3);
    await followed.arrived(4);
    expect(followed.events.map(numberOf)).toEqual([0, 1, 2, 3]);
    expect(followed.signals).toEqual(['confirmation', 'caughtUp']);
    await followed.stop();
  });

  test('from a revision starts after it', async () => {
    const stream = newStream();
    for (const n of upTo(3)) await appended(stream, n);
    const followed = follow(client.subscribeToStream(stream, { fromRevision: 1n }));
    await followed.signalled('caughtUp');
    expect(followed.events.map(numberOf)).toEqual([2]);
    await followed.stop();
  });

  test('from the end delivers only what comes', async () => {
    const stream = newStream();
    await appended(stream, 0);
    const followed = follow(client.subscribeToStream(stream, { fromRevision: END }));
    await followed.signalled('confirmation');
    await appended(stream, 1);
    await followed.arrived(1);
    expect(followed.events.map(numberOf)).toEqual([1]);
    await followed.stop();
  });

  test('waits for the first event of a stream that does not exist yet', async () => {
    const stream = newStream();
    const followed = follow(client.subscribeToStream(stream));
    await followed.signalled('caughtUp');
    await appended(newStream(), 9);
    await appended(stream, 0);
    await followed.arrived(1);
    expect(followed.events.map(numberOf)).toEqual([0]);
    await followed.stop();
  });

  test('is dropped with StreamDeleted when the stream is tombstoned', async () => {
    const stream = newStream();
    await appended(stream, 0);
    const followed = follow(client.subscribeToStream(stream));
    await followed.signalled('caughtUp');
    await client.tombstoneStream(stream);
    const error = await followed.dropped;
    expect(error).toBeInstanceOf(StreamDeletedError);
    expect(error).toMatchObject({ streamName: stream });
  });

  test('goes on after a soft delete with what is written then', async () => {
    const stream = newStream();
    await appended(stream, 0);
    const followed = follow(client.subscribeToStream(stream));
    await followed.signalled('caughtUp');
    await client.deleteStream(stream);
    await appended(stream, 1);
    await followed.arrived(2);
    expect(followed.events.map(({ event }) => event?.revision)).toEqual([0n, 1n]);
    await followed.stop();
  });
});

describe('a subscription to $all', () => {
  test('from the start delivers exactly what reading does, while events are written', async () => {
    const stream = newStream();
    const writing = Promise.all(upTo(400).map((n) => client.appendToStream(stream, noted(n))));
    const followed = follow(client.subscribeToAll({ fromPosition: START }));
    await writing;
    const all = await collect(client.readAll());
    await followed.arrived(all.length);
    expect(followed.events).toEqual(all);
    await followed.stop();
  });

  test('from a position starts after it', async () => {
    const stream = newStream();
    const position = await appended(stream, 1);
    await appended(stream, 2);
    const followed = follow(client.subscribeToAll({ fromPosition: position }));
    await followed.signalled('caughtUp');
    expect(followed.events.map(numberOf)).toEqual([2]);
    await followed.stop();
  });

  test('from the end delivers only what comes', async () => {
    const followed = follow(client.subscribeToAll({ fromPosition: END }));
    await followed.signalled('caughtUp');
    await appended(newStream(), 5);
    await followed.arrived(1);
    expect(followed.events.map(numberOf)).toEqual([5]);
    await followed.stop();
  });

  test('caughtUp can repeat: a burst larger than a page makes it fall behind first', async () => {
    const followed = follow(client.subscribeToAll({ fromPosition: END }));
    await followed.signalled('caughtUp');
    await client.appendToStream(
      newStream(),
      upTo(2000).map((n) => noted(n)),
    );
    await followed.signalled('caughtUp', 2);
    expect(followed.signals).toEqual(['confirmation', 'caughtUp', 'fellBehind', 'caughtUp']);
    expect(followed.events).toHaveLength(2000);
    await followed.stop();
  });

  test('a slow subscriber loses nothing and does not hold up a fast one', async () => {
    const slow = client.subscribeToAll({ fromPosition: END }, { highWaterMark: 1 });
    await new Promise<void>((resolve) => {
      slow.once('confirmation', resolve);
      slow.read(0);
    });
    const fast = follow(client.subscribeToAll({ fromPosition: END }));
    await fast.signalled('caughtUp');
    const stream = newStream();
    for (const _ of upTo(10))
      await client.appendToStream(
        stream,
        upTo(500).map((n) => noted(n)),
      );
    await fast.arrived(5000);
    const caughtLate = follow(slow);
    await caughtLate.arrived(5000);
    expect(caughtLate.events).toEqual(fast.events);
    await Promise.all([fast.stop(), caughtLate.stop()]);
  });
});

describe('a filtered subscription', () => {
  test.each([
    ['a stream prefix', (kind: string) => streamNameFilter({ prefixes: [`${kind}-`] })],
    ['a stream expression', (kind: string) => streamNameFilter({ regex: `^${kind}-` })],
    ['a type prefix', (kind: string) => eventTypeFilter({ prefixes: [`${kind}.`] })],
    ['a type expression', (kind: string) => eventTypeFilter({ regex: `^${kind}\\.` })],
  ])('by %s delivers only what matches, from storage and live', async (name, filterOf) => {
    const kind = `kind${name.replaceAll(' ', '')}`;
    const write = (n: number) =>
      client.appendToStream(newStream(kind), jsonEvent({ type: `${kind}.x`, data: { n } }));
    await write(1);
    await appended(newStream('else'), 100);
    const followed = follow(client.subscribeToAll({ filter: filterOf(kind) }));
    await followed.signalled('caughtUp');
    await appended(newStream('else'), 101);
    await write(2);
    await followed.arrived(2);
    expect(followed.events.map(numberOf)).toEqual([1, 2]);
    await followed.stop();
  });

  test('that excludes system events delivers none of them', async () => {
    const stream = newStream();
    await client.setStreamMetadata(stream, { maxCount: 5 });
    await appended(stream, 1);
    const followed = follow(client.subscribeToAll({ filter: excludeSystemEvents() }));
    await followed.signalled('caughtUp');
    expect(followed.events.length).toBeGreaterThan(0);
    expect(followed.events.filter(({ event }) => event?.type.startsWith('$'))).toEqual([]);
    await followed.stop();
  });

  test('gives a checkpoint every window × multiplier events and at the end', async () => {
    const from = await appended(newStream(), 0);
    const positions: bigint[] = [];
    for (const n of upTo(10)) positions.push((await appended(newStream('unmatched'), n)).commit);
    const checkpoints: bigint[] = [];
    const filter = streamNameFilter({
      prefixes: ['nothing-like-this-'],
      maxSearchWindow: 2,
      checkpointInterval: 2,
      checkpointReached: (_, position) => {
        checkpoints.push(position.commit);
      },
    });
    const followed = follow(client.subscribeToAll({ fromPosition: from, filter }));
    await followed.signalled('caughtUp');
    expect(checkpoints).toEqual([positions[3], positions[7], positions[9]]);
    await followed.stop();
  });

  test('uses a window of 32 where the client names none', async () => {
    const from = await appended(newStream(), 0);
    const positions: bigint[] = [];
    for (const n of upTo(40)) positions.push((await appended(newStream('unmatched'), n)).commit);
    const checkpoints: bigint[] = [];
    const filter = streamNameFilter({
      prefixes: ['nothing-like-this-'],
      checkpointReached: (_, position) => {
        checkpoints.push(position.commit);
      },
    });
    const followed = follow(client.subscribeToAll({ fromPosition: from, filter }));
    await followed.signalled('caughtUp');
    expect(checkpoints).toEqual([positions[31], positions[39]]);
    await followed.stop();
  });

  test('with an expression that can not be read is refused', async () => {
    const followed = follow(client.subscribeToAll({ filter: eventTypeFilter({ regex: '(' }) }));
    expect(await followed.dropped).toMatchObject({ code: 3 });
  });
});
