import { ErrorCode } from '../wire/error-code.js';
import { fenceWaiting, join } from './group-join.js';
import { endRoundIfComplete, roundTimer, startRound } from './group-round.js';
import {
  type Actor,
  findInstance,
  findMember,
  type GroupEffect,
  type GroupEvent,
  type GroupState,
  type Step,
  withMember,
} from './group-state.js';

const nothing = Buffer.alloc(0);

type SyncEvent = Extract<GroupEvent, { type: 'sync' }>;

/** Why a member does not stand for its instance, or none. */
export const checkInstance = (state: GroupState, { memberId, instanceId }: Actor): ErrorCode => {
  if (instanceId === null) return ErrorCode.none;
  const holder = findInstance(state, instanceId);
  if (holder === undefined) return ErrorCode.unknownMemberId;
  return holder.id === memberId ? ErrorCode.none : ErrorCode.fencedInstanceId;
};

/** Why a member may not act in this generation, or none. */
export const checkMember = (state: GroupState, actor: Actor, generation: number): ErrorCode => {
  const fenced = checkInstance(state, actor);
  if (fenced !== ErrorCode.none) return fenced;
  if (findMember(state, actor.memberId) === undefined) return ErrorCode.unknownMemberId;
  return generation === state.generation ? ErrorCode.none : ErrorCode.illegalGeneration;
};

const sync = (state: GroupState, event: SyncEvent): Step => {
  const answer = (code: ErrorCode, assignment: Buffer): GroupEffect => ({
    type: 'sync-reply',
    token: event.token,
    reply: { code, assignment },
  });
  const code = checkMember(state, event, event.generation);
  if (code !== ErrorCode.none) return { state, effects: [answer(code, nothing)] };
  const member = findMember(state, event.memberId)!;
  const alive: GroupEffect = {
    type: 'start-session',
    memberId: member.id,
    timeoutMs: member.sessionTimeoutMs,
  };
  if (state.phase === 'stable') return { state, effects: [answer(ErrorCode.none, member.assignment), alive] };
  if (state.phase !== 'syncing')
    return { state, effects: [answer(ErrorCode.rebalanceInProgress, nothing), alive] };
  const waiting = withMember(state, { ...member, syncs: [...member.syncs, event.token] });
  if (event.memberId !== state.leader) {
    return { state: waiting, effects: [{ type: 'stop-session', memberId: member.id }] };
  }
  return distribute(waiting, event.assignments);
};

const distribute = (state: GroupState, assignments: { memberId: string; assignment: Buffer }[]): Step => {
  const effects: GroupEffect[] = [];
  const members = state.members.map((member) => {
    const assignment = assignments.find((it) => it.memberId === member.id)?.assignment ?? nothing;
    for (const token of member.syncs) {
      effects.push({ type: 'sync-reply', token, reply: { code: ErrorCode.none, assignment } });
    }
    effects.push({ type: 'start-session', memberId: member.id, timeoutMs: member.sessionTimeoutMs });
    return { ...member, assignment, syncs: [] };
  });
  return { state: { ...state, phase: 'stable', members }, effects };
};

const remove = (state: GroupState, memberId: string, initialDelayMs: number): Step => {
  const member = findMember(state, memberId);
  const pending = state.pending.filter((it) => it !== memberId);
  const effects: GroupEffect[] = [{ type: 'stop-session', memberId }];
  if (member === undefined) return endRoundIfComplete({ state: { ...state, pending }, effects });
  effects.push(...fenceWaiting(member, ErrorCode.unknownMemberId));
  const left: GroupState = { ...state, pending, members: state.members.filter((it) => it.id !== memberId) };
  if (left.members.length === 0) {
    const empty: GroupState = {
      ...left,
      phase: 'empty',
      generation: left.generation + 1,
      leader: '',
      protocolName: '',
      round: null,
    };
    return { state: empty, effects: [...effects, { type: 'stop-round-timer' }] };
  }
  const round = left.phase === 'joining' ? { state: left, effects: [] } : startRound(left, initialDelayMs);
  return endRoundIfComplete({ state: round.state, effects: [...effects, ...round.effects] });
};

/**
 * One step of a consumer group (kafka.apache.org, 'Consumer rebalance protocol', classic). Pure: what is to happen
 * outside comes back as effects, in the order in which they must be carried out.
 */
export const stepGroup = (state: GroupState, event: GroupEvent, initialDelayMs: number): Step => {
  switch (event.type) {
    case 'join':
      return join(state, event, initialDelayMs);
    case 'sync':
      return sync(state, event);
    case 'alive': {
      const member = findMember(state, event.memberId);
      const isResting = member === undefined || member.joins.length > 0 || member.syncs.length > 0;
      if (isResting) return { state, effects: [] };
      return {
        state,
        effects: [{ type: 'start-session', memberId: member.id, timeoutMs: member.sessionTimeoutMs }],
      };
    }
    case 'leave':
    case 'session-expired':
      return remove(state, event.memberId, initialDelayMs);
    case 'round-timer':
      return roundTimer(state, initialDelayMs);
  }
};
