import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type BrokerUnderTest, startBroker } from '../kafka/broker-under-test.js';
import { type ServerUnderTest, startServer } from './server-under-test.js';

const topic = 'touchpoints';
const groupId = 'warehouse';
let broker: BrokerUnderTest;
let server: ServerUnderTest;

beforeAll(async () => {
  [broker, server] = await Promise.all([startBroker(), startServer()]);
});
afterAll(() => Promise.all([broker.stop(), server.stop()]));

test('the Kafka table engine reads a topic through a materialised view and commits its offsets', async () => {
  const count = 5_000;
  await broker.admin.createTopics({ topics: [{ topic, numPartitions: 1 }] });
  const producer = broker.kafka.producer();
  await producer.connect();
  const messages = Array.from({ length: count }, (_, id) => ({
    value: JSON.stringify({ id, text: `t ${id}` }),
  }));
  await producer.send({ topic, messages });
  await producer.disconnect();

  const { ask } = server;
  await ask('CREATE TABLE read (id UInt32, text String) ENGINE = MergeTree ORDER BY id');
  await ask(
    `CREATE TABLE queue (id UInt32, text String) ENGINE = Kafka SETTINGS kafka_broker_list = '127.0.0.1:${broker.port}', kafka_topic_list = '${topic}', kafka_group_name = '${groupId}', kafka_format = 'JSONEachRow'`,
  );
  await ask('CREATE MATERIALIZED VIEW queue_to_read TO read AS SELECT id, text FROM queue');
  while ((await ask('SELECT count() FROM read')) !== `${count}\n`);
  expect(
    await ask("SELECT uniqExact(id), max(id), countIf(text = concat('t ', toString(id))) FROM read"),
  ).toBe(`${count}\t${count - 1}\t${count}\n`);
  const committed = async () => await broker.admin.fetchOffsets({ groupId, topics: [topic] });
  while ((await committed())[0]?.partitions[0]?.offset !== String(count));
  await ask('DROP TABLE queue_to_read');
  await ask('DROP TABLE queue');
});
