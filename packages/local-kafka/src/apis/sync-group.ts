import {
  array,
  bytes,
  int16,
  int32,
  nullableString,
  since,
  string,
  struct,
  throttleMs,
} from '../wire/codec.js';
import { ErrorCode } from '../wire/error-code.js';
import { defineApi } from './api.js';

const nothing = Buffer.alloc(0);

/** Brings the leader's assignments, and answers each member with its own once they are there. */
export const syncGroup = defineApi({
  key: 14,
  name: 'SyncGroup',
  minVersion: 0,
  maxVersion: 3,
  request: struct({
    group: string,
    generation: int32,
    memberId: string,
    instanceId: since(3, nullableString, null),
    assignments: array(struct({ memberId: string, assignment: bytes })),
  }),
  response: struct({ throttleMs: since(1, throttleMs, 0), code: int16, assignment: bytes }),
  async handle(broker, request) {
    if (request.instanceId !== null) {
      return { throttleMs: 0, code: ErrorCode.unsupportedVersion, assignment: nothing };
    }
    const assignments = request.assignments.map(({ memberId, assignment }) => ({
      memberId,
      // A copy: it outlives the frame that it came in.
      assignment: Buffer.from(assignment),
    }));
    const { memberId, generation } = request;
    const reply = await broker.groups.sync(request.group, { memberId, generation, assignments });
    return { throttleMs: 0, ...reply };
  },
  failed: (_request, code) => ({ throttleMs: 0, code, assignment: nothing }),
});
