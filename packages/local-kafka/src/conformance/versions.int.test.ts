import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Api } from '../apis/api.js';
import { apiVersions } from '../apis/api-versions.js';
import { createTopics } from '../apis/create-topics.js';
import { deleteTopics } from '../apis/delete-topics.js';
import { describeCluster } from '../apis/describe-cluster.js';
import { describeConfigs } from '../apis/describe-configs.js';
import { describeGroups } from '../apis/describe-groups.js';
import { fetch } from '../apis/fetch.js';
import { findCoordinator } from '../apis/find-coordinator.js';
import { initProducerId } from '../apis/init-producer-id.js';
import { listOffsets } from '../apis/list-offsets.js';
import { metadata } from '../apis/metadata.js';
import { offsetCommit } from '../apis/offset-commit.js';
import { offsetFetch } from '../apis/offset-fetch.js';
import { offsetForLeaderEpoch } from '../apis/offset-for-leader-epoch.js';
import { produce } from '../apis/produce.js';
import { makeBatch } from './batch.js';
import { fetchRequest } from './fetch-request.js';
import { metadataRequest } from './metadata-request.js';
import type { RawClient } from './raw-client.js';
import { type StartedBroker, startBroker } from './started-broker.js';

let broker: StartedBroker;
let raw: RawClient;
let topicId: string;

beforeAll(async () => {
  broker = await startBroker();
  raw = await broker.raw();
  topicId = (await raw.call(metadata, 12, metadataRequest('v'))).topics[0]!.topicId;
});

afterAll(() => broker.stop());

/** Every served version of an API, as rows of a table. */
const versionsOf = ({
  minVersion,
  maxVersion,
}: Pick<Api<unknown, unknown>, 'minVersion' | 'maxVersion'>): number[] =>
  Array.from({ length: maxVersion - minVersion + 1 }, (_, step) => minVersion + step);

const append = async (version: number, value: string) => {
  const topics = [{ name: 'v', partitions: [{ index: 0, records: makeBatch({ values: [value] }) }] }];
  const answer = await raw.call(produce, version, {
    transactionalId: null,
    acks: -1,
    timeoutMs: 1_000,
    topics,
  });
  return answer.topics[0]!.partitions[0]!;
};

const commitRequest = (group: string, offset: number) => ({
  group,
  generation: -1,
  memberId: '',
  instanceId: null,
  retentionMs: -1,
  topics: [{ name: 'v', partitions: [{ index: 0, offset, leaderEpoch: 0, metadata: 'm' }] }],
});

