import { array, int16, since, string, struct, throttleMs } from '../wire/codec.js';
import { defineApi } from './api.js';

/** Lists the groups that have members or had them since the start, and those with committed offsets. */
export const listGroups = defineApi({
  key: 16,
  name: 'ListGroups',
  minVersion: 0,
  maxVersion: 2,
  request: struct({}),
  response: struct({
    throttleMs: since(1, throttleMs, 0),
    code: int16,
    groups: array(struct({ group: string, protocolType: string })),
  }),
  handle: ({ groups, offsets }) => ({
    throttleMs: 0,
    code: 0,
    groups: [...new Set([...groups.names(), ...offsets.groups()])].map((group) => ({
      group,
      // Committed offsets come from consumers; their type is all that is left after a restart.
      protocolType: groups.find(group)?.protocolType || 'consumer',
    })),
  }),
  failed: (_request, code) => ({ throttleMs: 0, code, groups: [] }),
});
