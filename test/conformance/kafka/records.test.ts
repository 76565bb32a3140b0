import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CompressionTypes, type IHeaders } from 'kafkajs';
import { type BrokerUnderTest, startBroker } from './broker-under-test.js';
import { commitOffsets } from './commit-offsets.js';
import { consumeUntil } from './consume.js';
import { startCuttingProxy } from './cutting-proxy.js';
import { produce } from './produce.js';

let broker: BrokerUnderTest;

beforeAll(async () => {
  broker = await startBroker({ settings: { 'message.max.bytes': 100_000 } });
});

afterAll(() => broker.stop());

const create = (topic: string, numPartitions = 1) =>
  broker.admin.createTopics({ topics: [{ topic, numPartitions }] });

const valuesOf = (messages: { value: Buffer | null }[]) => messages.map((it) => String(it.value));

describe('records', () => {
  test.each([
    ['plain', CompressionTypes.None, -1],
    ['gzipped', CompressionTypes.GZIP, -1],
    ['with acks 1', CompressionTypes.None, 1],
    ['with acks 0', CompressionTypes.None, 0],
  ])('%s come back as they were sent, with keys and headers, in order', async (name, compression, acks) => {
    const topic = `records-${name.replaceAll(' ', '-')}`;
    await create(topic);
    const producer = broker.kafka.producer();
    await producer.connect();
    const sent = Array.from({ length: 300 }, (_, i) => ({
      key: `k${i}`,
      value: `v${i}`,
      headers: { h: String(i), two: ['a', 'b'] },
    }));
    await producer.send({ topic, compression, acks, messages: sent.slice(0, 100) });
    await producer.send({ topic, compression, acks, messages: sent.slice(100) });
    const seen = await consumeUntil(broker.kafka, { topic, count: 300 });
    const textsOf = (headers: IHeaders) => ({
      h: String(headers.h),
      two: (headers.two as Buffer[]).map(String),
    });
    expect(
      seen.map((it) => ({
        key: String(it.key),
        value: String(it.value),
        headers: textsOf(it.headers as IHeaders),
      })),
    ).toEqual(sent);
    expect(seen.map((it) => it.offset)).toEqual(sent.map((_, i) => String(i)));
    await producer.disconnect();
  });

  test('are acknowledged with the offset of their first, for each partition', async () => {
    await create('answers', 2);
    const producer = broker.kafka.producer();
    await producer.connect();
    const messages = [0, 1, 1].map((partition) => ({ value: 'x', partition }));
    await producer.send({ topic: 'answers', messages });
    const answer = await producer.send({ topic: 'answers', messages });
    await producer.disconnect();
    expect(answer.sort((a, b) => a.partition - b.partition)).toMatchObject([
      { topicName: 'answers', partition: 0, errorCode: 0, baseOffset: '1', logAppendTime: '-1' },
      { topicName: 'answers', partition: 1, errorCode: 0, baseOffset: '2', logStartOffset: '0' },
    ]);
  });

  test('without a value and without a key keep both null', async () => {
    await create('nothing');
    const producer = broker.kafka.producer();
    await producer.connect();
    await producer.send({ topic: 'nothing', messages: [{ key: null, value: null }] });
    await producer.disconnect();
    const [seen] = await consumeUntil(broker.kafka, { topic: 'nothing', count: 1 });
    expect(seen).toMatchObject({ key: null, value: null });
  });

  test('beyond the largest size are refused with 10, and those beside them are kept', async () => {
    await create('large', 2);
    const producer = broker.kafka.producer();
    await producer.connect();
    await expect(
      producer.send({ topic: 'large', messages: [{ partition: 0, value: 'x'.repeat(100_000) }] }),
    ).rejects.toMatchObject({ type: 'MESSAGE_TOO_LARGE', code: 10 });
    await producer.send({ topic: 'large', messages: [{ partition: 1, value: 'fits' }] });
    await producer.disconnect();
    expect((await broker.admin.fetchTopicOffsets('large')).map((it) => it.high).sort()).toEqual(['0', '1']);
  });

  test('create their topic where the setting allows it, and not where the client does not', async () => {
    const producer = broker.kafka.producer({ allowAutoTopicCreation: true });
    await producer.connect();
    await producer.send({ topic: 'made-by-the-way', messages: [{ value: 'x' }] });
    expect(await broker.admin.listTopics()).toContain('made-by-the-way');
    const strict = broker.client({ retry: { retries: 0 } }).producer({ allowAutoTopicCreation: false });
    await strict.connect();
    await expect(strict.send({ topic: 'not-made', messages: [{ value: 'x' }] })).rejects.toThrow();
    await Promise.all([producer.disconnect(), strict.disconnect()]);
  });

  test('for a topic that was deleted meanwhile are refused, and taken again when it is back', async () => {
    await create('deleted');
    const hasty = broker.client({ retry: { retries: 1, initialRetryTime: 20 } });
    const producer = hasty.producer({ allowAutoTopicCreation: false });
    await producer.connect();
    const send = () => producer.send({ topic: 'deleted', messages: [{ value: 'x' }] });
    await send();
    await broker.admin.deleteTopics({ topics: ['deleted'] });
    await expect(send()).rejects.toThrow('does not host this topic-partition');
    await create('deleted');
    expect(await send()).toMatchObject([{ baseOffset: '0', errorCode: 0 }]);
    await producer.disconnect();
  });

  test('survive a restart, and their numbering goes on', async () => {
    await create('kept');
    await produce(broker.kafka, 'kept', ['a', 'b']);
    await broker.restart();
    await produce(broker.kafka, 'kept', ['c']);
    const seen = await consumeUntil(broker.kafka, { topic: 'kept', count: 3 });
    expect(seen.map((it) => [it.offset, String(it.value)])).toEqual([
      ['0', 'a'],
      ['1', 'b'],
      ['2', 'c'],
    ]);
  });

  test('of an idempotent producer whose answer was lost are stored once, in order', async () => {
    const proxy = await startCuttingProxy();
    const advertised = `PLAINTEXT://127.0.0.1:${proxy.port}`;
    const behind = await startBroker({ settings: { 'advertised.listeners': advertised } });
    proxy.forwardTo(behind.port);
    await behind.admin.createTopics({ topics: [{ topic: 'repeated' }] });
    const producer = behind.kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
    await producer.connect();
    for (let n = 0; n < 20; n += 1) {
      // The broker gets the batch; its answer never arrives.
      if (n % 4 === 0) proxy.cutNextAnswerTo('Produce');
      await producer.send({ topic: 'repeated', acks: -1, messages: [{ value: String(n) }] });
    }
    expect(proxy.cuts).toBe(5);
    await producer.disconnect();
    expect(await behind.admin.fetchTopicOffsets('repeated')).toMatchObject([{ high: '20' }]);
    const seen = await consumeUntil(behind.kafka, { topic: 'repeated', count: 20 });
    await behind.stop();
    await proxy.close();
    expect(valuesOf(seen)).toEqual(Array.from({ length: 20 }, (_, n) => String(n)));
  });

  test('of idempotent sends side by side are all there, once', async () => {
    await create('side-by-side');
    const producer = broker.kafka.producer({ idempotent: true });
    await producer.connect();
    const values = Array.from({ length: 50 }, (_, n) => String(n));
    await Promise.all(
      values.map((value) => producer.send({ topic: 'side-by-side', acks: -1, messages: [{ value }] })),
    );
    await producer.disconnect();
    const seen = await consumeUntil(broker.kafka, { topic: 'side-by-side', count: 50 });
    expect(valuesOf(seen).sort()).toEqual(values.sort());
  });
});

