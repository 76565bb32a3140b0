import { ErrorCode } from '../wire/error-code.js';
import { endRoundIfComplete, joinReply, roundTimer, startRound } from './group-round.js';
import {
  type Actor,
  electProtocol,
  findInstance,
  findMember,
  type GroupEffect,
  type GroupEvent,
  type GroupState,
  type JoinReply,
  type JoinRequest,
  type Member,
  type Step,
  withMember,
} from './group-state.js';

const nothing = Buffer.alloc(0);

const joinRefusal = (code: ErrorCode, memberId: string): JoinReply => ({
  code,
  generation: -1,
  protocolName: '',
  leader: '',
  memberId,
  protocolType: '',
  skipAssignment: false,
  members: [],
});

const refuseJoin = (
  event: JoinEvent,
  state: GroupState,
  code: ErrorCode,
  memberId = event.request.memberId,
): Step => {
  const reply = joinRefusal(code, memberId);
  return { state, effects: [{ type: 'join-reply', token: event.token, reply }] };
};

type JoinEvent = Extract<GroupEvent, { type: 'join' }>;
type SyncEvent = Extract<GroupEvent, { type: 'sync' }>;

const join = (state: GroupState, event: JoinEvent, initialDelayMs: number): Step => {
  const { request } = event;
  if (request.protocolType === '' || request.protocols.length === 0) {
    return refuseJoin(event, state, ErrorCode.inconsistentGroupProtocol);
  }
  const before = request.instanceId === null ? undefined : findInstance(state, request.instanceId);
  const others = state.members.filter((it) => it.id !== request.memberId && it !== before);
  const isForeign = others.length > 0 && request.protocolType !== state.protocolType;
  if (isForeign || electProtocol([...others, request]) === undefined) {
    return refuseJoin(event, state, ErrorCode.inconsistentGroupProtocol);
  }
  if (before !== undefined && request.memberId === '') return takePlace(state, event, before, initialDelayMs);
  if (before !== undefined && request.memberId !== before.id) {
    return refuseJoin(event, state, ErrorCode.fencedInstanceId);
  }
  const known = findMember(state, request.memberId);
  if (known !== undefined) return rejoin(state, event, known, initialDelayMs);
  if (request.memberId === '' && event.mustKnowId && request.instanceId === null) {
    const waiting = { ...state, pending: [...state.pending, event.freshId] };
    const refused = refuseJoin(event, waiting, ErrorCode.memberIdRequired, event.freshId);
    const session: GroupEffect = {
      type: 'start-session',
      memberId: event.freshId,
      timeoutMs: request.sessionTimeoutMs,
    };
    return { state: refused.state, effects: [...refused.effects, session] };
  }
  if (request.memberId !== '' && !state.pending.includes(request.memberId)) {
    return refuseJoin(event, state, ErrorCode.unknownMemberId);
  }
  return admit(state, event, initialDelayMs);
};

const memberOf = (request: JoinRequest, id: string, before?: Member): Member => ({
  id,
  instanceId: request.instanceId,
  clientId: request.clientId,
  clientHost: request.clientHost,
  sessionTimeoutMs: request.sessionTimeoutMs,
  rebalanceTimeoutMs: request.rebalanceTimeoutMs,
  protocols: request.protocols,
  assignment: before?.assignment ?? nothing,
  joins: before?.joins ?? [],
  syncs: before?.syncs ?? [],
});

/** Takes a JoinGroup into the round that runs, or into a new one. Its session rests until the round ends. */
const enter = (state: GroupState, member: Member, token: number, initialDelayMs: number): Step => {
  const entered = withMember(state, { ...member, joins: [...member.joins, token] });
  const rest: GroupEffect = { type: 'stop-session', memberId: member.id };
  const round =
    state.phase === 'joining' ? { state: entered, effects: [] } : startRound(entered, initialDelayMs);
  // After the round's start, which may have woken the session of a member that waited for its assignment.
  return endRoundIfComplete({ state: round.state, effects: [...round.effects, rest] });
};

const admit = (state: GroupState, event: JoinEvent, initialDelayMs: number): Step => {
  const id = event.request.memberId === '' ? event.freshId : event.request.memberId;
  const admitted: GroupState = {
    ...state,
    protocolType: event.request.protocolType,
    pending: state.pending.filter((it) => it !== id),
    round: state.round?.kind === 'initial' ? { ...state.round, grew: true } : state.round,
  };
  return enter(admitted, memberOf(event.request, id), event.token, initialDelayMs);
};

const sameProtocols = (a: Member, b: Member): boolean =>
  a.protocols.length === b.protocols.length &&
  a.protocols.every(
    (it, index) => it.name === b.protocols[index]?.name && it.metadata.equals(b.protocols[index]!.metadata),
  );

const rejoin = (state: GroupState, event: JoinEvent, known: Member, initialDelayMs: number): Step => {
  const member = memberOf(event.request, known.id, known);
  const isUnchanged = sameProtocols(member, known);
  const isLate = state.phase === 'syncing' || (state.phase === 'stable' && member.id !== state.leader);
  if (isUnchanged && isLate) {
    // The answer to its JoinGroup was lost, or it asks again: the generation stands. A stable leader that joins again
    // wants a new assignment, so that starts a round.
    return {
      state: withMember(state, member),
      effects: [
        { type: 'join-reply', token: event.token, reply: joinReply(state, member.id) },
        { type: 'start-session', memberId: member.id, timeoutMs: member.sessionTimeoutMs },
      ],
    };
  }
  return enter(state, member, event.token, initialDelayMs);
};

/**
 * A static member comes back without its old member id: it gets a new one, and the old one is fenced. A stable group
 * goes on as it was; only where the members would now agree on another protocol is there a new round.
 */
const takePlace = (state: GroupState, event: JoinEvent, before: Member, initialDelayMs: number): Step => {
  const { request, token, freshId } = event;
  const member: Member = { ...memberOf(request, freshId, before), joins: [], syncs: [] };
  const wasLeader = state.leader === before.id;
  const taken: GroupState = {
    ...state,
    leader: wasLeader ? freshId : state.leader,
    members: state.members.map((it) => (it === before ? member : it)),
  };
  const effects: GroupEffect[] = [
    { type: 'stop-session', memberId: before.id },
    ...fenceWaiting(before, ErrorCode.fencedInstanceId),
  ];
  if (state.phase !== 'stable' || electProtocol(taken.members) !== state.protocolName) {
    const entered = enter(taken, member, token, initialDelayMs);
    return { state: entered.state, effects: [...effects, ...entered.effects] };
  }
  const current = joinReply(taken, freshId);
  // A leader that can't be told to skip the assignment is told of its former self as leader, and assigns nothing.
  const reply: JoinReply =
    wasLeader && !request.canSkipAssignment
      ? { ...current, leader: before.id, members: [] }
      : { ...current, skipAssignment: wasLeader };
  effects.push(
    { type: 'join-reply', token, reply },
    { type: 'start-session', memberId: freshId, timeoutMs: member.sessionTimeoutMs },
  );
  return { state: taken, effects };
};

/** Answers whatever a member waits for. */
const fenceWaiting = (member: Member, code: ErrorCode): GroupEffect[] => [
  ...member.joins.map(
    (token): GroupEffect => ({ type: 'join-reply', token, reply: joinRefusal(code, member.id) }),
  ),
  ...member.syncs.map(
    (token): GroupEffect => ({ type: 'sync-reply', token, reply: { code, assignment: nothing } }),
  ),
];

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
