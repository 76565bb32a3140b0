import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Admin } from 'kafkajs';
import { heartbeat } from '../apis/heartbeat.js';
import { joinGroup } from '../apis/join-group.js';
import { offsetCommit } from '../apis/offset-commit.js';
import { offsetFetch } from '../apis/offset-fetch.js';
import { syncGroup } from '../apis/sync-group.js';
import type { RawClient } from './raw-client.js';
import { type StartedBroker, startBroker } from './started-broker.js';

let broker: StartedBroker;
let admin: Admin;

beforeAll(async () => {
  broker = await startBroker({ 'group.min.session.timeout.ms': 100 });
  admin = broker.kafka.admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic: 'shared', numPartitions: 4 }] });
});

afterAll(async () => {
  await admin.disconnect();
  await broker.stop();
});

const joinRequest = (
  group: string,
  memberId: string,
  change: { sessionTimeoutMs?: number; instanceId?: string } = {},
) => ({
  group,
  sessionTimeoutMs: change.sessionTimeoutMs ?? 10_000,
  rebalanceTimeoutMs: 5_000,
  memberId,
  instanceId: change.instanceId ?? null,
  protocolType: 'consumer',
  reason: null,
  protocols: [{ name: 'range', metadata: Buffer.from('m') }],
});

const syncRequest = (
  group: string,
  member: { memberId: string; generation: number; instanceId?: string },
  assignments: { memberId: string; assignment: Buffer }[] = [],
) => ({ group, instanceId: null, protocolType: null, protocolName: null, ...member, assignments });

const joinAlone = async (raw: RawClient, group: string, sessionTimeoutMs = 10_000) => {
  const told = await raw.call(joinGroup, 5, joinRequest(group, '', { sessionTimeoutMs }));
  expect(told.code).toBe(79);
  const joined = await raw.call(joinGroup, 5, joinRequest(group, told.memberId, { sessionTimeoutMs }));
  const { memberId, generation } = joined;
  const assignments = [{ memberId, assignment: Buffer.from('all') }];
  const synced = await raw.call(syncGroup, 3, syncRequest(group, { memberId, generation }, assignments));
  expect([joined.code, synced.code, synced.assignment.toString()]).toEqual([0, 0, 'all']);
  return { memberId, generation };
};

const commitRequest = (
  group: string,
  memberId: string,
  generation: number,
  offset: number,
  metadata: string | null = null,
) => ({
  group,
  generation,
  memberId,
  instanceId: null,
  retentionMs: -1,
  topics: [{ name: 'shared', partitions: [{ index: 0, offset, leaderEpoch: -1, metadata }] }],
});

const commitCode = async (raw: RawClient, ...args: Parameters<typeof commitRequest>) =>
  (await raw.call(offsetCommit, 5, commitRequest(...args))).topics[0]!.partitions[0]!.code;

describe('a consumer group', () => {
  test('takes out a member that falls silent', async () => {
    const [silent, lively] = [await broker.raw(), await broker.raw()];
    const gone = await joinAlone(silent, 'silence', 300);
    const told = await lively.call(joinGroup, 5, joinRequest('silence', ''));
    // Answered once the silent member's session is over, long before the rebalance timeout.
    const startedMs = performance.now();
    const joined = await lively.call(joinGroup, 5, joinRequest('silence', told.memberId));
    expect(performance.now() - startedMs).toBeLessThan(3_000);
    expect(joined).toMatchObject({ code: 0, generation: gone.generation + 1, leader: told.memberId });
    expect(joined.members).toHaveLength(1);
    expect(await silent.call(heartbeat, 3, { group: 'silence', ...gone, instanceId: null })).toMatchObject({
      code: 25,
    });
  });

  test('trap: every one of several JoinGroups of a member is answered when the round ends', async () => {
    const [first, other] = [await broker.raw(), await broker.raw()];
    const { memberId } = await joinAlone(first, 'repeats');
    const told = await other.call(joinGroup, 5, joinRequest('repeats', ''));
    const newcomer = other.call(joinGroup, 5, joinRequest('repeats', told.memberId));
    const again = await Promise.all(
      [1, 2, 3].map(() => first.call(joinGroup, 5, joinRequest('repeats', memberId))),
    );
    expect(again.map((it) => [it.code, it.generation, it.memberId])).toEqual(
      [0, 0, 0].map(() => [0, 2, memberId]),
    );
    expect(await newcomer).toMatchObject({ code: 0, generation: 2, leader: memberId });
    expect((await admin.describeGroups(['repeats'])).groups[0]!.members).toHaveLength(2);
  });

  test.each([
    ['a session timeout out of bounds', 'g', { sessionTimeoutMs: 5 }, 26],
    ['an empty group id', '', {}, 24],
  ])('refuses %s', async (_name, group, change, code) => {
    const raw = await broker.raw();
    expect(await raw.call(joinGroup, 5, joinRequest(group, '', change))).toMatchObject({ code });
  });
});

describe('committed offsets', () => {
  test('trap: null metadata comes back as the empty text', async () => {
    const raw = await broker.raw();
    await commitCode(raw, 'nulls', '', -1, 3, null);
    const answer = await raw.call(offsetFetch, 4, {
      group: 'nulls',
      topics: [{ name: 'shared', partitions: [0, 1] }],
      groups: [],
      requireStable: false,
    });
    expect(answer.topics[0]!.partitions).toEqual([
      { index: 0, offset: 3, leaderEpoch: -1, metadata: '', code: 0 },
      { index: 1, offset: -1, leaderEpoch: -1, metadata: '', code: 0 },
    ]);
  });

  test('come only from members of the current generation while there are any', async () => {
    const raw = await broker.raw();
    const { memberId, generation } = await joinAlone(raw, 'fenced');
    expect(await commitCode(raw, 'fenced', memberId, generation, 1)).toBe(0);
    expect(await commitCode(raw, 'fenced', memberId, generation - 1, 2)).toBe(22);
    expect(await commitCode(raw, 'fenced', 'ghost', generation, 2)).toBe(25);
    expect(await commitCode(raw, 'fenced', '', -1, 2)).toBe(25);
    expect(await commitCode(raw, 'nobody', 'ghost', 1, 2)).toBe(22);
    expect((await admin.fetchOffsets({ groupId: 'fenced' }))[0]!.partitions[0]!.offset).toBe('1');
  });

  test('with too much metadata are refused', async () => {
    expect(await commitCode(await broker.raw(), 'long', '', -1, 1, 'x'.repeat(5_000))).toBe(12);
  });
});
