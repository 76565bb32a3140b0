import { ErrorCode } from '../wire/error-code.js';
import { endRoundIfComplete, joinReply, startRound } from './group-round.js';
import {
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

type JoinEvent = Extract<GroupEvent, { type: 'join' }>;

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

/** A JoinGroup: of a new member, of a known one, or of a static one in the place of its former self. */
export const join = (state: GroupState, event: JoinEvent, initialDelayMs: number): Step => {
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
export const fenceWaiting = (member: Member, code: ErrorCode): GroupEffect[] => [
  ...member.joins.map(
    (token): GroupEffect => ({ type: 'join-reply', token, reply: joinRefusal(code, member.id) }),
  ),
  ...member.syncs.map(
    (token): GroupEffect => ({ type: 'sync-reply', token, reply: { code, assignment: nothing } }),
  ),
];
