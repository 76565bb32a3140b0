import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fetch } from '../apis/fetch.js';
import { listOffsets } from '../apis/list-offsets.js';
import { produce } from '../apis/produce.js';
import { readBatchHeader } from '../wire/record-batch.js';
import { makeBatch } from './batch.js';
import { fetchRequest } from './fetch-request.js';
import type { RawClient } from './raw-client.js';
import { type StartedBroker, startBroker } from './started-broker.js';

let broker: StartedBroker;
let raw: RawClient;

beforeAll(async () => {
  broker = await startBroker({ 'message.max.bytes': 100_000 });
  raw = await broker.raw();
});

afterAll(() => broker.stop());

const createTopic = async (topic: string, numPartitions = 1): Promise<void> => {
  const admin = broker.kafka.admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic, numPartitions }] });
  await admin.disconnect();
};

const append = async (topic: string, records: Buffer, index = 0, version = 7, acks = -1) => {
  const topics = [{ name: topic, partitions: [{ index, records }] }];
  const response = await raw.call(produce, version, {
    transactionalId: null,
    acks,
    timeoutMs: 1_000,
    topics,
  });
  return response.topics[0]!.partitions[0]!;
};

describe('records', () => {
  test('survive a restart', async () => {
    await createTopic('kept');
    expect(await append('kept', makeBatch({ values: ['a', 'b'] }))).toMatchObject({ code: 0, baseOffset: 0 });
    await broker.restart();
    raw = await broker.raw();
    expect(await append('kept', makeBatch({ values: ['c'] }))).toMatchObject({ code: 0, baseOffset: 2 });
  });

  test('of an idempotent producer that come twice are stored once', async () => {
    await createTopic('idempotent');
    const batch = () => makeBatch({ values: ['a', 'b'], producerId: 900, epoch: 0, baseSequence: 0 });
    const next = () => makeBatch({ values: ['c'], producerId: 900, epoch: 0, baseSequence: 2 });
    const all = await Promise.all([
      append('idempotent', batch()),
      append('idempotent', batch()),
      append('idempotent', next()),
    ]);
    expect(all.map((it) => [it.code, it.baseOffset])).toEqual([
      [0, 0],
      [0, 0],
      [0, 2],
    ]);
    await broker.restart();
    raw = await broker.raw();
    expect(await append('idempotent', next())).toMatchObject({ code: 0, baseOffset: 2 });
    expect(
      await append('idempotent', makeBatch({ values: ['e'], producerId: 900, epoch: 0, baseSequence: 4 })),
    ).toMatchObject({ code: 45 });
  });

  test.each<[string, Buffer, number, number, number]>([
    [
      'a wrong CRC',
      Buffer.concat([makeBatch({ values: ['a'] }).subarray(0, 66), Buffer.from([1, 2])]),
      7,
      -1,
      2,
    ],
    ['an old message format', Buffer.alloc(80), 2, -1, 43],
    ['too many bytes', makeBatch({ values: ['x'.repeat(100_001)] }), 7, -1, 10],
    ['acks of 2', makeBatch({ values: ['a'] }), 7, 2, 21],
    [
      'a transaction that nobody began',
      makeBatch({ values: ['a'], producerId: 77, epoch: 0, baseSequence: 0, isTransactional: true }),
      7,
      -1,
      49,
    ],
  ])('with %s are refused', async (_name, records, version, acks, code) => {
    await createTopic('refusing');
    expect(await append('refusing', records, 0, version, acks)).toMatchObject({ code, baseOffset: -1 });
  });

  test('for an unknown partition are refused', async () => {
    await createTopic('narrow');
    expect(await append('narrow', makeBatch({ values: ['a'] }), 3)).toMatchObject({ code: 3 });
  });
});