describe('every version of', () => {
  test.each(versionsOf(apiVersions))('ApiVersions lists itself (%i)', async (version) => {
    const { code, apis } = await raw.call(apiVersions, version, { clientName: 'c', clientVersion: '1' });
    expect(code).toBe(0);
    expect(apis).toContainEqual({ key: 18, minVersion: 0, maxVersion: apiVersions.maxVersion });
  });

  test.each(versionsOf(metadata))('Metadata names the broker and the topic (%i)', async (version) => {
    const answer = await raw.call(metadata, version, metadataRequest('v'));
    expect(answer.brokers).toMatchObject([{ nodeId: 1, host: '127.0.0.1', port: broker.port }]);
    expect(answer.topics).toMatchObject([{ code: 0, name: 'v', partitions: [{ index: 0, leader: 1 }] }]);
  });

  test.each(versionsOf(produce).filter((it) => it >= 3))('Produce appends (%i)', async (version) => {
    const first = await append(version, 'x');
    expect(first).toMatchObject({ code: 0, message: null });
    expect((await append(version, 'x')).baseOffset).toBe(first.baseOffset + 1);
  });

  test.each(versionsOf(fetch))('Fetch reads (%i)', async (version) => {
    await append(9, 'read');
    const answer = await raw.call(fetch, version, fetchRequest({ topic: 'v', topicId }));
    expect(answer.topics[0]!.partitions[0]).toMatchObject({ index: 0, code: 0 });
    expect(Buffer.concat(answer.topics[0]!.partitions[0]!.records).includes('read')).toBe(true);
  });

  test.each(versionsOf(listOffsets))('ListOffsets finds both ends (%i)', async (version) => {
    const end = (await append(9, 'end')).baseOffset + 1;
    const find = async (timestamp: number) => {
      const topics = [{ name: 'v', partitions: [{ index: 0, leaderEpoch: -1, timestamp, maxOffsets: 1 }] }];
      const answer = await raw.call(listOffsets, version, { replicaId: -1, isolationLevel: 0, topics });
      const { offset, offsets } = answer.topics[0]!.partitions[0]!;
      return version === 0 ? offsets[0] : offset;
    };
    expect([await find(-2), await find(-1)]).toEqual([0, end]);
  });

  test.each(versionsOf(offsetCommit))('OffsetCommit keeps an offset (%i)', async (version) => {
    const answer = await raw.call(offsetCommit, version, commitRequest('committed', version));
    expect(answer.topics).toEqual([{ name: 'v', partitions: [{ index: 0, code: 0 }] }]);
  });

  test.each(versionsOf(offsetFetch))('OffsetFetch finds it (%i)', async (version) => {
    await raw.call(offsetCommit, 8, commitRequest('fetched', 7));
    const topics = [{ name: 'v', partitions: [0] }];
    const groups = [{ group: 'fetched', memberId: null, memberEpoch: -1, topics }];
    const request = { group: 'fetched', topics, groups, requireStable: true };
    const answer = await raw.call(offsetFetch, version, request);
    const found = version < 8 ? answer.topics : answer.groups[0]!.topics;
    expect(found[0]!.partitions[0]).toMatchObject({ offset: 7, metadata: 'm', code: 0 });
  });

  test.each(versionsOf(findCoordinator))('FindCoordinator names the broker (%i)', async (version) => {
    const answer = await raw.call(findCoordinator, version, { key: 'g', keyType: 0, keys: ['g'] });
    const place = version < 4 ? answer : answer.coordinators[0];
    expect(place).toMatchObject({ code: 0, nodeId: 1, host: '127.0.0.1', port: broker.port });
  });

  test.each(versionsOf(initProducerId))('InitProducerId gives an id (%i)', async (version) => {
    const request = { transactionalId: null, transactionTimeoutMs: 1_000, producerId: -1, epoch: -1 };
    const answer = await raw.call(initProducerId, version, request);
    expect(answer).toMatchObject({ code: 0, epoch: 0 });
    expect(answer.producerId).toBeGreaterThan(0);
  });

  test.each(versionsOf(createTopics))('CreateTopics and DeleteTopics do so (%i)', async (version) => {
    const name = `made-${version}`;
    const topic = { name, numPartitions: 2, replicationFactor: 1, assignments: [], configs: [] };
    const made = await raw.call(createTopics, version, {
      topics: [topic],
      timeoutMs: 1_000,
      validateOnly: false,
    });
    expect(made.topics).toMatchObject([{ name, code: 0 }]);
    const removal = { topics: [{ name, topicId: '' }], names: [name], timeoutMs: 1_000 };
    const gone = await raw.call(deleteTopics, Math.min(version, deleteTopics.maxVersion), removal);
    expect(gone.topics).toMatchObject([{ name, code: 0 }]);
  });

  test.each(versionsOf(offsetForLeaderEpoch))(
    'OffsetForLeaderEpoch tells the end of epoch 0 (%i)',
    async (version) => {
      const end = (await append(9, 'epoch')).baseOffset + 1;
      const topics = [{ name: 'v', partitions: [{ index: 0, currentEpoch: 0, epoch: 0 }] }];
      const answer = await raw.call(offsetForLeaderEpoch, version, { replicaId: -1, topics });
      expect(answer.topics[0]!.partitions[0]).toMatchObject({ code: 0, endOffset: end });
    },
  );

  test.each(versionsOf(describeConfigs))('DescribeConfigs shows a topic (%i)', async (version) => {
    const resources = [{ type: 2, name: 'v', keys: ['retention.ms'] }];
    const request = { resources, includeSynonyms: false, includeDocumentation: false };
    const answer = await raw.call(describeConfigs, version, request);
    expect(answer.resources[0]).toMatchObject({
      code: 0,
      configs: [{ name: 'retention.ms', value: '604800000' }],
    });
  });

  test.each(versionsOf(describeGroups))('DescribeGroups knows who is nobody (%i)', async (version) => {
    const answer = await raw.call(describeGroups, version, { groups: ['nobody'], includeOperations: false });
    expect(answer.groups).toMatchObject([{ group: 'nobody', code: 0, state: 'Dead', members: [] }]);
  });

  test.each(versionsOf(describeCluster))('DescribeCluster names the broker (%i)', async (version) => {
    const answer = await raw.call(describeCluster, version, { includeOperations: false, endpointType: 1 });
    expect(answer).toMatchObject({ code: 0, controllerId: 1, brokers: [{ nodeId: 1, port: broker.port }] });
  });
});

describe('a topic id', () => {
  test('stays the same through a restart, and is never that of the next topic of that name', async () => {
    const idOf = async () => (await raw.call(metadata, 12, metadataRequest('again'))).topics[0]!.topicId;
    const before = await idOf();
    await broker.restart();
    raw = await broker.raw();
    expect(await idOf()).toBe(before);
    await raw.call(deleteTopics, 6, {
      topics: [{ name: null, topicId: before }],
      names: [],
      timeoutMs: 1_000,
    });
    expect(await idOf()).not.toBe(before);
    const answer = await raw.call(fetch, 13, fetchRequest({ topic: '', topicId: before }));
    expect(answer.topics[0]!.partitions[0]!.code).toBe(100);
  });
});

describe('a leader epoch', () => {
  test('other than the one there is, is refused as fenced or unknown', async () => {
    const topics = [{ name: 'v', partitions: [{ index: 0, leaderEpoch: 3, timestamp: -1, maxOffsets: 1 }] }];
    const listed = await raw.call(listOffsets, 7, { replicaId: -1, isolationLevel: 0, topics });
    expect(listed.topics[0]!.partitions[0]!.code).toBe(75);
    const fetched = await raw.call(fetch, 12, fetchRequest({ topic: 'v', leaderEpoch: 3 }));
    expect(fetched.topics[0]!.partitions[0]!.code).toBe(75);
  });
});
