import type { Admin } from 'kafkajs';
import type { Kafka } from './connection.js';
import { askCoordinator } from './group-coordinator.js';

/** How far a group is behind the end of a topic. */
export interface GroupLag {
  group: string;
  topic: string;
  /** Records, summed over the partitions. */
  lag: number;
  /** Records that were ever written and are still there, control records included. */
  records: number;
}

/**
 * Reads the committed offsets of groups against the ends of their topics. A group that never committed lags by all there is.
 * Throws where a topic is missing, or the cluster does not tell, and names group and topic.
 */
export async function groupLags(
  kafka: Kafka,
  groups: readonly { group: string; topic: string }[],
): Promise<GroupLag[]> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    return await Promise.all(
      groups.map(({ group, topic }) =>
        lagOf(admin, group, topic).catch((cause: Error) => {
          throw new Error(`the lag of ${group} on ${topic}: ${cause.message}`, { cause });
        }),
      ),
    );
  } finally {
    await admin.disconnect();
  }
}

async function lagOf(admin: Admin, group: string, topic: string): Promise<GroupLag> {
  const [ends, [committed]] = await Promise.all([
    admin.fetchTopicOffsets(topic),
    askCoordinator(() => admin.fetchOffsets({ groupId: group, topics: [topic] })),
  ]);
  const perPartition = ends.map(({ partition, high, low }) => {
    const at = committed?.partitions.find((entry) => entry.partition === partition)?.offset ?? '-1';
    const from = at === '-1' ? BigInt(low) : BigInt(at);
    return { lag: Number(BigInt(high) - from), records: Number(BigInt(high) - BigInt(low)) };
  });
  const sum = (pick: (entry: { lag: number; records: number }) => number) =>
    perPartition.reduce((total, entry) => total + pick(entry), 0);
  return { group, topic, lag: sum(({ lag }) => lag), records: sum(({ records }) => records) };
}

/** The metadata that a group keeps with partition 0 of a topic; undefined where there is none. */
export async function groupMetadata(kafka: Kafka, group: string, topic: string): Promise<string | undefined> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const [offsets] = await askCoordinator(() => admin.fetchOffsets({ groupId: group, topics: [topic] }));
    return offsets?.partitions.find(({ partition }) => partition === 0)?.metadata || undefined;
  } finally {
    await admin.disconnect();
  }
}
