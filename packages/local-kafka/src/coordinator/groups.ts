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

export type Groups = ReturnType<typeof createGroups>;

/** Runs the consumer groups: feeds requests and timers into the state machine, and carries out its effects. */
export const createGroups = (settings: Settings) => {
  const groups = new Map<string, GroupState>();
  const deadlines = createDeadlines();
  const joins = new Map<number, (reply: JoinReply) => void>();
  const syncs = new Map<number, (reply: SyncReply) => void>();
  let nextToken = 1;

  const carryOut = (group: string, effect: GroupEffect): void => {
    switch (effect.type) {
      case 'join-reply':
        joins.get(effect.token)?.(effect.reply);
        joins.delete(effect.token);
        return;
      case 'sync-reply':
        syncs.get(effect.token)?.(effect.reply);
        syncs.delete(effect.token);
        return;
      case 'start-session': {
        const { memberId } = effect;
        deadlines.start(`session ${group} ${memberId}`, effect.timeoutMs, () => {
          feed(group, { type: 'session-expired', memberId });
        });
        return;
      }
      case 'stop-session':
        deadlines.stop(`session ${group} ${effect.memberId}`);
        return;
      case 'start-round-timer':
        deadlines.start(`round ${group}`, effect.timeoutMs, () => feed(group, { type: 'round-timer' }));
        return;
      case 'stop-round-timer':
        deadlines.stop(`round ${group}`);
        return;
    }
  };

  const feed = (group: string, event: GroupEvent): void => {
    const { state, effects } = stepGroup(
      groups.get(group) ?? noGroup,
      event,
      settings.initialRebalanceDelayMs,
    );
    // A refused request must not leave a group behind that nobody asked for.
    if (state !== noGroup) groups.set(group, state);
    for (const effect of effects) carryOut(group, effect);
  };

  const stateOf = (group: string): GroupState => groups.get(group) ?? noGroup;

  return {
    known: (): string[] => [...groups.keys()],
    find: (group: string): GroupState | undefined => groups.get(group),

    join(group: string, request: JoinRequest, mustKnowId: boolean): Promise<JoinReply> {
      const token = nextToken++;
      const reply = new Promise<JoinReply>((resolve) => joins.set(token, resolve));
      feed(group, {
        type: 'join',
        token,
        request,
        freshId: `${request.clientId}-${randomUUID()}`,
        mustKnowId,
      });
      return reply;
    },

    sync(
      group: string,
      request: {
        memberId: string;
        generation: number;
        assignments: { memberId: string; assignment: Buffer }[];
      },
    ): Promise<SyncReply> {
      const token = nextToken++;
      const reply = new Promise<SyncReply>((resolve) => syncs.set(token, resolve));
      feed(group, { type: 'sync', token, ...request });
      return reply;
    },

    heartbeat(group: string, memberId: string, generation: number): ErrorCode {
      const state = stateOf(group);
      const code = checkMember(state, memberId, generation);
      if (code !== ErrorCode.none) return code;
      feed(group, { type: 'alive', memberId });
      return state.phase === 'joining' ? ErrorCode.rebalanceInProgress : ErrorCode.none;
    },

    leave(group: string, memberId: string): ErrorCode {
      const state = stateOf(group);
      const isKnown = state.members.some((it) => it.id === memberId) || state.pending.includes(memberId);
      if (!isKnown) return ErrorCode.unknownMemberId;
      feed(group, { type: 'leave', memberId });
      return ErrorCode.none;
    },

    /**
     * Whether a commit may be taken: from a member of the current generation, or from outside (generation −1) while
     * the group has no members. A commit counts as a sign of life.
     */
    checkCommit(group: string, memberId: string, generation: number): ErrorCode {
      const state = stateOf(group);
      if (state.phase === 'empty' && generation < 0) return ErrorCode.none;
      if (state.phase === 'empty' && state.generation === 0) return ErrorCode.illegalGeneration;
      const code = checkMember(state, memberId, generation);
      if (code !== ErrorCode.none) return code;
      feed(group, { type: 'alive', memberId });
      return state.phase === 'syncing' ? ErrorCode.rebalanceInProgress : ErrorCode.none;
    },

    forget(group: string): void {
      groups.delete(group);
    },

    close: deadlines.stopAll,
  };
};
