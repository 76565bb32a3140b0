import { setTimeout as delay } from 'node:timers/promises';
import { PARTITIONS } from '@bellhop/contracts';
import type { KafkaJSError } from 'kafkajs';
import type { Kafka } from './connection.js';

/** How long topics may take to have leaders, and how often to look; milliseconds. */
const LED_DEADLINE_MS = 30_000;
const LOOK_AGAIN_MS = 50;

/**
 * Creates Bellhop's topics where they are missing, with the cluster's default replication; those that exist stay as they are.
 * Resolves when all of them have leaders.
 */
export async function ensureTopics(kafka: Kafka): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const existing = new Set(await admin.listTopics());
    const topics = Object.entries(PARTITIONS)
      .filter(([topic]) => !existing.has(topic))
      .map(([topic, numPartitions]) => ({
        topic,
        numPartitions,
        replicationFactor: -1,
        // Kafka's default is to forget after a week, but a new projector begins at the first event.
        configEntries: [{ name: 'retention.ms', value: '-1' }],
      }));
    if (topics.length > 0) await admin.createTopics({ waitForLeaders: false, topics });
    await untilLed(() => admin.fetchTopicMetadata({ topics: Object.keys(PARTITIONS) }));
  } finally {
    await admin.disconnect();
  }
}

/**
 * Asks until the answer holds no error that may pass. kafkajs's own `waitForLeaders` gives up where a broker has not yet
 * heard of what the controller made a moment ago.
 */
export async function untilLed(askLeaders: () => Promise<unknown>): Promise<void> {
  for (const startedAt = Date.now(); ; await delay(LOOK_AGAIN_MS)) {
    try {
      await askLeaders();
      return;
    } catch (error) {
      if (!(error as KafkaJSError).retriable || Date.now() - startedAt > LED_DEADLINE_MS) throw error;
    }
  }
}
