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
  maxVersion: 5,
  flexibleSince: 4,
  request: struct({
    group: string,
    generation: int32,
    memberId: string,
    instanceId: since(3, nullableString, null),
    protocolType: since(5, nullableString, null),
    protocolName: since(5, nullableString, null),
    assignments: array(struct({ memberId: string, assignment: bytes })),
  }),
  response: struct({
    throttleMs: since(1, throttleMs, 0),
    code: int16,
    protocolType: since(5, nullableString, null),
    protocolName: since(5, nullableString, null),
    assignment: bytes,
  }),
  async handle(broker, request) {
    const assignments = request.assignments.map(({ memberId, assignment }) => ({
      memberId,
      // A copy: it outlives the frame that it came in.
      assignment: Buffer.from(assignment),
    }));
    const { group, memberId, instanceId, generation } = request;
    const state = broker.groups.find(group);
    const isForeign =
      isOther(request.protocolType, state?.protocolType) ||
      isOther(request.protocolName, state?.protocolName);
    if (isForeign) return refused(ErrorCode.inconsistentGroupProtocol);
    const reply = await broker.groups.sync(group, { memberId, instanceId, generation, assignments });
    if (reply.code !== ErrorCode.none) return refused(reply.code);
    const { protocolType, protocolName } = broker.groups.find(group) ?? state!;
    return { throttleMs: 0, protocolType, protocolName, ...reply };
  },
  failed: (_request, code) => refused(code),
});

const isOther = (named: string | null, actual: string | undefined): boolean =>
  named !== null && actual !== undefined && named !== actual;

const refused = (code: number) => ({
  throttleMs: 0,
  code,
  protocolType: null,
  protocolName: null,
  assignment: nothing,
});
