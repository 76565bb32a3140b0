import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalKafka, startLocalKafka } from '@bellhop/local-kafka';
import { connectKafka, type Kafka, type KafkaRecord } from './connection.js';
import { consume, type RecordBatch, type RunningConsumer } from './consumer.js';
import { ensureTopics } from './topics.js';

const silent = { debug() {}, info() {}, warn() {}, error() {} };

export interface RunningKafka {
  kafka: Kafka;
  broker: LocalKafka;
  /** A client of its own, that gives up after so many retries. */
  client(retries: number): Kafka;
  /** A new topic. */
  topic(partitions?: number): Promise<string>;
  stop(): Promise<void>;
}

export async function runKafka(): Promise<RunningKafka> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bellhop-kafka-'));
  const broker = await startLocalKafka({ dataDir });
  const client = (retries: number) =>
    connectKafka({ brokers: [`127.0.0.1:${broker.port}`], clientId: 'test', logger: silent, retries });
  const kafka = client(8);
  await ensureTopics(kafka);
  return {
    kafka,
    broker,
    client,
    topic: async (numPartitions = 1) => {
      const topic = `topic-${randomUUID()}`;
      const admin = kafka.admin();
      await admin.connect();
      await admin.createTopics({ topics: [{ topic, numPartitions }] });
      await admin.disconnect();
      return topic;
    },
    stop: async () => {
      await broker.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A member of a group that notes what its handler was given. */
export interface Member {
  records: KafkaRecord[];
  crashes: unknown[];
  /** Resolves when the condition holds, asked after each batch. */
  until(condition: () => boolean): Promise<void>;
  close(): Promise<void>;
}

const commitAll = (batch: RecordBatch) => batch.commit(batch.nextOffset);

export async function joinGroup(
  kafka: Kafka,
  { group, topic }: { group: string; topic: string },
  onBatch: (batch: RecordBatch) => Promise<void> = commitAll,
): Promise<Member> {
  const changes = new EventEmitter();
  const records: KafkaRecord[] = [];
  const crashes: unknown[] = [];
  const consumer: RunningConsumer = await consume({
    kafka,
    group,
    topic,
    sessionTimeoutMs: 6_000,
    lingerMs: 50,
    onCrash: (error) => {
      crashes.push(error);
      changes.emit('change');
    },
    onBatch: async (batch) => {
      try {
        await onBatch(batch);
        records.push(...batch.records);
      } finally {
        setImmediate(() => changes.emit('change'));
      }
    },
  });
  return {
    records,
    crashes,
    until: async (condition) => {
      while (!condition()) await once(changes, 'change');
    },
    close: () => consumer.close(),
  };
}

export const textOf = ({ value }: KafkaRecord): string => value?.toString() ?? '';
