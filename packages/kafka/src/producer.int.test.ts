import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { KafkaUnavailable } from './connection.js';
import { createProducer } from './producer.js';
import { joinGroup, type RunningKafka, runKafka, textOf } from './running-kafka.fixture.js';

let running: RunningKafka;
beforeAll(async () => {
  running = await runKafka();
});
afterAll(() => running.stop());

describe('the producer', () => {
  test('keeps the order of a key over many batches, and sends keys and headers', async () => {
    const topic = await running.topic(3);
    const producer = await createProducer(running.kafka);
    const numbers = Array.from({ length: 6_000 }, (_, index) => index);
    await Promise.all(
      numbers.map((number) =>
        producer.send({
          topic,
          key: `key-${number % 5}`,
          value: Buffer.from(String(number)),
          headers: { origin: 'test' },
        }),
      ),
    );
    await producer.close();
    const reader = await joinGroup(running.kafka, { group: `read-${topic}`, topic });
    await reader.until(() => reader.records.length >= numbers.length);
    await reader.close();
    for (let key = 0; key < 5; key++) {
      const own = reader.records.filter((record) => record.key === `key-${key}`);
      expect(own.map((record) => Number(textOf(record)))).toEqual(
        numbers.filter((number) => number % 5 === key),
      );
    }
    expect(reader.records[0]?.headers.origin?.toString()).toBe('test');
  });

  test('sends on close what is still queued', async () => {
    const topic = await running.topic();
    const producer = await createProducer(running.kafka);
    const sent = Array.from({ length: 10 }, () =>
      producer.send({ topic, key: 'k', value: Buffer.from('v') }),
    );
    await producer.close();
    await expect(Promise.all(sent)).resolves.toHaveLength(10);
  });

  test('rejects with KafkaUnavailable where the topic is not there', async () => {
    const producer = await createProducer(running.client(0));
    const sent = producer.send({ topic: 'nowhere', key: 'k', value: Buffer.from('v') });
    await expect(sent).rejects.toMatchObject({
      name: 'KafkaUnavailable',
      code: 'kafka-unavailable',
      retryable: true,
    });
    await producer.close();
  });

  test('rejects every waiting record with KafkaUnavailable when the broker is gone', async () => {
    const own = await runKafka();
    const topic = await own.topic();
    const producer = await createProducer(own.client(1));
    await producer.send({ topic, key: 'k', value: Buffer.from('before') });
    await own.stop();
    const sent = [1, 2, 3].map(() => producer.send({ topic, key: 'k', value: Buffer.from('after') }));
    for (const result of await Promise.allSettled(sent)) {
      expect(result).toMatchObject({ status: 'rejected', reason: expect.any(KafkaUnavailable) });
    }
    await producer.close();
  });
});
