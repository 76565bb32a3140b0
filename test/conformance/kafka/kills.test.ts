import { setTimeout as pause } from 'node:timers/promises';
import { createRandom } from '@bellhop/local-process/soak';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type BrokerUnderTest, startBroker } from './broker-under-test.js';
import { consumeUntil } from './consume.js';

const rounds = 12;
const seed = Number(process.env.KILL_SEED ?? Date.now() % 0x7fffffff);
const random = createRandom(seed);
let broker: BrokerUnderTest;

beforeAll(async () => {
  broker = await startBroker();
  await broker.admin.createTopics({
    topics: [{ topic: 'stream' }, { topic: 'left' }, { topic: 'right' }, { topic: 'source' }],
  });
});

afterAll(() => broker.stop());

interface Tally {
  acknowledged: number;
  attempted: number;
}

/** One idempotent producer lives through every crash: what it sends again must not count twice. */
const writeStream = async (tally: Tally, stop: AbortSignal): Promise<void> => {
  const client = broker.client({ retry: { initialRetryTime: 20, maxRetryTime: 100, retries: 50 } });
  const producer = client.producer({ idempotent: true, maxInFlightRequests: 1 });
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
  const client = broker.client({ retry: { retries: 1, initialRetryTime: 5, maxRetryTime: 5 } });
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

const committedOffset = async (): Promise<number> => {
  const [offsets] = await broker.admin.fetchOffsets({ groupId: 'pair', topics: ['source'] });
  return Number(offsets!.partitions[0]!.offset);
};

/** All committed numbers of a topic; a last message of the test's own marks the end. */
const numbersIn = async (topic: string): Promise<number[]> => {
  const producer = broker.kafka.producer();
  await producer.connect();
  await producer.send({ topic, messages: [{ value: 'end' }] });
  const seen: number[] = [];
  const consumer = broker.kafka.consumer({ groupId: `check-${topic}`, maxWaitTimeInMs: 100 });
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

test(`after ${rounds} kills everything acknowledged is there once and in order, offsets and transactions whole (KILL_SEED=${seed})`, async () => {
  const stream: Tally = { acknowledged: 0, attempted: 0 };
  const pairs = { acknowledged: [] as number[], attempted: 0 };
  const stop = new AbortController();
  const streaming = writeStream(stream, stop.signal);
  for (let round = 0; round < rounds; round += 1) {
    const writer = writeTransactions(pairs);
    // The moment of the kill is the point of this test; nothing is awaited with it.
    await pause(50 + random() * 400);
    await broker.restart('SIGKILL');
    await writer;
    expect(await committedOffset()).toBeGreaterThanOrEqual(pairs.acknowledged.at(-1) ?? -1);
  }
  stop.abort();
  await streaming;

  const streamed = await consumeUntil(broker.kafka, { topic: 'stream', count: stream.acknowledged });
  expect(streamed.map((it) => Number(it.value))).toEqual(
    Array.from({ length: stream.attempted }, (_, i) => i),
  );

  // A last producer ends what the killed ones left open, so that nothing holds the readers back.
  const ending = broker.kafka.producer({ transactionalId: 'pair', idempotent: true, maxInFlightRequests: 1 });
  await ending.connect();
  await (await ending.transaction()).abort();
  await ending.disconnect();
  const [left, right] = [await numbersIn('left'), await numbersIn('right')];
  expect(left).toEqual(right);
  expect(left).toEqual(expect.arrayContaining(pairs.acknowledged));
  expect(left).toEqual([...new Set(left)].sort((a, b) => a - b));
  expect(await committedOffset()).toBe(left.at(-1) ?? -1);
  expect(stream.acknowledged).toBeGreaterThan(0);
  expect(left.length).toBeGreaterThan(0);
});
