import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createTopics } from '../apis/create-topics.js';
import { deleteTopics } from '../apis/delete-topics.js';
import { describeCluster } from '../apis/describe-cluster.js';
import { describeConfigs } from '../apis/describe-configs.js';
import { describeGroups } from '../apis/describe-groups.js';
import { electLeaders } from '../apis/elect-leaders.js';
import { incrementalAlterConfigs } from '../apis/incremental-alter-configs.js';
import { listGroups } from '../apis/list-groups.js';
import { metadata } from '../apis/metadata.js';
import { offsetCommit } from '../apis/offset-commit.js';
import { offsetDelete } from '../apis/offset-delete.js';
import { produce } from '../apis/produce.js';
import { makeBatch } from './batch.js';
import { metadataRequest } from './metadata-request.js';
import type { RawClient } from './raw-client.js';
import { type StartedBroker, startBroker } from './started-broker.js';

let broker: StartedBroker;
let raw: RawClient;

beforeAll(async () => {
  broker = await startBroker({ 'node.id': 7 });
  raw = await broker.raw();
  await raw.call(metadata, 12, metadataRequest('v', 'other'));
});

afterAll(() => broker.stop());

const describeTopic = async (keys: string[] | null) => {
  const request = {
    resources: [{ type: 2, name: 'v', keys }],
    includeSynonyms: false,
    includeDocumentation: false,
  };
  return (await raw.call(describeConfigs, 4, request)).resources[0]!.configs;
};

const append = async (value: string) => {
  const topics = [{ name: 'v', partitions: [{ index: 0, records: makeBatch({ values: [value] }) }] }];
  const request = { transactionalId: null, acks: -1, timeoutMs: 1_000, topics };
  return (await raw.call(produce, 9, request)).topics[0]!.partitions[0]!;
};

describe('the broker', () => {
  test('has the number that node.id gives it, for clients and in its own configs', async () => {
    const { brokers, topics } = await raw.call(metadata, 12, metadataRequest('v'));
    expect(brokers).toMatchObject([{ nodeId: 7, port: broker.port }]);
    expect(topics[0]!.partitions).toMatchObject([{ leader: 7, replicas: [7], inSyncReplicas: [7] }]);
    const ask = (name: string) =>
      raw.call(describeConfigs, 4, {
        resources: [{ type: 4, name, keys: ['node.id'] }],
        includeSynonyms: true,
        includeDocumentation: false,
      });
    expect((await ask('7')).resources[0]).toMatchObject({
      code: 0,
      configs: [{ name: 'node.id', value: '7', source: 4, isReadOnly: true, synonyms: [{}, { value: '1' }] }],
    });
    expect((await ask('1')).resources[0]!.code).toBe(42);
    // The broker without a name stands for what is set for all of them at run time.
    expect((await ask('')).resources[0]).toMatchObject({ code: 0, configs: [] });
  });
});

describe('CreateTopics', () => {
  test('makes nothing of a name that it finds twice, and the others', async () => {
    const topic = { numPartitions: 1, replicationFactor: 1, assignments: [], configs: [] };
    const topics = ['twice', 'once', 'twice'].map((name) => ({ ...topic, name }));
    const made = await raw.call(createTopics, 7, { topics, timeoutMs: 1_000, validateOnly: false });
    expect(made.topics.map(({ name, code }) => [name, code])).toEqual([
      ['once', 0],
      ['twice', 42],
    ]);
  });
});

describe('DescribeConfigs', () => {
  test('takes no names, and an empty list of them, for all', async () => {
    const all = (await describeTopic(null)).map((it) => it.name);
    expect(all.length).toBeGreaterThan(20);
    expect((await describeTopic([])).map((it) => it.name)).toEqual(all);
  });

  test('tells the types of values', async () => {
    const names = ['preallocate', 'compression.type', 'segment.bytes', 'retention.ms', 'cleanup.policy'];
    const types = new Map((await describeTopic(names)).map((it) => [it.name, it.type]));
    expect(names.map((it) => types.get(it))).toEqual([1, 2, 3, 5, 7]);
  });
});

