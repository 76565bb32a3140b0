import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type BrokerUnderTest, startBroker } from './broker-under-test.js';
import { commitOffsets } from './commit-offsets.js';
import { produce } from './produce.js';

let broker: BrokerUnderTest;

beforeAll(async () => {
  broker = await startBroker({ settings: { 'auto.create.topics.enable': false, 'num.partitions': 3 } });
});

afterAll(() => broker.stop());

const partitionsOf = async (topic: string) => {
  const { topics } = await broker.admin.fetchTopicMetadata({ topics: [topic] });
  return topics[0]!.partitions;
};

describe('topics', () => {
  test('are created with the default number of partitions, or a given one, once', async () => {
    const topics = [{ topic: 'plain' }, { topic: 'wide', numPartitions: 7 }];
    expect(await broker.admin.createTopics({ topics })).toBe(true);
    expect(await partitionsOf('plain')).toHaveLength(3);
    expect(await partitionsOf('wide')).toHaveLength(7);
    expect(await broker.admin.listTopics()).toEqual(expect.arrayContaining(['plain', 'wide']));
    expect(await broker.admin.createTopics({ topics: [{ topic: 'plain' }] })).toBe(false);
  });

  test('have each partition on the one broker, in sync and without an error', async () => {
    await broker.admin.createTopics({ topics: [{ topic: 'placed', numPartitions: 1 }] });
    expect(await partitionsOf('placed')).toEqual([
      expect.objectContaining({
        partitionId: 0,
        leader: 1,
        replicas: [1],
        isr: [1],
        offlineReplicas: [],
        partitionErrorCode: 0,
      }),
    ]);
  });

  test('take an assignment that names the one broker', async () => {
    const replicaAssignment = [
      { partition: 0, replicas: [1] },
      { partition: 1, replicas: [1] },
    ];
    await broker.admin.createTopics({ topics: [{ topic: 'assigned', replicaAssignment }] });
    expect(await partitionsOf('assigned')).toHaveLength(2);
  });

  test('are not created when only validated, but refused as they would be', async () => {
    const validateOnly = { validateOnly: true, waitForLeaders: false };
    await broker.admin.createTopics({ ...validateOnly, topics: [{ topic: 'imagined' }] });
    expect(await broker.admin.listTopics()).not.toContain('imagined');
    await expect(
      broker.admin.createTopics({ ...validateOnly, topics: [{ topic: 'imagined', replicationFactor: 3 }] }),
    ).rejects.toMatchObject({ errors: [{ type: 'INVALID_REPLICATION_FACTOR' }] });
  });

  test('are not created by asking for them where the setting forbids it', async () => {
    await expect(broker.admin.fetchTopicMetadata({ topics: ['unknown'] })).rejects.toMatchObject({
      type: 'UNKNOWN_TOPIC_OR_PARTITION',
    });
  });

  test.each([
    ['a replication factor above 1 (38)', { topic: 'r', replicationFactor: 2 }, 'INVALID_REPLICATION_FACTOR'],
    [
      'an unknown broker (39)',
      { topic: 'b', replicaAssignment: [{ partition: 0, replicas: [5] }] },
      'INVALID_REPLICA_ASSIGNMENT',
    ],
    ['no partitions', { topic: 'p', numPartitions: 0 }, 'INVALID_PARTITIONS'],
    ['a name with a space', { topic: 'a b' }, 'INVALID_TOPIC_EXCEPTION'],
    ['a name that is too long', { topic: 'x'.repeat(250) }, 'INVALID_TOPIC_EXCEPTION'],
    ['an unknown config', { topic: 'c', configEntries: [{ name: 'no.such', value: '1' }] }, 'INVALID_CONFIG'],
    [
      'a config that no topic can have',
      { topic: 'c', configEntries: [{ name: 'compression.type', value: 'zip' }] },
      'INVALID_CONFIG',
    ],
  ])('with %s are refused', async (_name, topic, type) => {
    await expect(broker.admin.createTopics({ topics: [topic] })).rejects.toMatchObject({
      errors: [{ type }],
    });
  });

  test('whose names would differ in dots and underscores only are refused, as Kafka does', async () => {
    await broker.admin.createTopics({ topics: [{ topic: 'rooms.v1_a' }] });
    await expect(broker.admin.createTopics({ topics: [{ topic: 'rooms_v1.a' }] })).rejects.toMatchObject({
      errors: [{ type: 'INVALID_TOPIC_EXCEPTION' }],
    });
    expect(await broker.admin.createTopics({ topics: [{ topic: 'rooms.v1_b' }] })).toBe(true);
  });

  test('of one request are created beside one that is refused', async () => {
    const topics = [{ topic: 'good' }, { topic: 'not good' }];
    await expect(broker.admin.createTopics({ topics })).rejects.toMatchObject({ errors: [{}] });
    expect(await broker.admin.listTopics()).toContain('good');
  });

  test('grow, and do not shrink', async () => {
    await broker.admin.createTopics({ topics: [{ topic: 'growing', numPartitions: 1 }] });
    await broker.admin.createPartitions({ topicPartitions: [{ topic: 'growing', count: 4 }] });
    expect(await partitionsOf('growing')).toHaveLength(4);
    await expect(
      broker.admin.createPartitions({ topicPartitions: [{ topic: 'growing', count: 2 }] }),
    ).rejects.toMatchObject({ type: 'INVALID_PARTITIONS' });
    await expect(
      broker.admin.createPartitions({ topicPartitions: [{ topic: 'nowhere', count: 2 }] }),
    ).rejects.toMatchObject({ type: 'UNKNOWN_TOPIC_OR_PARTITION' });
    await expect(
      broker.admin.createPartitions({
        topicPartitions: [{ topic: 'growing', count: 5, assignments: [[10]] }],
      }),
    ).rejects.toMatchObject({ type: 'INVALID_REPLICA_ASSIGNMENT' });
  });

  test('and everything in them are gone when deleted, also for a new topic of that name', async () => {
    await broker.admin.createTopics({ topics: [{ topic: 'doomed', numPartitions: 1 }] });
    await produce(broker.kafka, 'doomed', ['x']);
    await commitOffsets(broker.kafka, 'doomed-readers', 'doomed', [{ partition: 0, offset: '1' }]);
    await broker.admin.deleteTopics({ topics: ['doomed'] });
    expect(await broker.admin.listTopics()).not.toContain('doomed');
    await broker.admin.createTopics({ topics: [{ topic: 'doomed', numPartitions: 1 }] });
    expect(await broker.admin.fetchTopicOffsets('doomed')).toEqual([
      { partition: 0, offset: '0', high: '0', low: '0' },
    ]);
    const offsets = await broker.admin.fetchOffsets({ groupId: 'doomed-readers', topics: ['doomed'] });
    expect(offsets[0]!.partitions[0]!.offset).toBe('-1');
    const hasty = broker.client({ retry: { retries: 0 } }).admin();
    await expect(hasty.deleteTopics({ topics: ['never-there'] })).rejects.toThrow('does not host');
    await hasty.disconnect();
  });

  test('lose their records before an offset, and keep their numbering, through a restart too', async () => {
    await broker.admin.createTopics({ topics: [{ topic: 'trimmed', numPartitions: 1 }] });
    for (const value of ['a', 'b', 'c']) await produce(broker.kafka, 'trimmed', [value]);
    // kafkajs deletes only in topics that it has looked at.
    expect(await broker.admin.fetchTopicOffsets('trimmed')).toMatchObject([{ low: '0', high: '3' }]);
    const trim = (offset: string) =>
      broker.admin.deleteTopicRecords({ topic: 'trimmed', partitions: [{ partition: 0, offset }] });
    await trim('2');
    expect(await broker.admin.fetchTopicOffsets('trimmed')).toMatchObject([{ low: '2', high: '3' }]);
    await trim('1');
    expect(await broker.admin.fetchTopicOffsets('trimmed')).toMatchObject([{ low: '2', high: '3' }]);
    await expect(trim('4')).rejects.toMatchObject({
      cause: { partitions: [{ error: { type: 'OFFSET_OUT_OF_RANGE' } }] },
    });
    await trim('-1');
    await broker.restart();
    expect(await broker.admin.fetchTopicOffsets('trimmed')).toMatchObject([{ low: '3', high: '3' }]);
  });
});

describe('the cluster', () => {
  test('is one broker, under the name that clients connect to', async () => {
    const cluster = await broker.admin.describeCluster();
    expect(cluster).toMatchObject({
      controller: 1,
      brokers: [{ nodeId: 1, host: '127.0.0.1', port: broker.port }],
    });
    expect(cluster.clusterId).toHaveLength(22);
  });
});
