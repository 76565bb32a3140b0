import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { groupLags, groupMetadata } from './lag.js';
import { createProducer, type RecordProducer } from './producer.js';
import { joinGroup, type RunningKafka, runKafka, textOf } from './running-kafka.fixture.js';

let running: RunningKafka;
let producer: RecordProducer;
beforeAll(async () => {
  running = await runKafka();
  producer = await createProducer(running.kafka);
});
afterAll(async () => {
  await producer.close();
  await running.stop();
});

const texts = (count: number, from = 0) => Array.from({ length: count }, (_, index) => String(from + index));
const send = (topic: string, values: string[]) =>
  Promise.all(values.map((value) => producer.send({ topic, key: value, value: Buffer.from(value) })));

describe('a consumer', () => {
  test('is given records in order, and goes on where the group committed', async () => {
    const topic = await running.topic();
    const group = `group-${topic}`;
    await send(topic, texts(10));
    const first = await joinGroup(running.kafka, { group, topic });
    await first.until(() => first.records.length >= 10);
    await first.close();
    await send(topic, texts(5, 10));
    const second = await joinGroup(running.kafka, { group, topic });
    await second.until(() => second.records.length >= 5);
    await second.close();
    expect([...first.records, ...second.records].map(textOf)).toEqual(texts(15));
    expect(await groupLags(running.kafka, [{ group, topic }])).toEqual([
      { group, topic, lag: 0, records: 15 },
    ]);
  });

  test('has no lag on a topic that is missing, and it is named', async () => {
    const lags = groupLags(running.kafka, [{ group: 'g', topic: 'not-there' }]);
    await expect(lags).rejects.toThrow('the lag of g on not-there: This server does not host');
  });

  test('is told what the group committed, with the metadata, also by itself a moment ago', async () => {
    const topic = await running.topic();
    const group = `group-${topic}`;
    await send(topic, texts(4));
    const told: unknown[] = [];
    const first = await joinGroup(running.kafka, { group, topic }, async (batch) => {
      told.push(await batch.committed());
      await batch.commit('2', 'half');
      told.push(await batch.committed());
    });
    await first.until(() => first.records.length >= 4);
    await first.close();
    const second = await joinGroup(running.kafka, { group, topic }, async (batch) => {
      told.push(await batch.committed());
      await batch.commit(batch.nextOffset);
    });
    await second.until(() => second.records.length >= 2);
    await second.close();
    expect(told).toEqual([undefined, { offset: '2', metadata: 'half' }, { offset: '2', metadata: 'half' }]);
    expect(second.records.map(textOf)).toEqual(['2', '3']);
    expect(await groupMetadata(running.kafka, group, topic)).toBeUndefined();
  });

  test('is given the same records again when its handler throws, and knows what it committed before', async () => {
    const topic = await running.topic();
    await send(topic, texts(3));
    const seen: { first: string; committed: unknown }[] = [];
    const member = await joinGroup(running.kafka, { group: `group-${topic}`, topic }, async (batch) => {
      seen.push({ first: textOf(batch.records[0]!), committed: await batch.committed() });
      if (seen.length > 1) return batch.commit(batch.nextOffset);
      await batch.commit('0', 'intent');
      throw new Error('the insert failed');
    });
    await member.until(() => member.records.length >= 3);
    await member.close();
    expect(seen).toEqual([
      { first: '0', committed: undefined },
      { first: '0', committed: { offset: '0', metadata: 'intent' } },
    ]);
    expect(member.crashes).toEqual([]);
  });

  test('gives up once on a handler that keeps throwing', async () => {
    const topic = await running.topic();
    await send(topic, texts(1));
    const member = await joinGroup(running.kafka, { group: `group-${topic}`, topic }, async () => {
      throw new Error('always');
    });
    await member.until(() => member.crashes.length > 0);
    await member.close();
    expect(member.crashes).toHaveLength(1);
    expect(member.records).toEqual([]);
  });

  test('commits what it finishes while it is being closed', async () => {
    const topic = await running.topic();
    const group = `group-${topic}`;
    await send(topic, texts(3));
    let started: () => void = () => undefined;
    const inHand = new Promise<void>((resolve) => (started = resolve));
    let finish: () => void = () => undefined;
    const allowed = new Promise<void>((resolve) => (finish = resolve));
    const member = await joinGroup(running.kafka, { group, topic }, async (batch) => {
      started();
      await allowed;
      await batch.commit(batch.nextOffset);
    });
    await inHand;
    const closed = member.close();
    finish();
    await closed;
    expect(await groupLags(running.kafka, [{ group, topic }])).toEqual([
      { group, topic, lag: 0, records: 3 },
    ]);
  });

  test('shares partitions with one that joins; nothing that was committed is lost or comes twice', async () => {
    const topic = await running.topic(4);
    const group = `group-${topic}`;
    const committed: string[] = [];
    const onBatch = async (batch: Parameters<NonNullable<Parameters<typeof joinGroup>[2]>>[0]) => {
      if (batch.isStale()) return;
      await batch.commit(batch.nextOffset);
      committed.push(...batch.records.map(textOf));
    };
    await send(topic, texts(200));
    const first = await joinGroup(running.kafka, { group, topic }, onBatch);
    await first.until(() => committed.length >= 200);
    const second = await joinGroup(running.kafka, { group, topic }, onBatch);
    for (let from = 200; second.records.length === 0; from += 50) {
      await send(topic, texts(50, from));
      await Promise.race([first, second].map((each) => each.until(() => committed.length >= from + 50)));
    }
    const sent = committed.length;
    await first.close();
    await send(topic, texts(50, sent));
    await second.until(() => committed.length >= sent + 50);
    await second.close();
    expect([...committed].sort((a, b) => Number(a) - Number(b))).toEqual(texts(sent + 50));
  });
});
