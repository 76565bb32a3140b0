import type { Kafka, PartitionOffset } from 'kafkajs';

/** Commits offsets for a group without a member, in a transaction: `admin.setOffsets` takes five seconds each time. */
export async function commitOffsets(
  kafka: Kafka,
  consumerGroupId: string,
  topic: string,
  partitions: (PartitionOffset & { metadata?: string })[],
): Promise<void> {
  const producer = kafka.producer({ transactionalId: `commits-for-${consumerGroupId}` });
  await producer.connect();
  const transaction = await producer.transaction();
  await transaction.sendOffsets({ consumerGroupId, topics: [{ topic, partitions }] });
  await transaction.commit();
  await producer.disconnect();
}
