import type { Kafka } from './connection.js';

export interface TopicSpec {
  topic: string;
  partitions: number;
  /** -1 takes the cluster's default. */
  replicationFactor?: number;
}

/** Creates the topics that are missing; those that exist stay as they are. */
export async function ensureTopics(kafka: Kafka, topics: readonly TopicSpec[]): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    await admin.createTopics({
      waitForLeaders: true,
      topics: topics.map(({ topic, partitions, replicationFactor = -1 }) => ({
        topic,
        numPartitions: partitions,
        replicationFactor,
      })),
    });
  } finally {
    await admin.disconnect();
  }
}
