import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TOPICS } from '@bellhop/contracts';
import {
  connectKafka,
  consume,
  createProducer,
  createTransactionalPublisher,
  ensureTopics,
  type Kafka,
} from '@bellhop/kafka';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type KafkaUnderTest, startKafkaUnderTest } from '../support/kafka-under-test.js';

const BROKERS = [0, 1, 2];
const log = () => undefined;
const logger = { debug: log, info: log, warn: log, error: log };

/** Needs three brokers of real Kafka: `npm run test:kafka`. */
const describeOnThreeBrokers = process.env.BELLHOP_TEST_KAFKA_BROKERS === '3' ? describe : describe.skip;

/** A coordinator that takes over shows what was acknowledged before only once its high watermark has caught up. */
describeOnThreeBrokers('What a group has committed, while its coordinator moves', () => {
  let dataDir: string;
  let brokers: KafkaUnderTest;
  let kafka: Kafka;
  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'bellhop-offsets-'));
    brokers = (await startKafkaUnderTest(dataDir))!;
    kafka = connectKafka({ brokers: brokers.bootstrap, clientId: 'bellhop-test', logger });
    await ensureTopics(kafka);
  }, 120_000);
  afterAll(async () => {
    await brokers?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }, 60_000);

  /** Restarts each broker in turn. */
  const restartAll = () => {
    const state = { isOver: false, over: Promise.resolve() };
    state.over = (async () => {
      for (const broker of BROKERS) await brokers.restartBroker(broker);
    })().finally(() => {
      state.isOver = true;
    });
    return state;
  };

  test('is what the next publisher goes on from', async () => {
    const topic = TOPICS.journeyEvents;
    const options = { kafka, transactionalId: 'publisher', group: 'publisher', topic };
    const restarts = restartAll();
    const [found, allowed]: [number[], number[][]] = [[], []];
    let [published, tried] = [0, 0];
    while (!restarts.isOver) {
      const publisher = await createTransactionalPublisher(options).catch(() => undefined);
      if (!publisher) continue;
      found.push(Number(publisher.position ?? 0));
      allowed.push([published, tried]);
      published = found.at(-1)!;
      try {
        while (!restarts.isOver) {
          tried = published + 1;
          const record = { topic, key: 'k', value: Buffer.from(String(tried)) };
          await publisher.publish([record], String(tried));
          published = tried;
        }
      } catch {
        // Its leader, or a coordinator, has moved: only a new publisher knows where to go on.
      } finally {
        await publisher.close();
      }
    }
    await restarts.over;
    expect(found.length).toBeGreaterThan(1);
    expect(found.filter((position, index) => !allowed[index]!.includes(position))).toEqual([]);
  }, 180_000);

  test('is what a member is told that commits again and again', async () => {
    const topic = TOPICS.quarantine;
    const producer = await createProducer(kafka);
    await producer.send({ topic, key: 'k', value: Buffer.from('a') });
    await producer.close();
    const restarts = restartAll();
    const [found, allowed]: [number[], number[][]] = [[], []];
    let [committed, tried] = [0, 0];
    let crash: unknown;
    const consumer = await consume({
      kafka,
      group: 'consumer',
      topic,
      sessionTimeoutMs: 60_000,
      onCrash: (error) => {
        crash = error;
      },
      onBatch: async (batch) => {
        found.push(Number((await batch.committed())?.metadata || 0));
        allowed.push([committed, tried]);
        committed = found.at(-1)!;
        // A commit without an answer ends the batch, and it is given again.
        while (!restarts.isOver && !batch.isStale()) {
          tried = committed + 1;
          await batch.commit('0', String(tried));
          committed = tried;
        }
      },
    });
    await restarts.over;
    await consumer.close();
    expect(crash).toBeUndefined();
    expect(committed).toBeGreaterThan(found.length);
    expect(found.filter((number, index) => !allowed[index]!.includes(number))).toEqual([]);
  }, 180_000);
});
