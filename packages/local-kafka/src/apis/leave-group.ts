import { array, int16, nullableString, since, string, struct, throttleMs, versions } from '../wire/codec.js';
import { defineApi } from './api.js';

/** Takes members out of a group; from version 3 several at once, static ones by their instance id. */
export const leaveGroup = defineApi({
  key: 13,
  name: 'LeaveGroup',
  minVersion: 0,
  maxVersion: 5,
  flexibleSince: 4,
  request: struct({
    group: string,
    memberId: versions(0, 2, string, ''),
    members: since(
      3,
      array(struct({ memberId: string, instanceId: nullableString, reason: since(5, nullableString, null) })),
      [],
    ),
  }),
  response: struct({
    throttleMs: since(1, throttleMs, 0),
    code: int16,
    members: since(3, array(struct({ memberId: string, instanceId: nullableString, code: int16 })), []),
  }),
  handle({ groups }, { group, memberId, members }, { version }) {
    if (version < 3) {
      return { throttleMs: 0, code: groups.leave(group, { memberId, instanceId: null }), members: [] };
    }
    const left = members.map((it) => ({ ...it, code: groups.leave(group, it) }));
    return { throttleMs: 0, code: 0, members: left };
  },
  failed: (_request, code) => ({ throttleMs: 0, code, members: [] }),
});
