import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { listGroups } from '../apis/list-groups.js';
import { metadata } from '../apis/metadata.js';
import { offsetCommit } from '../apis/offset-commit.js';
import { offsetDelete } from '../apis/offset-delete.js';
import { metadataRequest } from './metadata-request.js';
import type { RawClient } from './raw-client.js';
import { type StartedBroker, startBroker } from './started-broker.js';

let broker: StartedBroker;
let raw: RawClient;

beforeAll(async () => {
  broker = await startBroker();
  raw = await broker.raw();
  await raw.call(metadata, 12, metadataRequest('v', 'other'));
});

afterAll(() => broker.stop());

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
  });
});
