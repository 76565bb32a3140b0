import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Kafka, logLevel } from 'kafkajs';
import { type LocalKafka, startLocalKafka } from './index.js';

let dataDir: string;
let broker: LocalKafka;
let kafka: Kafka;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'local-kafka-'));
  broker = await startLocalKafka({ dataDir });
  kafka = new Kafka({ brokers: [`127.0.0.1:${broker.port}`], logLevel: logLevel.ERROR });
});

afterAll(async () => {
  await broker.close();
  await rm(dataDir, { recursive: true });
});

describe('a producer and a consumer group', () => {
  test('what is produced is consumed in order, and offsets are kept', async () => {
    const producer = kafka.producer();
    await producer.connect();
    const messages = Array.from({ length: 500 }, (_, i) => ({ key: 'k', value: `v${i}` }));
    await producer.send({ topic: 'first', messages: messages.slice(0, 250) });
    await producer.send({ topic: 'first', messages: messages.slice(250) });
    await producer.disconnect();
    const consumer = kafka.consumer({ groupId: 'readers' });
    await consumer.connect();
    await consumer.subscribe({ topics: ['first'], fromBeginning: true });
    const seen: string[] = [];
    await new Promise<void>((resolve) => {
      void consumer.run({
        eachMessage: async ({ message }) => {
          seen.push(message.value!.toString());
          if (seen.length === 500) resolve();
        },
      });
    });
    await consumer.disconnect();
    expect(seen).toEqual(messages.map((it) => it.value));
    const admin = kafka.admin();
    await admin.connect();
    const offsets = await admin.fetchOffsets({ groupId: 'readers', topics: ['first'] });
    expect(offsets[0]?.partitions).toEqual([{ partition: 0, offset: '500', metadata: null }]);
    await admin.disconnect();
  });

  test('a transaction commits records and offsets together', async () => {
    const producer = kafka.producer({ transactionalId: 'tx', maxInFlightRequests: 1, idempotent: true });
    await producer.connect();
    const t1 = await producer.transaction();
    await t1.send({ topic: 'txn', messages: [{ value: 'a' }] });
    await t1.sendOffsets({
      consumerGroupId: 'tg',
      topics: [{ topic: 'txn', partitions: [{ partition: 0, offset: '7' }] }],
    });
    await t1.abort();
    const t2 = await producer.transaction();
    await t2.send({ topic: 'txn', messages: [{ value: 'b' }] });
    await t2.sendOffsets({
      consumerGroupId: 'tg',
      topics: [{ topic: 'txn', partitions: [{ partition: 0, offset: '9' }] }],
    });
    await t2.commit();
    await producer.disconnect();
    const admin = kafka.admin();
    await admin.connect();
    const offsets = await admin.fetchOffsets({ groupId: 'tg', topics: ['txn'] });
    expect(offsets[0]?.partitions[0]?.offset).toBe('9');
    expect(await admin.fetchTopicOffsets('txn')).toEqual([
      { partition: 0, offset: '4', high: '4', low: '0' },
    ]);
    await admin.disconnect();
  });
});