describe('IncrementalAlterConfigs', () => {
  const alter = async (operation: number, value: string | null, name = 'cleanup.policy') => {
    const resources = [{ type: 2, name: 'v', configs: [{ name, operation, value }] }];
    return (await raw.call(incrementalAlterConfigs, 1, { resources, validateOnly: false })).resources[0]!
      .code;
  };
  const policy = async () => (await describeTopic(['cleanup.policy']))[0]!.value;

  test('sets, appends, subtracts and deletes single values', async () => {
    expect([await alter(0, 'compact'), await policy()]).toEqual([0, 'compact']);
    expect([await alter(2, 'delete'), await policy()]).toEqual([0, 'compact,delete']);
    expect([await alter(3, 'delete'), await policy()]).toEqual([0, 'compact']);
    expect(await alter(0, 'nonsense')).toBe(40);
    expect([await alter(1, null), await policy()]).toEqual([0, 'delete']);
  });

  test('appends to the default where nothing was set', async () => {
    expect([await alter(2, 'compact'), await policy()]).toEqual([0, 'delete,compact']);
    expect([await alter(3, 'delete'), await policy()]).toEqual([0, 'compact']);
    await alter(1, null);
  });

  test('appends only to what is a list', async () => {
    expect(await alter(2, '1000', 'retention.ms')).toBe(40);
    expect(await alter(2, 'x', 'no.such.config')).toBe(40);
  });

  test('makes a compacted topic refuse records without a key', async () => {
    await alter(0, 'compact');
    expect(await append('no key')).toMatchObject({ code: 87 });
    await alter(1, null);
    expect(await append('no key')).toMatchObject({ code: 0 });
  });
});

describe('what a client may do', () => {
  test('is everything, where it asks, and not told where it does not', async () => {
    const unknown = -2_147_483_648;
    const ask = async (isWanted: boolean) => {
      const request = { ...metadataRequest('v'), includeTopicOperations: isWanted };
      const { topics } = await raw.call(metadata, 12, request);
      const cluster = await raw.call(describeCluster, 1, { includeOperations: isWanted, endpointType: 1 });
      const groups = { groups: ['nobody'], includeOperations: isWanted };
      const described = await raw.call(describeGroups, 5, groups);
      return [topics[0]!.operations, cluster.operations, described.groups[0]!.operations];
    };
    // The bits of the operations that Kafka has for a topic, a cluster and a group.
    expect(await ask(true)).toEqual([3_576, 8_096, 328]);
    expect(await ask(false)).toEqual([unknown, unknown, unknown]);
  });
});

describe('ElectLeaders', () => {
  test.each([0, 1, 2])(
    'finds no election needed, and nothing to elect in an unknown topic (%i)',
    async (version) => {
      const elect = (topics: { name: string; partitions: number[] }[] | null) =>
        raw.call(electLeaders, version, { electionType: 0, topics, timeoutMs: 1_000 });
      const answer = await elect([
        { name: 'v', partitions: [0] },
        { name: 'nowhere', partitions: [0] },
      ]);
      expect(answer).toMatchObject({
        code: 0,
        topics: [{ partitions: [{ index: 0, code: 84 }] }, { partitions: [{ index: 0, code: 3 }] }],
      });
      expect(await elect(null)).toMatchObject({ code: 0, topics: [] });
    },
  );
});

describe('OffsetDelete', () => {
  const commit = (group: string, name: string) =>
    raw.call(offsetCommit, 8, {
      group,
      generation: -1,
      memberId: '',
      instanceId: null,
      retentionMs: -1,
      topics: [{ name, partitions: [{ index: 0, offset: 3, leaderEpoch: 0, metadata: 'm' }] }],
    });
  const forget = (group: string, ...names: string[]) => {
    const topics = names.map((name) => ({ name, partitions: [{ index: 0 }] }));
    return raw.call(offsetDelete, 0, { group, topics });
  };
  const codesOf = ({ topics }: Awaited<ReturnType<typeof forget>>) =>
    topics.map((it) => it.partitions[0]!.code);

  test('forgets single offsets of a group without members', async () => {
    await commit('forgetful', 'v');
    expect(codesOf(await forget('forgetful', 'v', 'nowhere'))).toEqual([0, 3]);
    const listed = await raw.call(listGroups, 5, { states: ['Empty'], types: [] });
    expect(listed.groups.map((it) => it.group)).not.toContain('forgetful');
    expect(await forget('forgetful', 'v')).toMatchObject({ code: 69 });
  });

  test('leaves those of the topics that the members of a group consume', async () => {
    await commit('consuming', 'v');
    await commit('consuming', 'other');
    const consumer = broker.kafka.consumer({ groupId: 'consuming' });
    await consumer.connect();
    await consumer.subscribe({ topics: ['v'] });
    const joined = new Promise((resolve) => consumer.on(consumer.events.GROUP_JOIN, resolve));
    await consumer.run({ eachMessage: async () => {} });
    await joined;
    expect(codesOf(await forget('consuming', 'v', 'other'))).toEqual([86, 0]);
    await consumer.disconnect();
    await raw.call(deleteTopics, 6, {
      topics: [{ name: 'other', topicId: '' }],
      names: [],
      timeoutMs: 1_000,
    });
  });
});
