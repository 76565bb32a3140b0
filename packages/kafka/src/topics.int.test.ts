import { PARTITIONS } from '@bellhop/contracts';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type RunningKafka, runKafka } from './running-kafka.fixture.js';
import { ensureTopics, untilLed } from './topics.js';

let running: RunningKafka;
beforeAll(async () => {
  running = await runKafka();
});
afterAll(() => running.stop());

describe('Bellhop’s topics', () => {
  test('are made where they are missing, and stay as they are where they are not', async () => {
    const admin = running.kafka.admin();
    await admin.connect();
    await admin.createPartitions({ topicPartitions: [{ topic: 'touchpoints', count: 5 }] });
    await admin.deleteTopics({ topics: ['journey-events'] });
    await ensureTopics(running.kafka);
    const { topics } = await admin.fetchTopicMetadata({ topics: Object.keys(PARTITIONS) });
    await admin.disconnect();
    const counts = Object.fromEntries(topics.map(({ name, partitions }) => [name, partitions.length]));
    expect(counts).toEqual({ ...PARTITIONS, touchpoints: 5 });
  });

  test('are waited for until the broker knows their leaders', async () => {
    const unheardOf = Object.assign(new Error('does not host this topic-partition'), { retriable: true });
    const answers = [unheardOf, unheardOf];
    await untilLed(async () => {
      const error = answers.shift();
      if (error) throw error;
    });
    expect(answers).toEqual([]);
  });

  test('are not waited for where the cluster refuses', async () => {
    let asked = 0;
    const refusing = untilLed(async () => {
      asked += 1;
      throw Object.assign(new Error('not authorized'), { retriable: false });
    });
    await expect(refusing).rejects.toThrow('not authorized');
    expect(asked).toBe(1);
  });
});
