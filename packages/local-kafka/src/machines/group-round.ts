import { ErrorCode } from '../wire/error-code.js';
import {
  electProtocol,
  type GroupEffect,
  type GroupState,
  type JoinReply,
  type Member,
  type Step,
} from './group-state.js';

const nothing = Buffer.alloc(0);

/** What a member is told about the current generation; only the leader learns who is in it. */
export const joinReply = (state: GroupState, memberId: string): JoinReply => ({
  code: ErrorCode.none,
  generation: state.generation,
  protocolName: state.protocolName,
  leader: state.leader,
  memberId,
  protocolType: state.protocolType,
  skipAssignment: false,
  members:
    memberId === state.leader
      ? state.members.map((it) => ({
          memberId: it.id,
          instanceId: it.instanceId,
          metadata:
            it.protocols.find((protocol) => protocol.name === state.protocolName)?.metadata ?? nothing,
        }))
      : [],
});

const longestRebalanceMs = (members: Member[]): number =>
  Math.max(...members.map((it) => it.rebalanceTimeoutMs));

/** Asks everybody to join again. Whoever waits for an assignment is told that there will be none. */
export const startRound = (state: GroupState, initialDelayMs: number): Step => {
  const effects: GroupEffect[] = [];
  for (const member of state.members) {
    for (const token of member.syncs) {
      effects.push({
        type: 'sync-reply',
        token,
        reply: { code: ErrorCode.rebalanceInProgress, assignment: nothing },
      });
    }
    if (member.syncs.length > 0) {
      effects.push({ type: 'start-session', memberId: member.id, timeoutMs: member.sessionTimeoutMs });
    }
  }
  const longestMs = longestRebalanceMs(state.members);
  const isInitial = state.phase === 'empty';
  const delayMs = isInitial ? Math.min(initialDelayMs, longestMs) : longestMs;
  effects.push({ type: 'start-round-timer', timeoutMs: delayMs });
  return {
    state: {
      ...state,
      phase: 'joining',
      members: state.members.map((it) => ({ ...it, syncs: [] })),
      round: isInitial ? { kind: 'initial', leftMs: longestMs - delayMs, grew: false } : { kind: 'rejoin' },
    },
    effects,
  };
};

const emptied = (state: GroupState): GroupState => ({
  ...state,
  phase: 'empty',
  generation: state.generation + 1,
  members: [],
  leader: '',
  protocolName: '',
  round: null,
});

/**
 * Ends the round with those who joined. Whoever did not is out, but for static members: they keep their place until
 * their session ends. While only such are left, the round goes on.
 */
export const endRound = (state: GroupState): Step => {
  const joined = state.members.filter((it) => it.joins.length > 0);
  const members = state.members.filter((it) => it.joins.length > 0 || it.instanceId !== null);
  const gone = state.members.filter((it) => !members.includes(it));
  const stopped = gone.map((it): GroupEffect => ({ type: 'stop-session', memberId: it.id }));
  if (members.length === 0) {
    return { state: emptied(state), effects: [{ type: 'stop-round-timer' }, ...stopped] };
  }
  if (joined.length === 0) {
    const again: GroupEffect = { type: 'start-round-timer', timeoutMs: longestRebalanceMs(members) };
    return { state: { ...state, members, round: { kind: 'rejoin' } }, effects: [...stopped, again] };
  }
  const effects: GroupEffect[] = [{ type: 'stop-round-timer' }, ...stopped];
  const started: GroupState = {
    ...state,
    phase: 'syncing',
    generation: state.generation + 1,
    protocolName: electProtocol(members) ?? '',
    leader: joined.some((it) => it.id === state.leader) ? state.leader : joined[0]!.id,
    members,
    round: null,
  };
  for (const member of joined) {
    const reply = joinReply(started, member.id);
    for (const token of member.joins) effects.push({ type: 'join-reply', token, reply });
    effects.push({ type: 'start-session', memberId: member.id, timeoutMs: member.sessionTimeoutMs });
  }
  return {
    state: { ...started, members: members.map((it) => ({ ...it, joins: [], assignment: nothing })) },
    effects,
  };
};

/** Ends a rejoin round as soon as nobody is missing. The initial round always takes its time: more members may come. */
export const endRoundIfComplete = (step: Step): Step => {
  const { state } = step;
  if (state.phase !== 'joining' || state.round?.kind !== 'rejoin') return step;
  if (state.pending.length > 0 || state.members.some((it) => it.joins.length === 0)) return step;
  const end = endRound(state);
  return { state: end.state, effects: [...step.effects, ...end.effects] };
};

/** The round's timer rang. */
export const roundTimer = (state: GroupState, initialDelayMs: number): Step => {
  if (state.phase !== 'joining' || state.round === null) return { state, effects: [] };
  if (state.round.kind === 'initial' && state.round.grew && state.round.leftMs > 0) {
    const timeoutMs = Math.min(initialDelayMs, state.round.leftMs);
    const round = { kind: 'initial' as const, leftMs: state.round.leftMs - timeoutMs, grew: false };
    return { state: { ...state, round }, effects: [{ type: 'start-round-timer', timeoutMs }] };
  }
  return endRound(state);
};
