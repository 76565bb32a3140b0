import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Producer } from 'kafkajs';
import { type BrokerUnderTest, startBroker } from './broker-under-test.js';
import { consumeUntil } from './consume.js';
import { produce } from './produce.js';

let broker: BrokerUnderTest;

beforeAll(async () => {
  broker = await startBroker();
});

afterAll(() => broker.stop());

const startProducer = async (transactionalId: string, transactionTimeout?: number): Promise<Producer> => {
  const producer = broker.kafka.producer({
    transactionalId,
    idempotent: true,
    maxInFlightRequests: 1,
    ...(transactionTimeout === undefined ? {} : { transactionTimeout }),
  });
  await producer.connect();
  return producer;
};

const offsetsIn = (topic: string, offset: string, metadata?: string) => ({
  consumerGroupId: `group-of-${topic}`,
  topics: [{ topic, partitions: [{ partition: 0, offset, metadata }] }],
});

const committed = async (topic: string) =>
  (await broker.admin.fetchOffsets({ groupId: `group-of-${topic}`, topics: [topic] }))[0]!.partitions[0]!;

const read = async (topic: string, count: number, isolation?: 'uncommitted') => {
  const readUncommitted = isolation === 'uncommitted';
  const groupId = `${topic}-${count}-${isolation}-${Date.now()}`;
  const seen = await consumeUntil(broker.kafka, { topic, count, groupId, readUncommitted });
  return seen.map((it) => String(it.value));
};

const create = (topic: string) => broker.admin.createTopics({ topics: [{ topic }] });

describe('a transaction', () => {
  test('that is committed shows its records and offsets; one that is aborted shows neither', async () => {
    await create('both');
    const producer = await startProducer('both');
    for (const [value, keep] of [
      ['a', true],
      ['b', false],
      ['c', true],
      ['d', false],
    ] as const) {
      const transaction = await producer.transaction();
      await transaction.send({ topic: 'both', messages: [{ value: `${value}1` }, { value: `${value}2` }] });
      await transaction.sendOffsets(offsetsIn('both', String(value.charCodeAt(0)), `note ${value}`));
      await (keep ? transaction.commit() : transaction.abort());
    }
    await producer.send({ topic: 'both', messages: [{ value: 'end' }] });
    expect(await read('both', 5)).toEqual(['a1', 'a2', 'c1', 'c2', 'end']);
    expect(await read('both', 9, 'uncommitted')).toHaveLength(9);
    expect(await committed('both')).toEqual({ partition: 0, offset: '99', metadata: 'note c' });
    await producer.disconnect();
  });

  test('that is open holds back what comes after it, until it ends', async () => {
    await create('held');
    const producer = await startProducer('held');
    const transaction = await producer.transaction();
    await transaction.send({ topic: 'held', messages: [{ value: 'in' }] });
    await transaction.sendOffsets(offsetsIn('held', '5'));
    await produce(broker.kafka, 'held', ['after']);
    expect(await read('held', 2, 'uncommitted')).toEqual(['in', 'after']);
    expect((await committed('held')).offset).toBe('-1');
    const seen: string[] = [];
    const consumer = broker.kafka.consumer({ groupId: 'held-back', maxWaitTimeInMs: 50 });
    await consumer.connect();
    await consumer.subscribe({ topics: ['held'], fromBeginning: true });
    let emptyFetches = 0;
    const hasLooked = new Promise<void>((resolve) => {
      consumer.on(consumer.events.FETCH, ({ payload }) => {
        emptyFetches += payload.numberOfBatches === 0 || seen.length === 0 ? 1 : 0;
        if (emptyFetches === 3) resolve();
      });
    });
    const hasAll = new Promise<void>((resolve) => {
      void consumer.run({
        eachMessage: async ({ message }) => {
          seen.push(String(message.value));
          if (seen.length === 2) resolve();
        },
      });
    });
    await hasLooked;
    expect(seen).toEqual([]);
    await transaction.commit();
    await hasAll;
    expect(seen).toEqual(['in', 'after']);
    expect((await committed('held')).offset).toBe('5');
    await Promise.all([producer.disconnect(), consumer.disconnect()]);
  });

  test('survives a kill while it is open, and can still be committed', async () => {
    await create('surviving');
    const producer = await startProducer('surviving');
    const transaction = await producer.transaction();
    await transaction.send({ topic: 'surviving', messages: [{ value: 'a' }] });
    await broker.restart('SIGKILL');
    await transaction.send({ topic: 'surviving', messages: [{ value: 'b' }] });
    await transaction.commit();
    await producer.disconnect();
    expect(await read('surviving', 2)).toEqual(['a', 'b']);
  });

  test('over several topics is there whole or not at all', async () => {
    await create('left');
    await create('right');
    const producer = await startProducer('pair');
    for (const keep of [true, false, true]) {
      const transaction = await producer.transaction();
      await transaction.sendBatch({
        topicMessages: ['left', 'right'].map((topic) => ({ topic, messages: [{ value: String(keep) }] })),
      });
      await (keep ? transaction.commit() : transaction.abort());
    }
    await producer.disconnect();
    expect(await read('left', 2)).toEqual(['true', 'true']);
    expect(await read('right', 2)).toEqual(['true', 'true']);
  });

  test('that takes too long is aborted, and its producer fenced', async () => {
    await create('late');
    const producer = await startProducer('late', 200);
    const transaction = await producer.transaction();
    await transaction.send({ topic: 'late', messages: [{ value: 'never' }] });
    await produce(broker.kafka, 'late', ['after']);
    // Shown once the abort lets readers pass.
    expect(await read('late', 1)).toEqual(['after']);
    await expect(transaction.commit()).rejects.toMatchObject({ type: 'INVALID_PRODUCER_EPOCH' });
    await producer.disconnect();
  });

  test('has a timeout within bounds', async () => {
    const producer = await startProducer('endless', 900_001);
    await expect(producer.transaction()).rejects.toMatchObject({ type: 'INVALID_TRANSACTION_TIMEOUT' });
    await producer.disconnect();
  });
});

