import {
  array,
  boolean,
  bytes,
  int16,
  int32,
  nullableString,
  nullableStringSince,
  since,
  string,
  struct,
  throttleMs,
} from '../wire/codec.js';
import { ErrorCode } from '../wire/error-code.js';
import { defineApi } from './api.js';
import { checkGroupId } from './group-id.js';

/**
 * Joins a consumer group, and answers when the round ends. From version 4 a new member is first told its id
 * (MEMBER_ID_REQUIRED) and joins with that. A static member (with an instance id) takes the place of the one before.
 */
export const joinGroup = defineApi({
  key: 11,
  name: 'JoinGroup',
  minVersion: 0,
  maxVersion: 9,
  flexibleSince: 6,
  request: struct({
    group: string,
    sessionTimeoutMs: int32,
    rebalanceTimeoutMs: since(1, int32, -1),
    memberId: string,
    instanceId: since(5, nullableString, null),
    protocolType: string,
    protocols: array(struct({ name: string, metadata: bytes })),
    reason: since(8, nullableString, null),
  }),
  response: struct({
    throttleMs: since(2, throttleMs, 0),
    code: int16,
    generation: int32,
    protocolType: since(7, nullableString, null),
    protocolName: nullableStringSince(7),
    leader: string,
    skipAssignment: since(9, boolean, false),
    memberId: string,
    members: array(struct({ memberId: string, instanceId: since(5, nullableString, null), metadata: bytes })),
  }),
  async handle(broker, request, { version, clientId, clientHost }) {
    const { sessionTimeoutMs } = request;
    const shortestMs = broker.settings['group.min.session.timeout.ms'];
    const longestMs = broker.settings['group.max.session.timeout.ms'];
    checkGroupId(request.group);
    if (sessionTimeoutMs < shortestMs || sessionTimeoutMs > longestMs) {
      return refused(request.memberId, ErrorCode.invalidSessionTimeout);
    }
    const rebalanceTimeoutMs = request.rebalanceTimeoutMs < 0 ? sessionTimeoutMs : request.rebalanceTimeoutMs;
    const joining = {
      ...request,
      rebalanceTimeoutMs,
      clientId,
      clientHost,
      canSkipAssignment: version >= 9,
      protocols: request.protocols.map(kept),
    };
    const reply = await broker.groups.join(request.group, joining, version >= 4);
    return { throttleMs: 0, ...reply };
  },
  failed: (request, code) => refused(request.memberId, code),
});

/** A copy: the metadata outlives the frame that it came in. */
const kept = (protocol: { name: string; metadata: Buffer }) => ({
  name: protocol.name,
  metadata: Buffer.from(protocol.metadata),
});

const refused = (memberId: string, code: number) => ({
  throttleMs: 0,
  code,
  generation: -1,
  protocolType: null,
  protocolName: null,
  leader: '',
  skipAssignment: false,
  memberId,
  members: [],
});
