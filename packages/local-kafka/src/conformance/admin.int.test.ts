import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createTopics } from '../apis/create-topics.js';
import { describeCluster } from '../apis/describe-cluster.js';
import { describeConfigs } from '../apis/describe-configs.js';
import { describeGroups } from '../apis/describe-groups.js';
import { electLeaders } from '../apis/elect-leaders.js';
import { incrementalAlterConfigs } from '../apis/incremental-alter-configs.js';
import { metadata } from '../apis/metadata.js';
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

describe('Metadata', () => {
  test('makes no topic of a name that differs in dots from another, and the others', async () => {
    const { topics } = await raw.call(metadata, 12, metadataRequest('a.b', 'a_b', 'a b', 'ab'));
    expect(topics.map(({ name, code }) => [name, code])).toEqual([
      ['a.b', 0],
      ['a_b', 17],
      ['a b', 17],
      ['ab', 0],
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
  const codeOf = async (type: number, name: string, config: Parameters<typeof resourceOf>[2]) => {
    const request = { resources: [resourceOf(type, name, config)], validateOnly: false };
    return (await raw.call(incrementalAlterConfigs, 1, request)).resources[0]!.code;
  };
  const resourceOf = (
    type: number,
    name: string,
    config: { name: string; operation: number; value: string | null },
  ) => ({ type, name, configs: [config] });
  const alter = (operation: number, value: string | null, name = 'cleanup.policy') =>
    codeOf(2, 'v', { name, operation, value });
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

  test('deletes of the broker what is not set, and sets nothing there', async () => {
    const name = 'leader.replication.throttled.rate';
    const remove = { name, operation: 1, value: null };
    expect([await codeOf(4, '7', remove), await codeOf(4, '', remove)]).toEqual([0, 0]);
    expect(await codeOf(4, '8', remove)).toBe(42);
    expect(await codeOf(4, '7', { name, operation: 0, value: '1' })).toBe(42);
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
