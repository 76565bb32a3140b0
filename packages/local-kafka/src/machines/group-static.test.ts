import { describe, expect, test } from '@jest/globals';
import { ErrorCode } from '../wire/error-code.js';
import { checkMember, stepGroup } from './group.js';
import {
  type GroupEffect,
  type GroupEvent,
  type GroupState,
  type JoinRequest,
  noGroup,
} from './group-state.js';

const request = (change: Partial<JoinRequest>): JoinRequest => ({
  memberId: '',
  instanceId: null,
  canSkipAssignment: false,
  clientId: 'c',
  clientHost: '/h',
  sessionTimeoutMs: 1_000,
  rebalanceTimeoutMs: 5_000,
  protocolType: 'consumer',
  protocols: [{ name: 'range', metadata: Buffer.from('m') }],
  ...change,
});

const join = (token: number, freshId: string, change: Partial<JoinRequest>): GroupEvent => ({
  type: 'join',
  token,
  request: request(change),
  freshId,
  mustKnowId: true,
});

const sync = (token: number, memberId: string, members: string[] = []): GroupEvent => ({
  type: 'sync',
  token,
  memberId,
  instanceId: null,
  generation: 1,
  assignments: members.map((id) => ({ memberId: id, assignment: Buffer.from(`for ${id}`) })),
});

const run = (events: GroupEvent[], from: GroupState = noGroup) => {
  let state = from;
  let effects: GroupEffect[] = [];
  for (const event of events) ({ state, effects } = stepGroup(state, event, 100));
  return { state, effects };
};

const joinReplies = (effects: GroupEffect[]) =>
  effects.flatMap((it) => (it.type === 'join-reply' ? [{ token: it.token, ...it.reply }] : []));

/** Static members one (the leader) and two, in generation 1. */
const stable = run([
  join(1, 'a', { instanceId: 'one' }),
  join(2, 'b', { instanceId: 'two' }),
  { type: 'round-timer' },
  { type: 'round-timer' },
  sync(3, 'b'),
  sync(4, 'a', ['a', 'b']),
]).state;

describe('a static member', () => {
  test('joins at once, without being told its id first', () => {
    expect(run([join(1, 'a', { instanceId: 'one' })]).state.members).toMatchObject([
      { id: 'a', instanceId: 'one' },
    ]);
  });

  test('that comes back takes its place again: no new round, its assignment kept', () => {
    const back = run([join(5, 'b2', { instanceId: 'two' })], stable);
    expect(back.state).toMatchObject({ phase: 'stable', generation: 1, leader: 'a' });
    expect(joinReplies(back.effects)).toMatchObject([{ token: 5, code: 0, generation: 1, memberId: 'b2' }]);
    const synced = run([sync(6, 'b2')], back.state);
    expect(synced.effects).toContainEqual({
      type: 'sync-reply',
      token: 6,
      reply: { code: 0, assignment: Buffer.from('for b') },
    });
  });

  test('that led is told of its former self as leader, so that it assigns nothing', () => {
    const back = run([join(5, 'a2', { instanceId: 'one' })], stable);
    expect(back.state.leader).toBe('a2');
    expect(joinReplies(back.effects)).toMatchObject([{ memberId: 'a2', leader: 'a', members: [] }]);
  });

  test('that led, and can skip the assignment, stays the leader', () => {
    const back = run([join(5, 'a2', { instanceId: 'one', canSkipAssignment: true })], stable);
    expect(joinReplies(back.effects)).toMatchObject([
      { memberId: 'a2', leader: 'a2', skipAssignment: true, members: [{}, {}] },
    ]);
  });

  test('fences its former self', () => {
    const { state } = run([join(5, 'b2', { instanceId: 'two' })], stable);
    expect(checkMember(state, { memberId: 'b', instanceId: 'two' }, 1)).toBe(ErrorCode.fencedInstanceId);
    expect(checkMember(state, { memberId: 'b2', instanceId: 'two' }, 1)).toBe(ErrorCode.none);
    expect(checkMember(state, { memberId: 'b2', instanceId: 'three' }, 1)).toBe(ErrorCode.unknownMemberId);
    const late = run([join(6, 'x', { memberId: 'b', instanceId: 'two' })], state);
    expect(joinReplies(late.effects)).toMatchObject([{ token: 6, code: ErrorCode.fencedInstanceId }]);
  });

  test('answers what its former self still waits for', () => {
    const rejoining = run([join(5, '', { memberId: 'a', instanceId: 'one' })], stable);
    const taken = run([join(6, 'a2', { instanceId: 'one' })], rejoining.state);
    expect(joinReplies(taken.effects)).toMatchObject([{ token: 5, code: ErrorCode.fencedInstanceId }]);
    expect(taken.state.members.map((it) => it.id)).toEqual(['a2', 'b']);
  });

  test('starts a round when the members would now agree on another protocol', () => {
    const protocols = [
      { name: 'sticky', metadata: Buffer.alloc(0) },
      { name: 'range', metadata: Buffer.alloc(0) },
    ];
    const both = run([
      join(1, 'a', { instanceId: 'one', protocols }),
      { type: 'round-timer' },
      { type: 'round-timer' },
      sync(2, 'a', ['a']),
    ]).state;
    const back = run([join(3, 'a2', { instanceId: 'one' })], both);
    expect(both.protocolName).toBe('sticky');
    expect(back.state).toMatchObject({ phase: 'syncing', generation: 2, protocolName: 'range' });
  });

  test('keeps its place through a round that it misses, until its session ends', () => {
    const missed = run(
      [join(5, '', { memberId: 'b', instanceId: 'two', protocols: changed }), { type: 'round-timer' }],
      stable,
    );
    expect(missed.state).toMatchObject({ phase: 'syncing', leader: 'b' });
    expect(missed.state.members.map((it) => it.id)).toEqual(['a', 'b']);
    const expired = run([{ type: 'session-expired', memberId: 'a' }], missed.state);
    expect(expired.state.members.map((it) => it.id)).toEqual(['b']);
  });

  test('alone keeps a round open that nobody joins', () => {
    const joining = run([join(5, '', { memberId: 'a', instanceId: 'one' })], stable);
    const left = run([{ type: 'leave', memberId: 'a' }, { type: 'round-timer' }], joining.state);
    expect(left.state).toMatchObject({ phase: 'joining', members: [{ id: 'b' }] });
    expect(left.effects).toContainEqual({ type: 'start-round-timer', timeoutMs: 5_000 });
  });
});

const changed = [{ name: 'range', metadata: Buffer.from('other') }];