describe('a second producer with the same transactional id', () => {
  test('fences the first at once, and aborts what it left open', async () => {
    await create('contested');
    const first = await startProducer('contested');
    const left = await first.transaction();
    await left.send({ topic: 'contested', messages: [{ value: 'lost' }] });
    const second = await startProducer('contested');
    const transaction = await second.transaction();
    await expect(left.send({ topic: 'contested', messages: [{ value: 'zombie' }] })).rejects.toMatchObject({
      code: 47,
    });
    await transaction.send({ topic: 'contested', messages: [{ value: 'won' }] });
    await transaction.commit();
    expect(await read('contested', 1)).toEqual(['won']);
    await Promise.all([first.disconnect(), second.disconnect()]);
  });

  test('begins its sequences at 0, and its first batch is no duplicate of the first one’s', async () => {
    await create('sequences');
    for (const value of ['old', 'new']) {
      const producer = await startProducer('sequences');
      const transaction = await producer.transaction();
      await transaction.send({ topic: 'sequences', messages: [{ value }] });
      if (value === 'new') await transaction.commit();
    }
    expect(await read('sequences', 1)).toEqual(['new']);
    expect(await read('sequences', 2, 'uncommitted')).toEqual(['old', 'new']);
  });
});

test('aborted transactions that overlap are left out, in whatever order they ended', async () => {
  await create('overlapping');
  const producers = await Promise.all(['s1', 's2', 's3', 's4'].map((id) => startProducer(id)));
  const transactions = await Promise.all(producers.map((it) => it.transaction()));
  for (const round of [1, 2]) {
    for (const [index, transaction] of transactions.entries())
      await transaction.send({ topic: 'overlapping', messages: [{ value: `s${index + 1}-${round}` }] });
  }
  await transactions[2]!.abort();
  await transactions[0]!.abort();
  await transactions[3]!.commit();
  await transactions[1]!.abort();
  await Promise.all(producers.map((it) => it.disconnect()));
  await produce(broker.kafka, 'overlapping', ['end']);
  expect(await read('overlapping', 3)).toEqual(['s4-1', 's4-2', 'end']);
});
