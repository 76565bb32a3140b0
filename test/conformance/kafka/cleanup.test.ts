import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type BrokerUnderTest, startBroker } from './broker-under-test.js';
import { consumeUntil } from './consume.js';
import { produce } from './produce.js';

let broker: BrokerUnderTest;

beforeAll(async () => {
  broker = await startBroker({
    settings: { 'log.retention.check.interval.ms': 20, 'log.cleaner.backoff.ms': 20 },
  });
});

afterAll(() => broker.stop());

const create = (topic: string, config: Record<string, string>) => {
  const configEntries = Object.entries(config).map(([name, value]) => ({ name, value }));
  return broker.admin.createTopics({ topics: [{ topic, configEntries }] });
};

/** Nobody tells a client when the broker has cleaned up; the test's own limit ends a wait in vain. */
const untilStart = async (topic: string, low: string) => {
  while ((await broker.admin.fetchTopicOffsets(topic))[0]!.low !== low) await pause(20);
};

test('retention by time removes records that are too old, and keeps the numbering', async () => {
  await create('timely', { 'retention.ms': '60000' });
  const producer = broker.kafka.producer();
  await producer.connect();
  const send = (value: string, timestamp: number) =>
    producer.send({ topic: 'timely', messages: [{ value, timestamp: String(timestamp) }] });
  await send('old', Date.now() - 3_600_000);
  await send('new', Date.now());
  await producer.disconnect();
  await untilStart('timely', '1');
  const seen = await consumeUntil(broker.kafka, { topic: 'timely', count: 1 });
  expect(seen.map((it) => [it.offset, String(it.value)])).toEqual([['1', 'new']]);
});

test('retention by size removes the oldest records, and keeps at least so much', async () => {
  await create('sized', { 'retention.bytes': '25000' });
  for (const value of ['a', 'b', 'c', 'd', 'e']) await produce(broker.kafka, 'sized', [value.repeat(10_000)]);
  await untilStart('sized', '2');
  const seen = await consumeUntil(broker.kafka, { topic: 'sized', count: 3 });
  expect(seen.map((it) => String(it.value)[0])).toEqual(['c', 'd', 'e']);
});

test('compaction keeps the latest record of each key at its offset, and refuses records without a key', async () => {
  await create('compacted', { 'cleanup.policy': 'compact', 'min.cleanable.dirty.ratio': '0' });
  const producer = broker.kafka.producer();
  await producer.connect();
  for (const [key, value] of ['a1', 'b1', 'a2', 'b2', 'c1'].map((it) => [it[0]!, it] as const))
    await producer.send({ topic: 'compacted', messages: [{ key, value }] });
  await expect(producer.send({ topic: 'compacted', messages: [{ value: 'x' }] })).rejects.toMatchObject({
    code: 87,
  });
  await producer.disconnect();
  const read = async () => {
    const seen: string[] = [];
    const groupId = `readers-${Math.random()}`;
    for (const it of await consumeUntil(broker.kafka, { topic: 'compacted', count: 3, groupId }))
      seen.push(`${it.offset} ${it.value}`);
    return seen.slice(0, 3).join();
  };
  while ((await read()) !== '2 a2,3 b2,4 c1') await pause(20);
});
