import { array, int16, nullableString, since, string, struct, throttleMs, versions } from '../wire/codec.js';
import { ErrorCode } from '../wire/error-code.js';
import { defineApi } from './api.js';

/** Takes members out of a group; from version 3 several at once, each with its own answer. */
export const leaveGroup = defineApi({
  key: 13,
  name: 'LeaveGroup',
  minVersion: 0,
  maxVersion: 3,
  request: struct({
    group: string,
    memberId: versions(0, 2, string, ''),
    members: since(3, array(struct({ memberId: string, instanceId: nullableString })), []),
  }),
  response: struct({
    throttleMs: since(1, throttleMs, 0),
    code: int16,
    members: since(3, array(struct({ memberId: string, instanceId: nullableString, code: int16 })), []),
  }),
  handle(broker, { group, memberId, members }, { version }) {
    if (version < 3) return { throttleMs: 0, code: broker.groups.leave(group, memberId), members: [] };
    const left = members.map((it) => ({
      ...it,
      code: it.instanceId === null ? broker.groups.leave(group, it.memberId) : ErrorCode.unsupportedVersion,
    }));
    return { throttleMs: 0, code: 0, members: left };
  },
  failed: (_request, code) => ({ throttleMs: 0, code, members: [] }),
});
