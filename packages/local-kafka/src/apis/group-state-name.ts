import type { GroupState } from '../machines/group-state.js';

const names = {
  empty: 'Empty',
  joining: 'PreparingRebalance',
  syncing: 'CompletingRebalance',
  stable: 'Stable',
} satisfies Record<GroupState['phase'], string>;

/** What Kafka calls the state of a group. One that only has offsets is 'Empty'. */
export const stateNameOf = (state: GroupState | undefined): string => names[state?.phase ?? 'empty'];
