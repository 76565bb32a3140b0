import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalKafka, startLocalKafka } from '@bellhop/local-kafka';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { connectKafka, type Kafka } from './connection.js';
import { groupLags, groupMetadata } from './lag.js';
import { joinGroup } from './running-kafka.fixture.js';
import { ensureTopics } from './topics.js';
import { createTransactionalPublisher } from './transactional-publisher.js';

const silent = { debug() {}, info() {}, warn() {}, error() {} };
const topic = 'events';
let dataDir: string;
let broker: LocalKafka;
let kafka: Kafka;

/** As on a cluster, each group and each transactional id meets a coordinator that is not ready at its first use. */
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'bellhop-kafka-'));
  broker = await startLocalKafka({ dataDir, settings: { 'test.coordinator.loading.ms': 900 } });
  kafka = connectKafka({
    brokers: [`127.0.0.1:${broker.port}`],
    clientId: 'test',
    logger: silent,
    retries: 8,
  });
  await ensureTopics(kafka);
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic, numPartitions: 1 }] });
  await admin.disconnect();
});

afterAll(async () => {
  await broker.close();
  rmSync(dataDir, { recursive: true, force: true });
});

test('a publisher whose coordinators are not ready yet publishes every record once, with its position', async () => {
  const publisher = await createTransactionalPublisher({
    kafka,
    transactionalId: 'relay',
    group: 'positions',
    topic,
  });
  expect(publisher.position).toBeUndefined();
  for (const position of ['1', '2', '3']) {
    await publisher.publish([{ topic, key: 'k', value: Buffer.from(position) }], position);
  }
  await publisher.close();
  expect(await groupMetadata(kafka, 'positions', topic)).toBe('3');
});

test('a consumer whose coordinator is not ready yet reads everything, and does not crash', async () => {
  const member = await joinGroup(kafka, { group: 'readers', topic });
  await member.until(() => member.records.length >= 3);
  expect(member.records.map((it) => String(it.value))).toEqual(['1', '2', '3']);
  expect(member.crashes).toEqual([]);
  await member.close();
});

test('the lag of a group whose coordinator is not ready yet is waited for', async () => {
  expect(await groupLags(kafka, [{ group: 'new', topic }])).toMatchObject([{ group: 'new' }]);
});
