import { describe, expect, test } from '@jest/globals';
import { ErrorCode } from '../wire/error-code.js';
import { checkMember, stepGroup } from './group.js';
import {
  electProtocol,
  type GroupEffect,
  type GroupEvent,
  type GroupState,
  type JoinRequest,
  noGroup,
} from './group-state.js';

const delayMs = 100;

const request = (memberId: string, change: Partial<JoinRequest> = {}): JoinRequest => ({
  memberId,
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

const join = (
  token: number,
  memberId: string,
  freshId = '',
  change: Partial<JoinRequest> = {},
): GroupEvent => ({
  type: 'join',
  token,
  request: request(memberId, change),
  freshId,
  mustKnowId: false,
});

const sync = (token: number, memberId: string, generation: number, members: string[] = []): GroupEvent => ({
  type: 'sync',
  token,
  memberId,
  instanceId: null,
  generation,
  assignments: members.map((id) => ({ memberId: id, assignment: Buffer.from(`for ${id}`) })),
});

const run = (
  events: GroupEvent[],
  from: GroupState = noGroup,
): { state: GroupState; effects: GroupEffect[] } => {
  let state = from;
  let effects: GroupEffect[] = [];
  for (const event of events) ({ state, effects } = stepGroup(state, event, delayMs));
  return { state, effects };
};

const replies = (effects: GroupEffect[]) =>
  effects.flatMap((it) =>
    it.type === 'join-reply' || it.type === 'sync-reply' ? [[it.token, it.reply.code]] : [],
  );

const dynamic = (memberId: string) => ({ memberId, instanceId: null });

/** Two members, a the leader, in generation 1. */
const stable = run([
  join(1, '', 'a'),
  join(2, '', 'b'),
  { type: 'round-timer' },
  { type: 'round-timer' },
  sync(3, 'b', 1),
  sync(4, 'a', 1, ['a', 'b']),
]).state;

describe('the first round', () => {
  test('waits for the initial delay, and again when the group grew', () => {
    const first = run([join(1, '', 'a')]);
    expect(first.effects).toContainEqual({ type: 'start-round-timer', timeoutMs: delayMs });
    const grown = run([join(2, '', 'b'), { type: 'round-timer' }], first.state);
    expect(grown.state.phase).toBe('joining');
    expect(grown.effects).toEqual([{ type: 'start-round-timer', timeoutMs: delayMs }]);
    const ended = run([{ type: 'round-timer' }], grown.state);
    expect(ended.state).toMatchObject({
      phase: 'syncing',
      generation: 1,
      leader: 'a',
      protocolName: 'range',
    });
    expect(replies(ended.effects)).toEqual([
      [1, 0],
      [2, 0],
    ]);
  });

  test('gives the members to the leader only', () => {
    const { effects } = run([
      join(1, '', 'a'),
      join(2, '', 'b'),
      { type: 'round-timer' },
      { type: 'round-timer' },
    ]);
    const lists = effects.flatMap((it) =>
      it.type === 'join-reply' ? [it.reply.members.map((m) => m.memberId)] : [],
    );
    expect(lists).toEqual([['a', 'b'], []]);
  });

  test('tells a new member its id first, where the version wants that', () => {
    const event: GroupEvent = {
      type: 'join',
      token: 1,
      request: request(''),
      freshId: 'a',
      mustKnowId: true,
    };
    const told = run([event]);
    expect(told.effects).toContainEqual({
      type: 'join-reply',
      token: 1,
      reply: {
        code: ErrorCode.memberIdRequired,
        generation: -1,
        protocolName: '',
        leader: '',
        memberId: 'a',
        protocolType: '',
        skipAssignment: false,
        members: [],
      },
    });
    expect(run([join(2, 'a')], told.state).state.members.map((it) => it.id)).toEqual(['a']);
  });
});

describe('a stable group', () => {
  test('has given each member its assignment', () => {
    expect(stable.phase).toBe('stable');
    expect(stable.members.map((it) => it.assignment.toString())).toEqual(['for a', 'for b']);
    expect(replies(run([sync(9, 'b', 1)], stable).effects)).toEqual([[9, 0]]);
  });

  test.each<[string, GroupEvent, GroupState['phase']]>([
    ['answers a follower that asks again', join(5, 'b'), 'stable'],
    ['starts a round when its leader joins again', join(5, 'a'), 'joining'],
    [
      'starts a round for changed metadata',
      join(5, 'b', '', { protocols: [{ name: 'range', metadata: Buffer.from('x') }] }),
      'joining',
    ],
    ['starts a round for a new member', join(5, '', 'c'), 'joining'],
    ['starts a round when a member leaves', { type: 'leave', memberId: 'b' }, 'joining'],
    ['starts a round when a session expires', { type: 'session-expired', memberId: 'a' }, 'joining'],
  ])('%s', (_name, event, phase) => {
    expect(run([event], stable).state.phase).toBe(phase);
  });

  test.each<[string, GroupEvent, number]>([
    ['an unknown member', join(5, 'ghost'), ErrorCode.unknownMemberId],
    [
      'another protocol type',
      join(5, '', 'c', { protocolType: 'connect' }),
      ErrorCode.inconsistentGroupProtocol,
    ],
    [
      'no shared protocol',
      join(5, '', 'c', { protocols: [{ name: 'sticky', metadata: Buffer.alloc(0) }] }),
      ErrorCode.inconsistentGroupProtocol,
    ],
    ['a sync of an old generation', sync(5, 'a', 0), ErrorCode.illegalGeneration],
    ['a sync of nobody', sync(5, 'ghost', 1), ErrorCode.unknownMemberId],
  ])('refuses %s', (_name, event, code) => {
    const { state, effects } = run([event], stable);
    expect(replies(effects)).toEqual([[5, code]]);
    expect(state.phase).toBe('stable');
  });

  test('checks who acts in which generation', () => {
    expect(checkMember(stable, dynamic('a'), 1)).toBe(ErrorCode.none);
    expect(checkMember(stable, dynamic('a'), 2)).toBe(ErrorCode.illegalGeneration);
    expect(checkMember(stable, dynamic('ghost'), 1)).toBe(ErrorCode.unknownMemberId);
  });
});

describe('a round', () => {
  test('ends when everybody has joined again, with a new generation', () => {
    const { state, effects } = run([join(5, '', 'c'), join(6, 'a'), join(7, 'b')], stable);
    expect(state).toMatchObject({ phase: 'syncing', generation: 2, leader: 'a' });
    expect(replies(effects)).toEqual([
      [6, 0],
      [7, 0],
      [5, 0],
    ]);
  });

  test('ends at its timeout without those who did not come', () => {
    const { state, effects } = run([join(5, 'a'), { type: 'round-timer' }], stable);
    expect(state.members.map((it) => it.id)).toEqual(['a']);
    expect(effects).toContainEqual({ type: 'stop-session', memberId: 'b' });
  });

  test('chooses another leader when the leader is gone', () => {
    const { state } = run([{ type: 'leave', memberId: 'a' }, join(5, 'b')], stable);
    expect(state).toMatchObject({ phase: 'syncing', leader: 'b', generation: 2 });
  });

  test('turns away who waits for an assignment', () => {
    const syncing = run([join(5, '', 'c'), join(6, 'a'), join(7, 'b'), sync(8, 'b', 2)], stable).state;
    const { effects } = run([{ type: 'session-expired', memberId: 'a' }], syncing);
    expect(replies(effects)).toEqual([[8, ErrorCode.rebalanceInProgress]]);
  });

  test('trap: several JoinGroups of one member are all answered when the round ends', () => {
    const { state, effects } = run([join(5, 'a'), join(6, 'a'), join(7, 'a'), join(8, 'b')], stable);
    expect(replies(effects)).toEqual([
      [5, 0],
      [6, 0],
      [7, 0],
      [8, 0],
    ]);
    expect(state.members.map((it) => it.id)).toEqual(['a', 'b']);
  });

  test('rests the session of a member while it waits, and wakes it with the answer', () => {
    const waiting = run([join(5, 'a')], stable);
    expect(waiting.effects.at(-1)).toEqual({ type: 'stop-session', memberId: 'a' });
    const ended = run([join(6, 'b')], waiting.state);
    expect(ended.effects).toContainEqual({ type: 'start-session', memberId: 'a', timeoutMs: 1_000 });
  });
});

test('a group without members is empty', () => {
  const { state } = run(
    [
      { type: 'leave', memberId: 'a' },
      { type: 'leave', memberId: 'b' },
    ],
    stable,
  );
  expect(state).toMatchObject({ phase: 'empty', members: [], leader: '' });
});

test('the elected protocol is spoken by all and preferred by most', () => {
  const member = (...names: string[]) => ({ protocols: names.map((name) => ({ name })) });
  expect(electProtocol([member('x', 'a', 'b'), member('b', 'a'), member('b', 'a')])).toBe('b');
  expect(electProtocol([member('a'), member('b')])).toBeUndefined();
});
