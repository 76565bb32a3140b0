import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { askApiVersions } from './api-versions.js';
import { type BrokerUnderTest, startBroker } from './broker-under-test.js';

/** The highest versions that kafkajs 2.2.4 speaks, by API key. */
const KAFKAJS: Record<string, [key: number, version: number]> = {
  Produce: [0, 7],
  Fetch: [1, 11],
  ListOffsets: [2, 3],
  Metadata: [3, 6],
  OffsetCommit: [8, 5],
  OffsetFetch: [9, 4],
  FindCoordinator: [10, 2],
  JoinGroup: [11, 5],
  Heartbeat: [12, 3],
  LeaveGroup: [13, 3],
  SyncGroup: [14, 3],
  DescribeGroups: [15, 2],
  ListGroups: [16, 2],
  ApiVersions: [18, 2],
  CreateTopics: [19, 3],
  DeleteTopics: [20, 1],
  DeleteRecords: [21, 1],
  InitProducerId: [22, 1],
  AddPartitionsToTxn: [24, 1],
  AddOffsetsToTxn: [25, 1],
  EndTxn: [26, 1],
  TxnOffsetCommit: [28, 1],
  DescribeConfigs: [32, 2],
  AlterConfigs: [33, 1],
  CreatePartitions: [37, 1],
  DeleteGroups: [42, 1],
};

/** Where librdkafka 2.12 goes beyond that. */
const LIBRDKAFKA: Record<string, [key: number, version: number]> = {
  ApiVersions: [18, 3],
  Metadata: [3, 9],
  Produce: [0, 9],
  Fetch: [1, 12],
  OffsetCommit: [8, 8],
  OffsetFetch: [9, 7],
  InitProducerId: [22, 4],
};

let broker: BrokerUnderTest;

beforeAll(async () => {
  broker = await startBroker();
});

afterAll(() => broker.stop());

describe('the list of versions', () => {
  test.each([...Object.entries(KAFKAJS), ...Object.entries(LIBRDKAFKA)])(
    '%s reaches what the client speaks',
    async (_name, [key, version]) => {
      const range = (await askApiVersions(broker.port, 0)).apis.get(key);
      expect(range!.max).toBeGreaterThanOrEqual(version);
      expect(range!.min).toBeLessThanOrEqual(version);
    },
  );

  test('begins for Produce at 0, or librdkafka stops compressing', async () => {
    expect((await askApiVersions(broker.port, 0)).apis.get(0)!.min).toBe(0);
  });

  test('does not hold what is not served: ACLs, SASL, reassignments, quotas, SCRAM users, the new consumer protocol', async () => {
    const { apis } = await askApiVersions(broker.port, 0);
    const unserved = [17, 29, 30, 31, 36, 45, 46, 48, 49, 50, 51, 68, 69];
    expect(unserved.filter((key) => apis.has(key))).toEqual([]);
    const acls = { resourceType: 2, resourcePatternType: 3, operation: 2, permissionType: 3 };
    await expect(broker.admin.describeAcls(acls)).rejects.toMatchObject({
      name: 'KafkaJSServerDoesNotSupportApiKey',
    });
    await expect(broker.admin.listPartitionReassignments({})).rejects.toMatchObject({
      name: 'KafkaJSServerDoesNotSupportApiKey',
    });
  });

  test('is answered in the layout of version 0, with error 35, to a version that is too high', async () => {
    const answer = await askApiVersions(broker.port, 99);
    expect(answer).toMatchObject({ correlationId: 4_711, errorCode: 35 });
    expect(answer.apis.get(18)!.max).toBeGreaterThanOrEqual(3);
  });
});
