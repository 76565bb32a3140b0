import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ITopicConfig, Producer } from 'kafkajs';
import { type BrokerUnderTest, startBroker } from './broker-under-test.js';
import { consumeUntil } from './consume.js';

let broker: BrokerUnderTest;
let producer: Producer;

beforeAll(async () => {
  broker = await startBroker();
  producer = broker.client({ retry: { retries: 0 } }).producer();
  await producer.connect();
});

afterAll(async () => {
  await producer.disconnect();
  await broker.stop();
});

const create = (topic: string, config: Record<string, string>) => {
  const configEntries = Object.entries(config).map(([name, value]) => ({ name, value }));
  const wanted: ITopicConfig = { topic, numPartitions: 1, configEntries };
  return broker.admin.createTopics({ topics: [wanted] });
};

const send = (topic: string, timestampMs: number, acks = -1) =>
  producer.send({ topic, acks, messages: [{ value: 'x', timestamp: String(timestampMs) }] });

const longAgoMs = 1_500_000_000_000;
const hourMs = 3_600_000;

describe('a topic with LogAppendTime', () => {
  test('gives records the time at which the broker takes them, for producers, readers and look-ups', async () => {
    await create('stamped', { 'message.timestamp.type': 'LogAppendTime' });
    const startMs = Date.now();
    const [sent] = await send('stamped', longAgoMs);
    const stampMs = Number(sent!.logAppendTime);
    expect(stampMs).toBeGreaterThanOrEqual(startMs);
    const [seen] = await consumeUntil(broker.kafka, { topic: 'stamped', count: 1 });
    expect(Number(seen!.timestamp)).toBe(stampMs);
    const since = async (ms: number) =>
      (await broker.admin.fetchTopicOffsetsByTimestamp('stamped', ms))[0]!.offset;
    expect([await since(longAgoMs + 1), await since(stampMs)]).toEqual(['0', '0']);
    await broker.restart();
    expect([await since(startMs), await since(stampMs + 1)]).toEqual(['0', '1']);
  });

  test('is not what a topic has that says nothing: there the producer decides', async () => {
    await create('plain', {});
    const [sent] = await send('plain', longAgoMs);
    expect(sent!.logAppendTime).toBe('-1');
    const [seen] = await consumeUntil(broker.kafka, { topic: 'plain', count: 1 });
    expect(Number(seen!.timestamp)).toBe(longAgoMs);
  });
});

describe('a topic that limits timestamps', () => {
  test.each([
    ['difference', { 'message.timestamp.difference.max.ms': String(hourMs) }, [true, false, true]],
    ['before', { 'message.timestamp.before.max.ms': String(hourMs) }, [true, false, false]],
    ['after', { 'message.timestamp.after.max.ms': String(hourMs) }, [false, false, true]],
    [
      'difference, and another one after',
      {
        'message.timestamp.difference.max.ms': String(hourMs),
        'message.timestamp.after.max.ms': String(100 * hourMs),
      },
      [true, false, false],
    ],
  ])('by the %s refuses records outside of it (32)', async (name, config, refused) => {
    const topic = `limited-${name.replaceAll(/[ ,]+/g, '-')}`;
    await create(topic, config);
    const isRefused = (shiftMs: number) =>
      send(topic, Date.now() + shiftMs).then(
        () => false,
        (error: { type: string }) => error.type === 'INVALID_TIMESTAMP',
      );
    expect([await isRefused(-2 * hourMs), await isRefused(0), await isRefused(2 * hourMs)]).toEqual(refused);
  });
});

describe('a topic that wants more replicas in sync than there are', () => {
  test('takes nothing for which all of them must acknowledge (19)', async () => {
    await create('careful', { 'min.insync.replicas': '2' });
    await expect(send('careful', longAgoMs)).rejects.toThrow('fewer in-sync replicas than required');
    await send('careful', longAgoMs, 1);
    expect(await broker.admin.fetchTopicOffsets('careful')).toMatchObject([{ high: '1' }]);
  });
});
