import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { connectKafka, createProducer, type Kafka } from '@bellhop/kafka';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type KafkaUnderTest, startKafkaUnderTest } from '../support/kafka-under-test.js';

const PARTITIONS = 12;
const KEYS = Array.from({ length: 48 }, (_, key) => `key-${key}`);
const LEAST_ROUNDS = 10;
const log = () => undefined;
const logger = { debug: log, info: log, warn: log, error: log };

/** Needs three brokers of real Kafka: `npm run test:kafka`. */
const describeOnThreeBrokers = process.env.BELLHOP_TEST_KAFKA_BROKERS === '3' ? describe : describe.skip;

describeOnThreeBrokers('A producer whose batches go to the leaders of many partitions', () => {
  let dataDir: string;
  let brokers: KafkaUnderTest;
  let kafka: Kafka;
  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'bellhop-producer-'));
    brokers = (await startKafkaUnderTest(dataDir))!;
    kafka = connectKafka({ brokers: brokers.bootstrap, clientId: 'bellhop-test', logger });
    const admin = kafka.admin();
    await admin.connect();
    await admin.createTopics({
      waitForLeaders: true,
      topics: [{ topic: 'many', numPartitions: PARTITIONS, replicationFactor: 3 }],
    });
    await admin.disconnect();
  }, 120_000);
  afterAll(async () => {
    await brokers?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }, 60_000);

  test('acknowledges no record that is not there, when leaders move in the midst of its batches', async () => {
    const producer = await createProducer(kafka);
    const acknowledged = new Set<string>();
    const refused = new Set<string>();
    let round = 0;
    const produce = async () => {
      round += 1;
      const own = round;
      await Promise.all(
        KEYS.map(async (key) => {
          const value = `${key}/${own}`;
          await producer.send({ topic: 'many', key, value: Buffer.from(value) }).then(
            () => acknowledged.add(value),
            () => refused.add(value),
          );
        }),
      );
    };
    const during = async (moving: Promise<void>) => {
      let isOver = false;
      const over = moving.finally(() => {
        isOver = true;
      });
      while (!isOver) await produce();
      await over;
      for (const before = round; round < before + LEAST_ROUNDS; ) await produce();
    };
    // A broker that is stopped in order hands its partitions over at once: to brokers that have answered the same batch.
    for (const broker of [0, 1, 2]) await during(brokers.restartBroker(broker));
    await during(brokers.killBroker(0));
    await during(brokers.restartBroker(0));
    await producer.close();
    const there = await valuesOf(kafka, acknowledged);
    expect([...acknowledged].filter((value) => !there.has(value))).toEqual([]);
    expect(acknowledged.size).toBeGreaterThan(refused.size);
    process.stdout.write(`${acknowledged.size} acknowledged, ${refused.size} refused\n`);
  }, 300_000);
});

/** All values of the topic; waits until all the expected ones are there, or nothing more comes. */
async function valuesOf(kafka: Kafka, expected: ReadonlySet<string>): Promise<Set<string>> {
  const ends = await endsOf(kafka);
  const values = new Set<string>();
  const read = new Map<number, number>();
  const consumer = kafka.consumer({ groupId: `reads-${expected.size}` });
  await consumer.connect();
  await consumer.subscribe({ topic: 'many', fromBeginning: true });
  await new Promise<void>((resolve) => {
    const isAtEnd = () => [...ends].every(([partition, end]) => (read.get(partition) ?? 0) >= end);
    void consumer.run({
      eachMessage: async ({ partition, message }) => {
        values.add(String(message.value));
        read.set(partition, Number(message.offset) + 1);
        if (isAtEnd()) resolve();
      },
    });
  });
  await consumer.disconnect();
  return values;
}

/** Where each partition ends. Leadership may still be on its way back to a broker: whoever is asked meanwhile says so. */
async function endsOf(kafka: Kafka): Promise<Map<number, number>> {
  for (;;) {
    const admin = kafka.admin();
    await admin.connect();
    try {
      const offsets = await admin.fetchTopicOffsets('many');
      return new Map(offsets.map(({ partition, high }) => [partition, Number(high)]));
    } catch (error) {
      if ((error as { type?: string }).type !== 'NOT_LEADER_FOR_PARTITION') throw error;
      await delay(100);
    } finally {
      await admin.disconnect();
    }
  }
}
