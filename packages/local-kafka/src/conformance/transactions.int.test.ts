import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Admin } from 'kafkajs';
import { addPartitionsToTxn } from '../apis/add-partitions-to-txn.js';
import { endTxn } from '../apis/end-txn.js';
import { fetch } from '../apis/fetch.js';
import { initProducerId } from '../apis/init-producer-id.js';
import { produce } from '../apis/produce.js';
import { makeBatch } from './batch.js';
import { fetchRequest } from './fetch-request.js';
import type { RawClient } from './raw-client.js';
import { type StartedBroker, startBroker } from './started-broker.js';

let broker: StartedBroker;
let admin: Admin;
let raw: RawClient;

beforeAll(async () => {
  broker = await startBroker();
  admin = broker.kafka.admin();
  await admin.connect();
  raw = await broker.raw();
});

afterAll(async () => {
  await admin.disconnect();
  await broker.stop();
});

const startProducer = async (transactionalId: string) => {
  const producer = broker.kafka.producer({ transactionalId, idempotent: true, maxInFlightRequests: 1 });
  await producer.connect();
  return producer;
};

const offsetsIn = (topic: string, offset: string, metadata?: string) => ({
  consumerGroupId: `group-of-${topic}`,
  topics: [{ topic, partitions: [{ partition: 0, offset, metadata }] }],
});

const committed = async (topic: string) =>
  (await admin.fetchOffsets({ groupId: `group-of-${topic}`, topics: [topic] }))[0]!.partitions[0]!;

const start = (transactionalId: string, transactionTimeoutMs = 60_000) =>
  raw.call(initProducerId, 1, { transactionalId, transactionTimeoutMs, producerId: -1, epoch: -1 });

interface Producer {
  id: string;
  producerId: number;
  epoch: number;
}

const open = async (topic: string, it: Producer) =>
  (
    await raw.call(addPartitionsToTxn, 1, {
      transactionalId: it.id,
      producerId: it.producerId,
      epoch: it.epoch,
      topics: [{ name: topic, partitions: [0] }],
    })
  ).topics[0]!.partitions[0]!.code;

const write = async (topic: string, it: Producer, baseSequence: number, value: string) => {
  const records = makeBatch({ values: [value], ...it, baseSequence, isTransactional: true });
  const topics = [{ name: topic, partitions: [{ index: 0, records }] }];
  const answer = await raw.call(produce, 7, { transactionalId: it.id, acks: -1, timeoutMs: 1_000, topics });
  return answer.topics[0]!.partitions[0]!;
};

const end = async (it: Producer, commit: boolean) =>
  (await raw.call(endTxn, 1, { transactionalId: it.id, producerId: it.producerId, epoch: it.epoch, commit }))
    .code;

const fetchCommitted = async (topic: string, maxWaitMs = 0) => {
  const answer = await raw.call(fetch, 11, fetchRequest({ topic, maxWaitMs, readCommitted: true }));
  return answer.topics[0]!.partitions[0]!;
};

describe('a transaction', () => {
  test('that is open holds back what comes after it, until it ends', async () => {
    await admin.createTopics({ topics: [{ topic: 'held' }] });
    const producer = await startProducer('held');
    const plain = broker.kafka.producer();
    await plain.connect();
    const transaction = await producer.transaction();
    await transaction.send({ topic: 'held', messages: [{ value: 'in' }] });
    await transaction.sendOffsets(offsetsIn('held', '5'));
    await plain.send({ topic: 'held', messages: [{ value: 'after' }] });
    expect(await fetchCommitted('held')).toMatchObject({
      highWatermark: 2,
      lastStableOffset: 0,
      records: [],
    });
    expect((await committed('held')).offset).toBe('-1');
    await transaction.commit();
    expect(await fetchCommitted('held')).toMatchObject({
      highWatermark: 3,
      lastStableOffset: 3,
      aborted: [],
    });
    expect((await committed('held')).offset).toBe('5');
    await Promise.all([producer.disconnect(), plain.disconnect()]);
  });

  test('survives a restart while it is open, and can still be committed', async () => {
    await admin.createTopics({ topics: [{ topic: 'surviving' }] });
    const it = { id: 'surviving', ...(await start('surviving')) };
    expect(await open('surviving', it)).toBe(0);
    await write('surviving', it, 0, 'a');
    await broker.restart();
    raw = await broker.raw();
    expect(await fetchCommitted('surviving')).toMatchObject({ highWatermark: 1, lastStableOffset: 0 });
    expect((await write('surviving', it, 1, 'b')).code).toBe(0);
    expect(await end(it, true)).toBe(0);
    expect(await end(it, true)).toBe(0);
    expect(await end(it, false)).toBe(48);
    expect(await fetchCommitted('surviving')).toMatchObject({ highWatermark: 3, lastStableOffset: 3 });
  });

  test('that takes too long is aborted, and its producer fenced', async () => {
    await admin.createTopics({ topics: [{ topic: 'late' }] });
    const it = { id: 'late', ...(await start('late', 150)) };
    await open('late', it);
    await write('late', it, 0, 'a');
    // Answered when the abort moves the last stable offset.
    const shown = await fetchCommitted('late', 10_000);
    expect(shown).toMatchObject({
      lastStableOffset: 2,
      aborted: [{ producerId: it.producerId, firstOffset: 0 }],
    });
    expect(await end(it, true)).toBe(47);
  });

  test('takes only batches of partitions that were added to it', async () => {
    await admin.createTopics({ topics: [{ topic: 'outside' }] });
    const it = { id: 'outside', ...(await start('outside')) };
    expect((await write('outside', it, 0, 'a')).code).toBe(48);
    expect(await open('nowhere-to-be-found', it)).toBe(3);
  });

  test('has a timeout within bounds', async () => {
    expect(await start('endless', 900_001)).toMatchObject({ code: 50 });
  });
});

describe('a second producer with the same transactional id', () => {
  test('trap: begins its sequences at 0, and its first batch is no duplicate of the first producer’s', async () => {
    await admin.createTopics({ topics: [{ topic: 'sequences' }] });
    const first = { id: 'sequences', ...(await start('sequences')) };
    await open('sequences', first);
    expect(await write('sequences', first, 0, 'old')).toMatchObject({ code: 0, baseOffset: 0 });
    const second = { id: 'sequences', ...(await start('sequences')) };
    expect(second).toMatchObject({ producerId: first.producerId, epoch: first.epoch + 1 });
    await open('sequences', second);
    expect(await write('sequences', second, 0, 'new')).toMatchObject({ code: 0, baseOffset: 2 });
    expect((await write('sequences', first, 1, 'zombie')).code).toBe(47);
  });
});

test('trap: aborted transactions come sorted by their first offset', async () => {
  await admin.createTopics({ topics: [{ topic: 'sorted' }] });
  const producers: Producer[] = [];
  for (const id of ['s1', 's2', 's3']) producers.push({ id, ...(await start(id)) });
  for (const it of producers) {
    await open('sorted', it);
    await write('sorted', it, 0, it.id);
  }
  for (const index of [2, 0, 1]) await end(producers[index]!, false);
  const { aborted, lastStableOffset } = await fetchCommitted('sorted');
  expect(lastStableOffset).toBe(6);
  expect(aborted).toEqual(producers.map((it, index) => ({ producerId: it.producerId, firstOffset: index })));
});
