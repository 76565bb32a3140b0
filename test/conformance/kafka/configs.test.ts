import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ConfigResourceTypes } from 'kafkajs';
import { type BrokerUnderTest, startBroker } from './broker-under-test.js';

let broker: BrokerUnderTest;

beforeAll(async () => {
  broker = await startBroker({ settings: { 'num.partitions': 3, 'log.retention.bytes': 5_000_000 } });
});

afterAll(() => broker.stop());

describe('configs', () => {
  const topic = { type: ConfigResourceTypes.TOPIC, name: 'configured' };
  const read = async (configName: string, includeSynonyms = false) => {
    const resources = [{ ...topic, configNames: [configName] }];
    const answer = await broker.admin.describeConfigs({ includeSynonyms, resources });
    return answer.resources[0]!.configEntries[0];
  };

  beforeAll(async () => {
    const configEntries = [{ name: 'cleanup.policy', value: 'compact' }];
    await broker.admin.createTopics({ topics: [{ topic: 'configured', configEntries }] });
  });

  test('of a topic can be described, all of them or some', async () => {
    const { resources } = await broker.admin.describeConfigs({ includeSynonyms: false, resources: [topic] });
    expect(resources).toMatchObject([{ errorCode: 0, resourceName: 'configured', resourceType: 2 }]);
    expect(resources[0]!.configEntries.length).toBeGreaterThan(10);
    expect(await read('cleanup.policy')).toMatchObject({
      configValue: 'compact',
      configSource: 1,
      isSensitive: false,
      readOnly: false,
    });
    expect(await read('compression.type')).toMatchObject({ configValue: 'producer', configSource: 5 });
  });

  test('of a topic and of the broker can be described in one request', async () => {
    const resources = [topic, { type: ConfigResourceTypes.BROKER, name: '1' }];
    const answer = await broker.admin.describeConfigs({ includeSynonyms: false, resources });
    expect(answer.resources.map((it) => it.errorCode)).toEqual([0, 0]);
    expect(answer.resources.find((it) => it.resourceType === 4)!.configEntries).toContainEqual(
      expect.objectContaining({ configName: 'num.partitions', configValue: '3', readOnly: true }),
    );
  });

  test('that are only validated stay; those that are altered replace what was set before', async () => {
    const alter = (validateOnly: boolean, name: string, value: string) =>
      broker.admin.alterConfigs({
        validateOnly,
        resources: [{ ...topic, configEntries: [{ name, value }] }],
      });
    await alter(true, 'retention.ms', '1000');
    expect(await read('retention.ms')).toMatchObject({ configValue: '604800000', configSource: 5 });
    await alter(false, 'retention.ms', '1000');
    expect(await read('retention.ms')).toMatchObject({ configValue: '1000', configSource: 1 });
    expect(await read('cleanup.policy')).toMatchObject({ configValue: 'delete', configSource: 5 });
    for (const [name, value] of [
      ['retention.ms', 'long'],
      ['retention.ms', '-2'],
      ['retention.ms', '9223372036854775808'],
      ['max.message.bytes', '2147483648'],
    ] as const)
      await expect(alter(false, name, value)).rejects.toMatchObject({ type: 'INVALID_CONFIG' });
  });

  test('that only tune how Kafka uses its disk are kept and shown', async () => {
    const configEntries = [
      { name: 'flush.messages', value: '1' },
      { name: 'segment.index.bytes', value: '1048576' },
      { name: 'file.delete.delay.ms', value: '1000' },
    ];
    await broker.admin.alterConfigs({ validateOnly: false, resources: [{ ...topic, configEntries }] });
    expect(await read('flush.messages')).toMatchObject({ configValue: '1', configSource: 1 });
  });

  test('of the broker can not be altered: they come from its command line', async () => {
    const resource = { type: ConfigResourceTypes.BROKER, name: '1' };
    const configEntries = [{ name: 'num.partitions', value: '9' }];
    await expect(
      broker.admin.alterConfigs({ validateOnly: false, resources: [{ ...resource, configEntries }] }),
    ).rejects.toMatchObject({ type: 'INVALID_REQUEST' });
  });

  test('come with what stands behind them, for those who ask: the default, the command line, the topic', async () => {
    const topics = [{ topic: 'fresh' }];
    await broker.admin.createTopics({ topics });
    const resources = [
      {
        type: ConfigResourceTypes.TOPIC,
        name: 'fresh',
        configNames: ['compression.type', 'retention.ms', 'retention.bytes'],
      },
    ];
    const show = async (includeSynonyms: boolean) => {
      const answer = await broker.admin.describeConfigs({ includeSynonyms, resources });
      return new Map(answer.resources[0]!.configEntries.map((it) => [it.configName, it]));
    };
    const shown = await show(true);
    expect(shown.get('compression.type')).toMatchObject({
      isDefault: true,
      configSource: 5,
      configSynonyms: [{ configName: 'compression.type', configValue: 'producer', configSource: 5 }],
    });
    // Kafka names no default behind this one.
    expect(shown.get('retention.ms')).toMatchObject({ configSource: 5, configSynonyms: [] });
    expect(shown.get('retention.bytes')).toMatchObject({
      isDefault: false,
      configValue: '5000000',
      configSource: 4,
      configSynonyms: [
        { configName: 'log.retention.bytes', configValue: '5000000', configSource: 4 },
        { configName: 'log.retention.bytes', configValue: '-1', configSource: 5 },
      ],
    });
    const bare = [...(await show(false)).values()];
    expect(bare.flatMap((it) => it.configSynonyms)).toEqual([]);
  });

  test('of a broker are its defaults where nothing else was given', async () => {
    const resources = [{ type: ConfigResourceTypes.BROKER, name: '1' }];
    const answer = await broker.admin.describeConfigs({ includeSynonyms: false, resources });
    const sources = new Map(answer.resources[0]!.configEntries.map((it) => [it.configName, it.configSource]));
    expect([sources.get('num.partitions'), sources.get('message.max.bytes')]).toEqual([4, 5]);
  });

  test.each([
    ['compression.type', 'lz4'],
    ['message.format.version', '0.10.0'],
    ['message.downconversion.enable', 'false'],
    ['leader.replication.throttled.replicas', '0:1,1:1'],
    ['max.compaction.lag.ms', '60000'],
  ])('%s is kept and shown, as tools for Kafka 3 expect', async (name, value) => {
    const configEntries = [{ name, value }];
    await broker.admin.alterConfigs({ validateOnly: false, resources: [{ ...topic, configEntries }] });
    expect(await read(name)).toMatchObject({ configValue: value, configSource: 1 });
  });
});
