import { randomUUID } from 'node:crypto';
import { checkMember, stepGroup } from '../machines/group.js';
import {
  type GroupEffect,
  type GroupEvent,
  type GroupState,
  type JoinReply,
  type JoinRequest,
  noGroup,
  type SyncReply,
} from '../machines/group-state.js';
import type { Settings } from '../settings.js';
import { ErrorCode } from '../wire/error-code.js';
import { createDeadlines } from './deadlines.js';

export interface SyncRequest {
  memberId: string;
  generation: number;
  assignments: { memberId: string; assignment: Buffer }[];
}

/** Runs the consumer groups: feeds requests and timers into the state machine, and carries out its effects. */
export class Groups {
  private readonly states = new Map<string, GroupState>();
  private readonly deadlines = createDeadlines();
  private readonly joins = new Map<number, (reply: JoinReply) => void>();
  private readonly syncs = new Map<number, (reply: SyncReply) => void>();
  private nextToken = 1;

  constructor(private readonly settings: Settings) {}

  names(): string[] {
    return [...this.states.keys()];
  }

  find(group: string): GroupState | undefined {
    return this.states.get(group);
  }

  /** Resolves when the round ends, or at once with a refusal. */
  join(group: string, request: JoinRequest, mustKnowId: boolean): Promise<JoinReply> {
    const token = this.nextToken++;
    const freshId = `${request.clientId}-${randomUUID()}`;
    return new Promise((resolve) => {
      this.joins.set(token, resolve);
      this.feed(group, { type: 'join', token, request, freshId, mustKnowId });
    });
  }

  /** Resolves when the leader has brought the assignments, or at once with a refusal. */
  sync(group: string, request: SyncRequest): Promise<SyncReply> {
    const token = this.nextToken++;
    return new Promise((resolve) => {
      this.syncs.set(token, resolve);
      this.feed(group, { type: 'sync', token, ...request });
    });
  }

  heartbeat(group: string, memberId: string, generation: number): ErrorCode {
    const state = this.stateOf(group);
    const code = checkMember(state, memberId, generation);
    if (code !== ErrorCode.none) return code;
    this.feed(group, { type: 'alive', memberId });
    return state.phase === 'joining' ? ErrorCode.rebalanceInProgress : ErrorCode.none;
  }

  leave(group: string, memberId: string): ErrorCode {
    const state = this.stateOf(group);
    const isKnown = state.members.some((it) => it.id === memberId) || state.pending.includes(memberId);
    if (!isKnown) return ErrorCode.unknownMemberId;
    this.feed(group, { type: 'leave', memberId });
    return ErrorCode.none;
  }

  /**
   * Whether a commit may be taken: from a member of the current generation, or from outside (generation −1) while the
   * group has no members. A commit counts as a sign of life.
   */
  checkCommit(group: string, memberId: string, generation: number): ErrorCode {
    const state = this.stateOf(group);
    if (state.phase === 'empty' && generation < 0) return ErrorCode.none;
    if (state.phase === 'empty' && state.generation === 0) return ErrorCode.illegalGeneration;
    const code = checkMember(state, memberId, generation);
    if (code !== ErrorCode.none) return code;
    this.feed(group, { type: 'alive', memberId });
    return state.phase === 'syncing' ? ErrorCode.rebalanceInProgress : ErrorCode.none;
  }

  /** Forgets a group that has no members. */
  forget(group: string): void {
    this.states.delete(group);
  }

  close(): void {
    this.deadlines.stopAll();
  }

  private stateOf(group: string): GroupState {
    return this.states.get(group) ?? noGroup;
  }

  private feed(group: string, event: GroupEvent): void {
    const { state, effects } = stepGroup(this.stateOf(group), event, this.settings.initialRebalanceDelayMs);
    // A refused request must not leave a group behind that nobody asked for.
    if (state !== noGroup) this.states.set(group, state);
    for (const effect of effects) this.carryOut(group, effect);
  }

  private carryOut(group: string, effect: GroupEffect): void {
    switch (effect.type) {
      case 'join-reply':
        this.joins.get(effect.token)?.(effect.reply);
        this.joins.delete(effect.token);
        return;
      case 'sync-reply':
        this.syncs.get(effect.token)?.(effect.reply);
        this.syncs.delete(effect.token);
        return;
      case 'start-session': {
        const { memberId, timeoutMs } = effect;
        const expire = () => this.feed(group, { type: 'session-expired', memberId });
        this.deadlines.start(`session ${group} ${memberId}`, timeoutMs, expire);
        return;
      }
      case 'stop-session':
        this.deadlines.stop(`session ${group} ${effect.memberId}`);
        return;
      case 'start-round-timer':
        this.deadlines.start(`round ${group}`, effect.timeoutMs, () =>
          this.feed(group, { type: 'round-timer' }),
        );
        return;
      case 'stop-round-timer':
        this.deadlines.stop(`round ${group}`);
        return;
    }
  }
}
