import type { ClickHouse } from '@bellhop/clickhouse';
import { TOPICS, type Touchpoint } from '@bellhop/contracts';
import { connectKafka, createCodec, type Kafka } from '@bellhop/kafka';
import type { Stack } from '@bellhop/stack';
import { post, sideBySide, touchpointInput } from './load.js';
import { untilCount } from './queryable.js';

export interface Throughput {
  touchpoints: number;
  /** Per second, from the first request to the last 2xx. */
  accepted: number;
  /** Per second, from the first request until ClickHouse's rollup holds all. */
  queryable: number;
  /** Per second: the same bytes by bare kafkajs in batches of the same size. */
  bareKafkajs: number;
}

export interface Load {
  total: number;
  batch: number;
  requestsSideBySide: number;
}

const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** How many touchpoints a second come in over HTTP, and how many come out in ClickHouse, beside bare kafkajs in the same run. */
export async function measureThroughput(
  stack: Stack,
  clickhouse: ClickHouse,
  load: Load,
  properties: readonly string[],
): Promise<Throughput> {
  const { total, batch, requestsSideBySide } = load;
  const before = await untilCount(clickhouse, 0);
  const requests = Array.from({ length: total / batch }, (_, request) =>
    Array.from({ length: batch }, (_, index) =>
      touchpointInput(request * batch + index, properties[request % properties.length] ?? '', 'throughput'),
    ),
  );
  const startedAt = performance.now();
  await sideBySide(requests.length, requestsSideBySide, (request) =>
    post(stack.env.INGEST_URL, requests[request] ?? []),
  );
  const acceptedAt = performance.now();
  await untilCount(clickhouse, before + total);
  const queryableAt = performance.now();
  const perSecond = (endedAt: number) => (1_000 * total) / (endedAt - startedAt);
  return {
    touchpoints: total,
    accepted: perSecond(acceptedAt),
    queryable: perSecond(queryableAt),
    bareKafkajs: await bareKafkajs(stack, load),
  };
}

/** Produces what ingest produced (keys and bytes as they stand on the topic) to a topic of its own, with acks=all. */
async function bareKafkajs(stack: Stack, { total, batch, requestsSideBySide }: Load): Promise<number> {
  const kafka = connectKafka({
    brokers: stack.env.KAFKA_BROKERS.split(','),
    clientId: 'bench',
    logger: silent,
  });
  const messages = await producedByIngest(stack, kafka, total);
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic: 'bench-bare-kafkajs', numPartitions: 6 }] });
  await admin.disconnect();
  const producer = kafka.producer();
  await producer.connect();
  const startedAt = performance.now();
  await sideBySide(total / batch, requestsSideBySide, async (request) => {
    await producer.send({
      topic: 'bench-bare-kafkajs',
      acks: -1,
      messages: messages.slice(request * batch, (request + 1) * batch),
    });
  });
  const endedAt = performance.now();
  await producer.disconnect();
  return (1_000 * total) / (endedAt - startedAt);
}

async function producedByIngest(
  stack: Stack,
  kafka: Kafka,
  total: number,
): Promise<{ key: Buffer | null; value: Buffer | null }[]> {
  // Registers nothing new; it proves that what is read back is what ingest wrote.
  const codec = await createCodec<Touchpoint>({
    registryUrl: stack.env.SCHEMA_REGISTRY_URL,
    subject: 'touchpoint',
    topic: TOPICS.touchpoints,
  });
  const consumer = kafka.consumer({ groupId: `bench-${Date.now()}` });
  await consumer.connect();
  await consumer.subscribe({ topics: [TOPICS.touchpoints], fromBeginning: true });
  const messages: { key: Buffer | null; value: Buffer | null }[] = [];
  await new Promise<void>((resolve, reject) => {
    consumer
      .run({
        eachMessage: async ({ message: { key, value } }) => {
          if (messages.length >= total) return;
          messages.push({ key, value });
          if (messages.length === total) resolve();
        },
      })
      .catch(reject);
  });
  await consumer.disconnect();
  await codec.decode(messages[0]?.value ?? Buffer.alloc(0));
  return messages;
}
