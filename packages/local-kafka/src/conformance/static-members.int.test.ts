import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { describeGroups } from '../apis/describe-groups.js';
import { heartbeat } from '../apis/heartbeat.js';
import { joinGroup } from '../apis/join-group.js';
import { leaveGroup } from '../apis/leave-group.js';
import { syncGroup } from '../apis/sync-group.js';
import type { RawClient } from './raw-client.js';
import { type StartedBroker, startBroker } from './started-broker.js';

let broker: StartedBroker;
let raw: RawClient;

beforeAll(async () => {
  broker = await startBroker();
  raw = await broker.raw();
});

afterAll(() => broker.stop());

const join = (group: string, version = 9, memberId = '') =>
  raw.call(joinGroup, version, {
    group,
    sessionTimeoutMs: 10_000,
    rebalanceTimeoutMs: 5_000,
    memberId,
    instanceId: 'one',
    protocolType: 'consumer',
    protocols: [{ name: 'cooperative-sticky', metadata: Buffer.from('m') }],
    reason: 'a test',
  });

const sync = (group: string, memberId: string, generation: number, assignment?: string) =>
  raw.call(syncGroup, 5, {
    group,
    generation,
    memberId,
    instanceId: 'one',
    protocolType: 'consumer',
    protocolName: 'cooperative-sticky',
    assignments: assignment === undefined ? [] : [{ memberId, assignment: Buffer.from(assignment) }],
  });

const beat = async (group: string, memberId: string, generation: number) =>
  (await raw.call(heartbeat, 4, { group, generation, memberId, instanceId: 'one' })).code;

test('a static member that comes back keeps its assignment and generation, and its former self is fenced', async () => {
  const first = await join('kept');
  expect(first).toMatchObject({ code: 0, protocolType: 'consumer', skipAssignment: false });
  expect((await sync('kept', first.memberId, first.generation, 'mine')).code).toBe(0);
  const again = await join('kept');
  expect(again).toMatchObject({ code: 0, generation: first.generation, skipAssignment: true });
  expect(again.memberId).not.toBe(first.memberId);
  const synced = await sync('kept', again.memberId, again.generation);
  expect([synced.code, synced.assignment.toString(), synced.protocolName]).toEqual([
    0,
    'mine',
    'cooperative-sticky',
  ]);
  expect(await beat('kept', first.memberId, first.generation)).toBe(82);
  expect(await beat('kept', again.memberId, again.generation)).toBe(0);
  expect((await join('kept', 9, first.memberId)).code).toBe(82);
});

test('a static member is shown with its instance, and can be taken out by that alone', async () => {
  const { memberId, generation } = await join('removed');
  await sync('removed', memberId, generation, 'mine');
  const shown = await raw.call(describeGroups, 5, { groups: ['removed'], includeOperations: false });
  expect(shown.groups[0]!.members).toMatchObject([{ memberId, instanceId: 'one' }]);
  const members = [
    { memberId: '', instanceId: 'one', reason: null },
    { memberId: '', instanceId: 'two', reason: null },
  ];
  const left = await raw.call(leaveGroup, 5, { group: 'removed', memberId: '', members });
  expect(left.members.map((it) => it.code)).toEqual([0, 25]);
});

test('a sync for another protocol than the group’s is refused', async () => {
  const { memberId, generation } = await join('mixed');
  const request = { group: 'mixed', generation, memberId, instanceId: 'one', protocolType: 'connect' };
  const answer = await raw.call(syncGroup, 5, { ...request, protocolName: null, assignments: [] });
  expect(answer.code).toBe(23);
});
