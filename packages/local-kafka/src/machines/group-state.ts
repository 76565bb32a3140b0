import type { ErrorCode } from '../wire/error-code.js';

/** Names one request that waits for its answer. */
export type Token = number;

export interface Member {
  id: string;
  /** The name of a static member, which keeps its place over restarts (KIP-345); null for others. */
  instanceId: string | null;
  clientId: string;
  clientHost: string;
  sessionTimeoutMs: number;
  rebalanceTimeoutMs: number;
  /** In the member's order of preference. */
  protocols: { name: string; metadata: Buffer }[];
  assignment: Buffer;
  /** JoinGroup requests that wait for the round to end: a client may send several at once for one member. */
  joins: Token[];
  syncs: Token[];
}

export interface GroupState {
  phase: 'empty' | 'joining' | 'syncing' | 'stable';
  generation: number;
  protocolType: string;
  protocolName: string;
  leader: string;
  members: Member[];
  /** Member ids handed out, but not yet used to join. */
  pending: string[];
  /** What the timer of the joining round does when it rings. */
  round: { kind: 'initial'; leftMs: number; grew: boolean } | { kind: 'rejoin' } | null;
}

export interface JoinReply {
  code: ErrorCode;
  generation: number;
  protocolName: string;
  leader: string;
  memberId: string;
  protocolType: string;
  /** Whether a leader that took its own place again is to keep the assignment that stands (KIP-814). */
  skipAssignment: boolean;
  members: { memberId: string; instanceId: string | null; metadata: Buffer }[];
}

export interface SyncReply {
  code: ErrorCode;
  assignment: Buffer;
}

export interface JoinRequest {
  memberId: string;
  instanceId: string | null;
  canSkipAssignment: boolean;
  clientId: string;
  clientHost: string;
  sessionTimeoutMs: number;
  rebalanceTimeoutMs: number;
  protocolType: string;
  protocols: { name: string; metadata: Buffer }[];
}

export type GroupEvent =
  | { type: 'join'; token: Token; request: JoinRequest; freshId: string; mustKnowId: boolean }
  | {
      type: 'sync';
      token: Token;
      memberId: string;
      instanceId: string | null;
      generation: number;
      assignments: { memberId: string; assignment: Buffer }[];
    }
  | { type: 'alive'; memberId: string }
  | { type: 'leave'; memberId: string }
  | { type: 'session-expired'; memberId: string }
  | { type: 'round-timer' };

export type GroupEffect =
  | { type: 'join-reply'; token: Token; reply: JoinReply }
  | { type: 'sync-reply'; token: Token; reply: SyncReply }
  | { type: 'start-session'; memberId: string; timeoutMs: number }
  | { type: 'stop-session'; memberId: string }
  | { type: 'start-round-timer'; timeoutMs: number }
  | { type: 'stop-round-timer' };

export interface Step {
  state: GroupState;
  effects: GroupEffect[];
}

export const noGroup: GroupState = {
  phase: 'empty',
  generation: 0,
  protocolType: '',
  protocolName: '',
  leader: '',
  members: [],
  pending: [],
  round: null,
};

export const findMember = (state: GroupState, memberId: string): Member | undefined =>
  state.members.find((it) => it.id === memberId);

/** Names who acts: a member, and its instance where it is a static one. */
export interface Actor {
  memberId: string;
  instanceId: string | null;
}

export const findInstance = (state: GroupState, instanceId: string): Member | undefined =>
  state.members.find((it) => it.instanceId === instanceId);

export const withMember = (state: GroupState, member: Member): GroupState => ({
  ...state,
  members: findMember(state, member.id)
    ? state.members.map((it) => (it.id === member.id ? member : it))
    : [...state.members, member],
});

/** The protocol that every member speaks and most prefer; undefined where they share none. */
export const electProtocol = (members: { protocols: { name: string }[] }[]): string | undefined => {
  const isShared = (name: string) =>
    members.every((it) => it.protocols.some((protocol) => protocol.name === name));
  const votes = new Map<string, number>();
  for (const { protocols } of members) {
    const vote = protocols.find((it) => isShared(it.name))?.name;
    if (vote !== undefined) votes.set(vote, (votes.get(vote) ?? 0) + 1);
  }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0];
};
