import { int16, int32, nullableString, since, string, struct, throttleMs } from '../wire/codec.js';
import { defineApi } from './api.js';

/** Keeps a member's session alive; REBALANCE_IN_PROGRESS asks it to join again. */
export const heartbeat = defineApi({
  key: 12,
  name: 'Heartbeat',
  minVersion: 0,
  maxVersion: 4,
  flexibleSince: 4,
  request: struct({
    group: string,
    generation: int32,
    memberId: string,
    instanceId: since(3, nullableString, null),
  }),
  response: struct({ throttleMs: since(1, throttleMs, 0), code: int16 }),
  handle: (broker, { group, memberId, generation, instanceId }) => ({
    throttleMs: 0,
    code: broker.groups.heartbeat(group, { memberId, instanceId }, generation),
  }),
  failed: (_request, code) => ({ throttleMs: 0, code }),
});
