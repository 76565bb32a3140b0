import { setTimeout as delay } from 'node:timers/promises';
import { TOPICS } from '@bellhop/contracts';
import { connectKafka, type Kafka } from '@bellhop/kafka';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { KafkaUnderTest } from '../support/kafka-under-test.js';
import { type Pipeline, startPipeline } from '../support/pipeline.js';
import { createRandom, type Random } from '../support/random.js';

const ROUNDS = [0, 1, 2].flatMap((broker) => [
  ['is restarted', broker] as const,
  ['is killed', broker] as const,
]);
const CHUNK = 60;
const { SEED: seed = String(Date.now() % 1_000_000), BELLHOP_TEST_KAFKA_BROKERS } = process.env;
const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** Needs three brokers of real Kafka: `npm run test:kafka`. */
const describeOnThreeBrokers = BELLHOP_TEST_KAFKA_BROKERS === '3' ? describe : describe.skip;

describeOnThreeBrokers(`Leaders move between three brokers while the hotels live (SEED=${seed})`, () => {
  let pipeline: Pipeline;
  let brokers: KafkaUnderTest;
  let kafka: Kafka;
  let random: Random;
  beforeAll(async () => {
    random = createRandom(Number(seed));
    pipeline = await startPipeline({ seed: `leaders-move-${seed}`, days: 4 });
    brokers = pipeline.kafka!;
    kafka = connectKafka({ brokers: brokers.bootstrap, clientId: 'bellhop-test', logger: silent });
  }, 180_000);
  afterAll(() => pipeline?.close(), 90_000);

  test.each(ROUNDS)(
    'a broker %s (%i): others lead, then it leads again',
    async (how, broker) => {
      const id = broker + 1;
      await leadersUntil(kafka, (leaders) => leaders.includes(id));
      const fed = pipeline.feedNext(CHUNK);
      await pipeline.until(random.between(0, 20));
      if (how === 'is killed') await brokers.killBroker(broker);
      const restarted = how === 'is killed' ? undefined : brokers.restartBroker(broker);
      await leadersUntil(kafka, (leaders) => leaders.every((leader) => leader > 0 && leader !== id));
      await fed;
      await (restarted ?? brokers.restartBroker(broker));
      await leadersUntil(kafka, (leaders) => leaders.includes(id));
      expect(pipeline.left()).toBeGreaterThan(0);
    },
    90_000,
  );

  test('afterwards ClickHouse holds exactly what was accepted', async () => {
    await pipeline.feedNext(pipeline.left());
    expect(await pipeline.differences()).toEqual([]);
  }, 180_000);
});

/** Resolves when the leaders of Bellhop's partitions, by broker id, are as wanted; the test's own limit ends a wait in vain. */
async function leadersUntil(kafka: Kafka, areWanted: (leaders: number[]) => boolean): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    for (;;) {
      const { topics } = await admin.fetchTopicMetadata({
        topics: [TOPICS.touchpoints, TOPICS.journeyEvents],
      });
      if (areWanted(topics.flatMap(({ partitions }) => partitions.map(({ leader }) => leader)))) return;
      await delay(100);
    }
  } finally {
    await admin.disconnect();
  }
}