describe('a fetch', () => {
  test('waits for what it asked for, and answers at once when that comes', async () => {
    await createTopic('awaited');
    const reader = await broker.raw();
    const answer = reader.call(fetch, 11, fetchRequest({ topic: 'awaited', maxWaitMs: 30_000 }));
    await append('awaited', makeBatch({ values: ['a'] }));
    expect((await answer).topics[0]!.partitions[0]).toMatchObject({ code: 0, highWatermark: 1 });
  });

  test('waits for its minimum of bytes, but not beyond its time', async () => {
    await createTopic('slow');
    await append('slow', makeBatch({ values: ['a'] }));
    const startedMs = performance.now();
    const answer = await raw.call(
      fetch,
      11,
      fetchRequest({ topic: 'slow', minBytes: 10_000, maxWaitMs: 60 }),
    );
    expect(performance.now() - startedMs).toBeGreaterThan(50);
    expect(answer.topics[0]!.partitions[0]!.records[0]!.length).toBeGreaterThan(0);
  });

  test('keeps to its maximum of bytes, but always gets on', async () => {
    await createTopic('bounded');
    for (const size of [5_000, 100, 100, 100])
      await append('bounded', makeBatch({ values: ['x'.repeat(size)] }));
    const sizes: number[] = [];
    for (let offset = 0; offset < 4; ) {
      const answer = await raw.call(fetch, 11, fetchRequest({ topic: 'bounded', offset, maxBytes: 400 }));
      const records = answer.topics[0]!.partitions[0]!.records[0]!;
      sizes.push(records.length);
      for (let at = 0; at < records.length; at += records.readInt32BE(at + 8) + 12) {
        offset = readBatchHeader(records.subarray(at)).lastOffset + 1;
      }
    }
    expect(sizes).toHaveLength(3);
    expect(sizes[0]).toBeGreaterThan(5_000);
    expect(sizes[1]).toBeLessThanOrEqual(400);
  });

  test('does not starve a partition behind one that is always full', async () => {
    await createTopic('pair', 2);
    for (const index of [0, 1]) await append('pair', makeBatch({ values: ['x'.repeat(500)] }), index);
    const served = new Set<number>();
    for (let turn = 0; turn < 4; turn += 1) {
      const answer = await raw.call(fetch, 11, fetchRequest({ topic: 'pair', partitions: 2, maxBytes: 100 }));
      for (const it of answer.topics[0]!.partitions) if (it.records.length > 0) served.add(it.index);
    }
    expect(served).toEqual(new Set([0, 1]));
  });

  test('outside of the log, or of an unknown topic, is answered at once with the error', async () => {
    await createTopic('short');
    const code = async (topic: string, offset: number) =>
      (await raw.call(fetch, 11, fetchRequest({ topic, offset, maxWaitMs: 30_000 }))).topics[0]!
        .partitions[0]!.code;
    expect([await code('short', 5), await code('nowhere', 0)]).toEqual([1, 3]);
  });

  test('trap: is answered with session id 0, whatever session it says to end', async () => {
    await createTopic('sessionless');
    const topics = [{ name: 'sessionless', partitions: [{ index: 0, code: 0 }] }];
    const sessions = [
      [0, -1],
      [0, 0],
      [-1, -1],
      [4, -1],
      [4, 0],
    ] as const;
    for (const [sessionId, sessionEpoch] of sessions) {
      const request = fetchRequest({ topic: 'sessionless', sessionId, sessionEpoch });
      expect(await raw.call(fetch, 11, request)).toMatchObject({ code: 0, sessionId: 0, topics });
    }
  });

  test('that goes on with a session is told that there is none', async () => {
    for (const sessionId of [0, 4]) {
      const request = fetchRequest({ topic: 'sessionless', sessionId, sessionEpoch: 1 });
      expect(await raw.call(fetch, 11, request)).toMatchObject({ code: 70, sessionId: 0, topics: [] });
    }
  });
});

describe('offsets by time', () => {
  const find = async (topic: string, timestamp: number) => {
    const topics = [{ name: topic, partitions: [{ index: 0, timestamp }] }];
    const answer = await raw.call(listOffsets, 3, { replicaId: -1, isolationLevel: 0, topics });
    return answer.topics[0]!.partitions[0]!;
  };

  test('trap: are those of a record inside a batch, also when times do not rise', async () => {
    await createTopic('times');
    for (const timestamps of [[1_000, 2_000], [500, 900], [3_000, 2_500, 5_000], [4_000]]) {
      await append('times', makeBatch({ values: timestamps.map(String), timestamps }));
    }
    const found = await Promise.all([0, 1_500, 2_400, 4_000, 5_001, -1, -2].map((it) => find('times', it)));
    expect(found.map((it) => it.offset)).toEqual([0, 1, 4, 6, -1, 8, 0]);
    expect(found[1]!.timestamp).toBe(2_000);
  });

  test('come from what is left after a deletion', async () => {
    const admin = broker.kafka.admin();
    await admin.connect();
    // kafkajs deletes only in topics that it has looked at.
    expect(await admin.fetchTopicOffsets('times')).toMatchObject([{ low: '0', high: '8' }]);
    await admin.deleteTopicRecords({ topic: 'times', partitions: [{ partition: 0, offset: '7' }] });
    expect(await find('times', 4_000)).toMatchObject({ offset: 7, timestamp: 4_000 });
    expect(await admin.fetchTopicOffsetsByTimestamp('times', 4_000)).toEqual([{ partition: 0, offset: '7' }]);
    await admin.disconnect();
  });
});
