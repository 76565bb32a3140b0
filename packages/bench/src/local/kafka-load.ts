import { setTimeout as pause } from 'node:timers/promises';
import { type IResourceConfigEntry, type Kafka, type Message, Partitioners } from 'kafkajs';
import { percentile, sideBySide } from '../load.js';

export const PARTITIONS = 6;
export const BATCH = 1_000;
const VALUE_BYTES = 300;
const BATCHES_SIDE_BY_SIDE = 8;

/** The values of one batch; random, so that nothing can squeeze them. */
const batch: Message[] = Array.from({ length: BATCH }, (_, index) => ({
  value: Buffer.from(
    Array.from({ length: VALUE_BYTES }, (_, at) => (index * 31 + at * 17 + index * at) % 251),
  ),
}));

export async function createTopic(
  kafka: Kafka,
  topic: string,
  config: readonly IResourceConfigEntry[] = [],
): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({
    topics: [{ topic, numPartitions: PARTITIONS, configEntries: [...config] }],
    waitForLeaders: true,
  });
  await admin.disconnect();
}

/** Produces so many records with acks=all, a batch to one partition; returns records a second. */
export async function produce(kafka: Kafka, topic: string, records: number): Promise<number> {
  const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
  await producer.connect();
  const startedAt = performance.now();
  await sideBySide(records / BATCH, BATCHES_SIDE_BY_SIDE, async (index) => {
    const messages = batch.map((message) => ({ ...message, partition: index % PARTITIONS }));
    await producer.send({ topic, acks: -1, messages });
  });
  const seconds = (performance.now() - startedAt) / 1_000;
  await producer.disconnect();
  return records / seconds;
}

/** Reads so many records in a group of its own, from the first batch on; returns records a second. */
export async function consume(kafka: Kafka, topic: string, records: number): Promise<number> {
  const consumer = kafka.consumer({ groupId: `${topic}-readers-${Date.now()}` });
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  let seen = 0;
  let startedAt = 0;
  const seconds = await new Promise<number>((resolve, reject) => {
    consumer
      .run({
        eachBatch: async ({ batch: { messages } }) => {
          if (startedAt === 0) startedAt = performance.now();
          seen += messages.length;
          if (seen >= records) resolve((performance.now() - startedAt) / 1_000);
        },
      })
      .catch(reject);
  });
  await consumer.disconnect();
  return records / seconds;
}

export interface EndToEnd {
  p50: number;
  p99: number;
  max: number;
}

const PACE = { everyMs: 5, records: 5, seconds: 4 };

/** 1,000 records a second from `send` to the consumer's handler; milliseconds. The first second warms up and does not count. */
export async function endToEnd(kafka: Kafka, topic: string): Promise<EndToEnd> {
  const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
  const consumer = kafka.consumer({ groupId: `${topic}-followers` });
  await Promise.all([producer.connect(), consumer.connect()]);
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  const total = (PACE.seconds * 1_000 * PACE.records) / PACE.everyMs;
  const latencies: number[] = [];
  const joined = new Promise((resolve) => consumer.on(consumer.events.GROUP_JOIN, resolve));
  const all = new Promise<void>((resolve, reject) => {
    consumer
      .run({
        eachMessage: async ({ message }) => {
          latencies.push(performance.now() - Number(message.key));
          if (latencies.length === total) resolve();
        },
      })
      .catch(reject);
  });
  await joined;
  const startedAt = performance.now();
  const sends: Promise<unknown>[] = [];
  for (let tick = 0; tick < total / PACE.records; tick += 1) {
    const early = startedAt + tick * PACE.everyMs - performance.now();
    if (early > 0) await pause(early);
    const key = String(performance.now());
    const messages = batch.slice(0, PACE.records).map((message) => ({ ...message, key }));
    sends.push(producer.send({ topic, acks: -1, messages }));
  }
  await Promise.all([...sends, all]);
  await Promise.all([producer.disconnect(), consumer.disconnect()]);
  const counted = latencies.slice(total / PACE.seconds);
  return { p50: percentile(counted, 0.5), p99: percentile(counted, 0.99), max: Math.max(...counted) };
}
