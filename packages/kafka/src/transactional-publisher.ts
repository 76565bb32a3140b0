import type { Kafka } from './connection.js';
import { groupMetadata } from './lag.js';
import type { OutgoingRecord } from './producer.js';

/** What has been sent, but is not visible before the transaction commits. */
export type PublishStep = 'records-sent' | 'position-sent';

export interface TransactionalPublisher {
  /**
   * Publishes records and the position that they bring the source to, both or neither. Throws when another publisher has
   * taken over the transactional id, or when Kafka stays away: then nothing of the batch is visible.
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
    idempotent: true,
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
    transactionTimeout: 30_000,
    retry: { initialRetryTime: 5, multiplier: 1.3, maxRetryTime: 200, retries: 40 },
  });
  await producer.connect();
  // 1. The first transaction asks for the producer id, which fences the older publisher and ends its open transaction.
  await (await producer.transaction()).abort();
  // 2. So the position read now is final: nobody else moves it.
  const position = await groupMetadata(kafka, group, topic);
  return {
    publish: async (records, position, onStep = () => undefined) => {
      const transaction = await producer.transaction();
      try {
        const messages = records.map(({ key, value, headers = {} }) => ({ key, value, headers }));
        if (messages.length > 0) await transaction.send({ topic, acks: -1, messages });
        onStep('records-sent');
        const partitions = [{ partition: 0, offset: '0', metadata: position }];
        await transaction.sendOffsets({ consumerGroupId: group, topics: [{ topic, partitions }] });
        onStep('position-sent');
        await transaction.commit();
      } catch (error) {
        await transaction.abort().catch(() => undefined);
        throw error;
      }
    },
    position,
    close: () => producer.disconnect(),
  };
}
