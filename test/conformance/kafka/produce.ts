import type { Kafka } from 'kafkajs';

/** Produces values to one partition of a topic, in one batch. */
export async function produce(
  kafka: Kafka,
  topic: string,
  values: readonly string[],
  partition = 0,
): Promise<void> {
  const producer = kafka.producer({ allowAutoTopicCreation: false });
  await producer.connect();
  await producer.send({ topic, messages: values.map((value) => ({ value, partition })) });
  await producer.disconnect();
}