describe('offsets by time', () => {
  test('are those of a record inside a batch, and the end of the log where none is as late', async () => {
    await create('times');
    const producer = broker.kafka.producer();
    await producer.connect();
    for (const times of [[1_000, 2_000], [500, 900], [3_000, 2_500, 5_000], [4_000]]) {
      const messages = times.map((it) => ({ value: 'x', timestamp: String(it) }));
      await producer.send({ topic: 'times', messages, compression: CompressionTypes.GZIP });
    }
    await producer.disconnect();
    const find = async (ms: number) =>
      (await broker.admin.fetchTopicOffsetsByTimestamp('times', ms))[0]!.offset;
    expect(await Promise.all([0, 1_500, 2_400, 4_000, 5_001].map(find))).toEqual(['0', '1', '4', '6', '8']);
    await broker.admin.fetchTopicOffsets('times');
    await broker.admin.deleteTopicRecords({ topic: 'times', partitions: [{ partition: 0, offset: '7' }] });
    expect(await find(4_000)).toBe('7');
  });

  test('are 0 in an empty partition', async () => {
    await create('empty');
    expect(await broker.admin.fetchTopicOffsetsByTimestamp('empty', Date.now())).toEqual([
      { partition: 0, offset: '0' },
    ]);
  });
});

describe('a consumer', () => {
  test('waits for records without asking again and again', async () => {
    await create('waiting');
    const consumer = broker.kafka.consumer({ groupId: 'waiting', maxWaitTimeInMs: 5_000 });
    await consumer.connect();
    await consumer.subscribe({ topics: ['waiting'], fromBeginning: true });
    let fetches = 0;
    consumer.on(consumer.events.FETCH_START, () => {
      fetches += 1;
    });
    const joined = new Promise((resolve) => consumer.on(consumer.events.GROUP_JOIN, resolve));
    const seenAt = new Promise<number>((resolve) => {
      void consumer.run({ eachMessage: async () => resolve(performance.now()) });
    });
    await joined;
    const sentAt = performance.now();
    await produce(broker.kafka, 'waiting', ['x']);
    expect((await seenAt) - sentAt).toBeLessThan(2_000);
    expect(fetches).toBeLessThan(5);
    await consumer.disconnect();
  });

  test('that stands outside of the log goes on where the log begins', async () => {
    await create('shortened');
    await produce(broker.kafka, 'shortened', ['a', 'b', 'c']);
    await commitOffsets(broker.kafka, 'beyond', 'shortened', [{ partition: 0, offset: '99' }]);
    const seen = await consumeUntil(broker.kafka, { topic: 'shortened', count: 3, groupId: 'beyond' });
    expect(valuesOf(seen)).toEqual(['a', 'b', 'c']);
  });

  test('gets on past a batch that is larger than what it asked for', async () => {
    await create('small-steps');
    for (const value of ['a', 'b', 'c']) {
      await produce(broker.kafka, 'small-steps', [value.repeat(20_000)]);
    }
    const consumer = broker.kafka.consumer({ groupId: 'small-steps', maxBytesPerPartition: 100 });
    await consumer.connect();
    await consumer.subscribe({ topics: ['small-steps'], fromBeginning: true });
    const seen: string[] = [];
    await new Promise<void>((resolve) => {
      void consumer.run({
        eachMessage: async ({ message }) => {
          seen.push(String(message.value)[0]!);
          if (seen.length === 3) resolve();
        },
      });
    });
    await consumer.disconnect();
    expect(seen).toEqual(['a', 'b', 'c']);
  });

  test('can go back to what it has read', async () => {
    await create('sought');
    await produce(broker.kafka, 'sought', ['a', 'b', 'c']);
    const consumer = broker.kafka.consumer({ groupId: 'sought' });
    await consumer.connect();
    await consumer.subscribe({ topics: ['sought'], fromBeginning: true });
    const seen: string[] = [];
    await new Promise<void>((resolve) => {
      void consumer.run({
        eachMessage: async ({ message }) => {
          seen.push(String(message.value));
          if (seen.length === 3) consumer.seek({ topic: 'sought', partition: 0, offset: '1' });
          if (seen.length === 5) resolve();
        },
      });
    });
    await consumer.disconnect();
    expect(seen).toEqual(['a', 'b', 'c', 'b', 'c']);
  });
});
