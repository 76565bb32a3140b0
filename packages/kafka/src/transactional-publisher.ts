import { Partitioners, type TopicPartitionOffsetAndMetadata } from 'kafkajs';
import { committedOffset, offsetsOf } from './committed-offsets.js';
import type { Kafka } from './connection.js';
import { askCoordinator } from './group-coordinator.js';
import type { OutgoingRecord } from './producer.js';

/** What has been sent, but is not visible before the transaction commits. */
export type PublishStep = 'position-sent' | 'records-sent';

export interface TransactionalPublisher {
  /**
   * Publishes records and the position that they bring the source to, both or neither. Throws when another publisher has
   * taken over the transactional id, and when a broker does not take the records, as when their leader has moved: then only
   * a new publisher knows for certain where to go on.
   */
  publish(
    records: readonly OutgoingRecord[],
    position: string,
    onStep?: (step: PublishStep) => void,
  ): Promise<void>;
  /** The position of the last batch that was committed before this publisher took over; undefined at the very beginning. */
  position: string | undefined;
  close(): Promise<void>;
}

export interface PublisherOptions {
  kafka: Kafka;
  transactionalId: string;
  /** The group under which the position is kept. */
  group: string;
  /** The topic under whose partition 0 the position is kept. */
  topic: string;
}

const MARKERS_WRITTEN_AFTER_MS = 5;

/**
 * A publisher that carries its source's position inside each transaction, as the metadata of a committed offset, so that
 * every event is on the topic exactly once. Creating one fences any older one of the same transactional id.
 */
export async function createTransactionalPublisher({
  kafka,
  transactionalId,
  group,
  topic,
}: PublisherOptions): Promise<TransactionalPublisher> {
  const producer = kafka.producer({
    transactionalId,
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
    createPartitioner: Partitioners.DefaultPartitioner,
    transactionTimeout: 30_000,
    // kafkajs sends to the leading brokers side by side. When one of them refuses, its retry also sends again what is on
    // its way to the others, under new sequence numbers, so that no broker knows it again: records would be doubled.
    // (`idempotent` speaks of what is sent outside of transactions only, and insists on retries; within one it always is.)
    retry: { retries: 0 },
  });
  await producer.connect();
  /** A transaction of an offset and records, both or neither. */
  const commit = async (
    offset: TopicPartitionOffsetAndMetadata,
    records: readonly OutgoingRecord[] = [],
    onStep: (step: PublishStep) => void = () => undefined,
  ) => {
    const transaction = await producer.transaction();
    try {
      // 1. The offset first: a cluster that still finishes the last transaction refuses this, and it can be sent again.
      await askCoordinator(
        () => transaction.sendOffsets({ consumerGroupId: group, ...offsetsOf(offset) }),
        MARKERS_WRITTEN_AFTER_MS,
      );
      onStep('position-sent');
      // 2. From here on the transaction is open on the cluster, and the records are sent once.
      const messages = records.map(({ key, value, headers = {} }) => ({ key, value, headers }));
      if (messages.length > 0) await transaction.send({ topic, acks: -1, messages });
      onStep('records-sent');
      await transaction.commit();
    } catch (error) {
      await transaction.abort().catch(() => undefined);
      throw error;
    }
  };
  // The first transaction asks for the producer id, which fences the older publisher and ends its open transaction. It
  // commits the barrier behind which the position is read, so that is final: nobody else moves it.
  const committed = await committedOffset(kafka, { group, topic, partition: 0 }, commit).catch(
    async (error: unknown) => {
      await producer.disconnect();
      throw error;
    },
  );
  return {
    publish: (records, position, onStep) =>
      commit({ topic, partition: 0, offset: '0', metadata: position }, records, onStep),
    position: committed?.metadata || undefined,
    close: () => producer.disconnect(),
  };
}
