import type { Kafka, KafkaMessage } from 'kafkajs';

/** Consumes a topic from its beginning, in a group of its own, until `count` messages came. */
export const consumeUntil = async (
  kafka: Kafka,
  options: { topic: string; count: number; groupId?: string; readUncommitted?: boolean },
): Promise<KafkaMessage[]> => {
  const { topic, count, groupId = `readers-of-${topic}`, readUncommitted = false } = options;
  const consumer = kafka.consumer({ groupId, readUncommitted, maxWaitTimeInMs: 100 });
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  const seen: KafkaMessage[] = [];
  await new Promise<void>((resolve, reject) => {
    consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
    void consumer.run({
      eachMessage: async ({ message }) => {
        seen.push(message);
        if (seen.length === count) resolve();
      },
    });
  });
  await consumer.disconnect();
  return seen;
};
