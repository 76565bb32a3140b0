import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Admin, ConfigResourceTypes } from 'kafkajs';
import { createTopics } from '../apis/create-topics.js';
import { offsetCommit } from '../apis/offset-commit.js';
import { type StartedBroker, startBroker } from './started-broker.js';

let broker: StartedBroker;
let admin: Admin;

beforeAll(async () => {
  broker = await startBroker({
    'auto.create.topics.enable': false,
    'num.partitions': 3,
  });
  admin = broker.kafka.admin();
  await admin.connect();
});

afterAll(async () => {
  await admin.disconnect();
  await broker.stop();
});

const partitionsOf = async (topic: string): Promise<number> => {
  const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
  return topics[0]!.partitions.length;
};

describe('topics', () => {
  test('are created with the default number of partitions, or a given one', async () => {
    expect(
      await admin.createTopics({ topics: [{ topic: 'plain' }, { topic: 'wide', numPartitions: 7 }] }),
    ).toBe(true);
    expect([await partitionsOf('plain'), await partitionsOf('wide')]).toEqual([3, 7]);
    expect(await admin.listTopics()).toEqual(expect.arrayContaining(['plain', 'wide']));
    expect(await admin.createTopics({ topics: [{ topic: 'plain' }] })).toBe(false);
  });

  test('are not created when only validated', async () => {
    await admin.createTopics({ validateOnly: true, waitForLeaders: false, topics: [{ topic: 'imagined' }] });
    expect(await admin.listTopics()).not.toContain('imagined');
  });

  test('are not created by asking for them where the setting forbids it', async () => {
    await expect(admin.fetchTopicMetadata({ topics: ['unknown'] })).rejects.toMatchObject({
      type: 'UNKNOWN_TOPIC_OR_PARTITION',
    });
  });

  test.each([
    ['a replication factor above 1', { topic: 'r', replicationFactor: 2 }, 'INVALID_REPLICATION_FACTOR'],
    ['no partitions', { topic: 'p', numPartitions: 0 }, 'INVALID_PARTITIONS'],
    ['a name with a space', { topic: 'a b' }, 'INVALID_TOPIC_EXCEPTION'],
    ['an unknown config', { topic: 'c', configEntries: [{ name: 'no.such', value: '1' }] }, 'INVALID_CONFIG'],
    [
      'a config that is not served',
      { topic: 'c', configEntries: [{ name: 'compression.type', value: 'gzip' }] },
      'INVALID_CONFIG',
    ],
  ])('with %s are refused', async (_name, topic, type) => {
    await expect(admin.createTopics({ topics: [topic] })).rejects.toMatchObject({ errors: [{ type }] });
  });

  test('on an unknown broker are refused with 39', async () => {
    const raw = await broker.raw();
    const assigned = (id: number) => ({
      topics: [
        {
          name: `on-${id}`,
          numPartitions: -1,
          replicationFactor: -1,
          assignments: [{ index: 0, brokerIds: [id] }],
          configs: [],
        },
      ],
      timeoutMs: 1_000,
      validateOnly: false,
    });
    expect((await raw.call(createTopics, 3, assigned(5))).topics[0]!.code).toBe(39);
    expect((await raw.call(createTopics, 3, assigned(1))).topics[0]!.code).toBe(0);
    expect(await partitionsOf('on-1')).toBe(1);
  });

  test('grow, and do not shrink', async () => {
    await admin.createTopics({ topics: [{ topic: 'growing', numPartitions: 1 }] });
    await admin.createPartitions({ topicPartitions: [{ topic: 'growing', count: 4 }] });
    expect(await partitionsOf('growing')).toBe(4);
    await expect(
      admin.createPartitions({ topicPartitions: [{ topic: 'growing', count: 2 }] }),
    ).rejects.toMatchObject({
      type: 'INVALID_PARTITIONS',
    });
  });

  test('keep their configs, which can be described and altered', async () => {
    const configEntries = [{ name: 'cleanup.policy', value: 'compact' }];
    await admin.createTopics({ topics: [{ topic: 'configured', configEntries }] });
    const resource = { type: ConfigResourceTypes.TOPIC, name: 'configured' };
    const read = async (configName: string) => {
      const { resources } = await admin.describeConfigs({
        includeSynonyms: false,
        resources: [{ ...resource, configNames: [configName] }],
      });
      return resources[0]!.configEntries[0];
    };
    expect(await read('cleanup.policy')).toMatchObject({
      configValue: 'compact',
      configSource: 1,
      readOnly: false,
    });
    await admin.alterConfigs({
      validateOnly: false,
      resources: [{ ...resource, configEntries: [{ name: 'retention.ms', value: '1000' }] }],
    });
    expect(await read('retention.ms')).toMatchObject({ configValue: '1000', configSource: 1 });
    expect(await read('cleanup.policy')).toMatchObject({ configValue: 'delete', configSource: 5 });
  });

  test('and everything in them are gone when deleted, also for a new topic of that name', async () => {
    await admin.createTopics({ topics: [{ topic: 'doomed', numPartitions: 1 }] });
    const producer = broker.kafka.producer();
    await producer.connect();
    await producer.send({ topic: 'doomed', messages: [{ value: 'x' }] });
    const raw = await broker.raw();
    const topics = [
      { name: 'doomed', partitions: [{ index: 0, offset: 1, leaderEpoch: -1, metadata: null }] },
    ];
    await raw.call(offsetCommit, 5, {
      group: 'doomed-readers',
      generation: -1,
      memberId: '',
      instanceId: null,
      retentionMs: -1,
      topics,
    });
    await admin.deleteTopics({ topics: ['doomed'] });
    expect(await admin.listTopics()).not.toContain('doomed');
    await admin.createTopics({ topics: [{ topic: 'doomed', numPartitions: 1 }] });
    expect(await admin.fetchTopicOffsets('doomed')).toEqual([
      { partition: 0, offset: '0', high: '0', low: '0' },
    ]);
    const offsets = await admin.fetchOffsets({ groupId: 'doomed-readers', topics: ['doomed'] });
    expect(offsets[0]!.partitions[0]!.offset).toBe('-1');
    await producer.disconnect();
  });

  test('lose their records before an offset, and keep their numbering, through a restart too', async () => {
    await admin.createTopics({ topics: [{ topic: 'trimmed', numPartitions: 1 }] });
    const producer = broker.kafka.producer();
    await producer.connect();
    for (const value of ['a', 'b', 'c']) await producer.send({ topic: 'trimmed', messages: [{ value }] });
    await producer.disconnect();
    // kafkajs deletes only in topics that it has looked at.
    expect(await admin.fetchTopicOffsets('trimmed')).toMatchObject([{ low: '0', high: '3' }]);
    await admin.deleteTopicRecords({ topic: 'trimmed', partitions: [{ partition: 0, offset: '2' }] });
    expect(await admin.fetchTopicOffsets('trimmed')).toEqual([
      { partition: 0, offset: '3', high: '3', low: '2' },
    ]);
    await admin.deleteTopicRecords({ topic: 'trimmed', partitions: [{ partition: 0, offset: '-1' }] });
    await admin.disconnect();
    await broker.restart();
    admin = broker.kafka.admin();
    await admin.connect();
    expect(await admin.fetchTopicOffsets('trimmed')).toEqual([
      { partition: 0, offset: '3', high: '3', low: '3' },
    ]);
  });
});

test('the cluster is one broker, under the name that clients connect to', async () => {
  const cluster = await admin.describeCluster();
  expect(cluster).toMatchObject({
    controller: 1,
    brokers: [{ nodeId: 1, host: '127.0.0.1', port: broker.port }],
  });
  expect(cluster.clusterId).toHaveLength(22);
});

test('what is not served stays out of ApiVersions, and kafkajs says so', async () => {
  await expect(
    admin.describeAcls({ resourceType: 2, resourcePatternType: 3, operation: 2, permissionType: 3 }),
  ).rejects.toMatchObject({
    name: 'KafkaJSServerDoesNotSupportApiKey',
  });
});
