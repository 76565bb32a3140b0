import { randomUUID } from 'node:crypto';
import { checkInstance, checkMember, stepGroup } from '../machines/group.js';
import {
  type Actor,
  findInstance,
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
  instanceId: string | null;
  generation: number;
  assignments: { memberId: string; assignment: Buffer }[];
}

/** Runs the consumer groups: feeds requests and timers into the state machine, and carries out its effects. */
export class Groups {
  private readonly states = new Map<string, GroupState>();
  private readonly deadlines = createDeadlines();
  private readonly joins = new Map<number, (reply: JoinReply) => void>();
  private readonly syncs = new Map<number, (reply: SyncReply) => void>();
  private readonly emptySinceMs = new Map<string, number>();
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

  heartbeat(group: string, actor: Actor, generation: number): ErrorCode {
    const state = this.stateOf(group);
    const code = checkMember(state, actor, generation);
    if (code !== ErrorCode.none) return code;
    this.feed(group, { type: 'alive', memberId: actor.memberId });
    return state.phase === 'joining' ? ErrorCode.rebalanceInProgress : ErrorCode.none;
  }

  /** A static member may be named by its instance alone, as an operator does. */
  leave(group: string, { memberId: named, instanceId }: Actor): ErrorCode {
    const state = this.stateOf(group);
    const isByInstance = instanceId !== null && named === '';
    const memberId = isByInstance ? (findInstance(state, instanceId)?.id ?? '') : named;
    const fenced = checkInstance(state, { memberId, instanceId });
    if (fenced !== ErrorCode.none) return fenced;
    const isKnown = state.members.some((it) => it.id === memberId) || state.pending.includes(memberId);
    if (!isKnown) return ErrorCode.unknownMemberId;
    this.feed(group, { type: 'leave', memberId });
    return ErrorCode.none;
  }

  /**
   * Whether a commit may be taken: from a member of the current generation, or from outside (generation −1) while the
   * group has no members. A commit counts as a sign of life.
   */
  checkCommit(group: string, actor: Actor, generation: number): ErrorCode {
    const state = this.stateOf(group);
    if (state.phase === 'empty' && generation < 0) return ErrorCode.none;
    if (state.phase === 'empty' && state.generation === 0) return ErrorCode.illegalGeneration;
    const code = checkMember(state, actor, generation);
    if (code !== ErrorCode.none) return code;
    this.feed(group, { type: 'alive', memberId: actor.memberId });
    return state.phase === 'syncing' ? ErrorCode.rebalanceInProgress : ErrorCode.none;
  }

  /** The same within a transaction, whose producer may also be no member at all: then it names none. */
  checkTransactionalCommit(group: string, actor: Actor, generation: number): ErrorCode {
    const isNobody = actor.memberId === '' && actor.instanceId === null && generation < 0;
    return isNobody ? ErrorCode.none : checkMember(this.stateOf(group), actor, generation);
  }

  /** Forgets the groups without members that `isNeeded` does not know, and tells how many. */
  forgetEmpty(isNeeded: (group: string) => boolean): number {
    const idle = [...this.states].filter(
      ([group, it]) => it.phase === 'empty' && it.pending.length === 0 && !isNeeded(group),
    );
    for (const [group] of idle) this.forget(group);
    return idle.length;
  }

  /** Since when a group has no members, in milliseconds since 1970; null while it has, 0 where it never had. */
  emptySince(group: string): number | null {
    return this.stateOf(group).phase === 'empty' ? (this.emptySinceMs.get(group) ?? 0) : null;
  }

  /** Forgets a group that has no members. */
  forget(group: string): void {
    this.states.delete(group);
    this.emptySinceMs.delete(group);
  }

  close(): void {
    this.deadlines.stopAll();
  }

  private stateOf(group: string): GroupState {
    return this.states.get(group) ?? noGroup;
  }

  private feed(group: string, event: GroupEvent): void {
    const { state, effects } = stepGroup(
      this.stateOf(group),
      event,
      this.settings['group.initial.rebalance.delay.ms'],
    );
    // A refused request must not leave a group behind that nobody asked for.
    if (state !== noGroup) this.keep(group, state);
    for (const effect of effects) this.carryOut(group, effect);
  }

  private keep(group: string, state: GroupState): void {
    const wasEmpty = this.stateOf(group).phase === 'empty';
    this.states.set(group, state);
    if (state.phase !== 'empty') this.emptySinceMs.delete(group);
    else if (!wasEmpty) this.emptySinceMs.set(group, Date.now());
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
