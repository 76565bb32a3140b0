import { PARTITIONS } from '@bellhop/contracts';
import type { Kafka } from './connection.js';

/** Creates Bellhop's topics where they are missing, with the cluster's default replication; those that exist stay as they are. */
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
    if (topics.length > 0) await admin.createTopics({ waitForLeaders: true, topics });
  } finally {
    await admin.disconnect();
  }
}
