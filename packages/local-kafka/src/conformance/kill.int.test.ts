import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createRandom } from '@bellhop/local-process/soak';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Kafka, logLevel } from 'kafkajs';
import { offsetCommit } from '../apis/offset-commit.js';
import { offsetFetch } from '../apis/offset-fetch.js';
import { type BrokerProcess, type Built, buildPackage, kill, startProcess } from './broker-process.js';
import { consumeUntil } from './consume.js';
import { connectRaw } from './raw-client.js';

const rounds = 12;
const seed = Number(process.env.KILL_SEED ?? Date.now() % 0x7fffffff);
let built: Built;
let dataDir: string;
let broker: BrokerProcess;
let kafka: Kafka;
const random = createRandom(seed);

beforeAll(async () => {
  console.log(`KILL_SEED=${seed}`);
  built = buildPackage();
  dataDir = mkdtempSync(join(tmpdir(), 'local-kafka-'));
  broker = await startProcess(built.main, dataDir);
  kafka = new Kafka({
    brokers: [`127.0.0.1:${broker.port}`],
    logLevel: logLevel.NOTHING,
    retry: { initialRetryTime: 20, maxRetryTime: 100, retries: 50 },
  });
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({
    topics: [{ topic: 'stream' }, { topic: 'left' }, { topic: 'right' }, { topic: 'source' }],
  });
  await admin.disconnect();
});

afterAll(async () => {
  await kill(broker.child, 'SIGTERM');
  built.remove();
  rmSync(dataDir, { recursive: true });
});

interface Tally {
  acknowledged: number;
  attempted: number;
}

/** One idempotent producer lives through every crash: what it sends again must not count twice. */
const writeStream = async (tally: Tally, stop: AbortSignal): Promise<void> => {
  const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
  await producer.connect();
  while (!stop.aborted) {
    const messages = Array.from({ length: 20 }, () => ({ value: String(tally.attempted++), key: 'k' }));
    await producer.send({ topic: 'stream', acks: -1, messages });
    tally.acknowledged = tally.attempted;
  }
  await producer.disconnect();
};

/** Transactions over two topics and an offset, until the broker is gone. Number n writes n everywhere. */
const writeTransactions = async (tally: { acknowledged: number[]; attempted: number }): Promise<void> => {
  const client = new Kafka({
    brokers: [`127.0.0.1:${broker.port}`],
    logLevel: logLevel.NOTHING,
    retry: { retries: 1, initialRetryTime: 5, maxRetryTime: 5 },
  });
  const producer = client.producer({ transactionalId: 'pair', idempotent: true, maxInFlightRequests: 1 });
  try {
    await producer.connect();
    for (;;) {
      tally.attempted += 1;
      const number = tally.attempted;
      const transaction = await producer.transaction();
      await transaction.send({ topic: 'left', messages: [{ value: String(number) }] });
      await transaction.send({ topic: 'right', messages: [{ value: String(number) }] });
      const partitions = [{ partition: 0, offset: String(number) }];
      await transaction.sendOffsets({ consumerGroupId: 'pair', topics: [{ topic: 'source', partitions }] });
      await transaction.commit();
      tally.acknowledged.push(number);
    }
  } catch {
    await producer.disconnect().catch(() => {});
  }
};

const commitOffsets = async (tally: Tally): Promise<void> => {
  const raw = await connectRaw(broker.port);
  const gone = raw.closed.then(() => 'gone' as const);
  for (;;) {
    tally.attempted += 1;
    const metadata = `n=${tally.attempted}`;
    const topics = [
      { name: 'source', partitions: [{ index: 0, offset: tally.attempted, leaderEpoch: -1, metadata }] },
    ];
    const request = {
      group: 'plain',
      generation: -1,
      memberId: '',
      instanceId: null,
      retentionMs: -1,
      topics,
    };
    if ((await Promise.race([gone, raw.call(offsetCommit, 5, request)])) === 'gone') return;
    tally.acknowledged = tally.attempted;
  }
};

const committedOffset = async (group: string) => {
  const raw = await connectRaw(broker.port);
  const answer = await raw.call(offsetFetch, 4, {
    group,
    topics: [{ name: 'source', partitions: [0] }],
    groups: [],
    requireStable: false,
  });
  raw.close();
  return answer.topics[0]!.partitions[0]!;
};

/** All committed numbers of a topic; a last message of the test's own marks the end. */
const numbersIn = async (topic: string): Promise<number[]> => {
  const producer = kafka.producer();
  await producer.connect();
  await producer.send({ topic, messages: [{ value: 'end' }] });
  const seen: number[] = [];
  const consumer = kafka.consumer({ groupId: `check-${topic}`, maxWaitTimeInMs: 100 });
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  await new Promise<void>((resolve) => {
    void consumer.run({
      eachMessage: async ({ message }) => {
        if (message.value!.toString() === 'end') resolve();
        else seen.push(Number(message.value));
      },
    });
  });
  await Promise.all([consumer.disconnect(), producer.disconnect()]);
  return seen;
};

test(`after ${rounds} kills everything acknowledged is there once and in order, offsets and transactions whole`, async () => {
  const stream: Tally = { acknowledged: 0, attempted: 0 };
  const pairs = { acknowledged: [] as number[], attempted: 0 };
  const commits: Tally = { acknowledged: 0, attempted: 0 };
  const stop = new AbortController();
  const streaming = writeStream(stream, stop.signal);
  const reopeningMs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const writers = [writeTransactions(pairs), commitOffsets(commits)];
    // The moment of the kill is the point of this test; nothing is awaited with it.
    await pause(50 + random() * 400);
    await kill(broker.child, 'SIGKILL');
    await Promise.all(writers);
    const startedMs = performance.now();
    broker = await startProcess(built.main, dataDir, { port: broker.port });
    reopeningMs.push(Math.round(performance.now() - startedMs));
    const plain = await committedOffset('plain');
    expect(plain.offset).toBeGreaterThanOrEqual(commits.acknowledged);
    expect(plain.offset).toBeLessThanOrEqual(commits.attempted);
    expect(plain.metadata).toBe(plain.offset > 0 ? `n=${plain.offset}` : '');
    commits.attempted = Math.max(plain.offset, 0);
    expect((await committedOffset('pair')).offset).toBeGreaterThanOrEqual(pairs.acknowledged.at(-1) ?? -1);
  }
  stop.abort();
  await streaming;

  const streamed = await consumeUntil(kafka, { topic: 'stream', count: stream.acknowledged });
  expect(streamed.map((it) => Number(it.value))).toEqual(
    Array.from({ length: stream.attempted }, (_, i) => i),
  );

  // A last producer ends what the killed ones left open, so that nothing holds the readers back.
  const ending = kafka.producer({ transactionalId: 'pair', idempotent: true, maxInFlightRequests: 1 });
  await ending.connect();
  await (await ending.transaction()).abort();
  await ending.disconnect();
  const [left, right] = [await numbersIn('left'), await numbersIn('right')];
  expect(left).toEqual(right);
  expect(left).toEqual(expect.arrayContaining(pairs.acknowledged));
  expect(left).toEqual([...new Set(left)].sort((a, b) => a - b));
  expect((await committedOffset('pair')).offset).toBe(left.at(-1) ?? -1);
  expect(Math.max(...reopeningMs)).toBeLessThan(3_000);
  console.log({ stream, commits, transactions: left.length, reopeningMs });
  expect(stream.acknowledged).toBeGreaterThan(0);
  expect(left.length).toBeGreaterThan(0);
});
