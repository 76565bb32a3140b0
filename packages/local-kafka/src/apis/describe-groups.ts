import type { GroupState } from '../machines/group-state.js';
import {
  array,
  authorizedOperations,
  boolean,
  bytes,
  int16,
  nullableString,
  since,
  string,
  struct,
  throttleMs,
  unknownOperations,
} from '../wire/codec.js';
import { defineApi } from './api.js';
import { operationsFor } from './authorized-operations.js';
import { stateNameOf } from './group-state-name.js';

const nothing = Buffer.alloc(0);

/** Names the state and members of groups; a group that nobody knows is 'Dead', as in Kafka. */
export const describeGroups = defineApi({
  key: 15,
  name: 'DescribeGroups',
  minVersion: 0,
  maxVersion: 5,
  flexibleSince: 5,
  isBulky: true,
  request: struct({ groups: array(string), includeOperations: since(3, boolean, false) }),
  response: struct({
    throttleMs: since(1, throttleMs, 0),
    groups: array(
      struct({
        code: int16,
        group: string,
        state: string,
        protocolType: string,
        protocolName: string,
        members: array(
          struct({
            memberId: string,
            instanceId: since(4, nullableString, null),
            clientId: string,
            clientHost: string,
            metadata: bytes,
            assignment: bytes,
          }),
        ),
        operations: since(3, authorizedOperations, unknownOperations),
      }),
    ),
  }),
  handle: (broker, { groups, includeOperations }) => ({
    throttleMs: 0,
    groups: groups.map((group) => {
      const operations = operationsFor('group', includeOperations);
      const state = broker.groups.find(group);
      if (state !== undefined) return { ...describe(group, state), operations };
      const name = broker.offsets.has(group) ? stateNameOf(undefined) : 'Dead';
      return { ...absent(group, 0, name), operations };
    }),
  }),
  failed: ({ groups }, code) => ({ throttleMs: 0, groups: groups.map((group) => absent(group, code, '')) }),
});

const absent = (group: string, code: number, state: string) => ({
  code,
  group,
  state,
  protocolType: '',
  protocolName: '',
  members: [],
  operations: unknownOperations,
});

const describe = (group: string, state: GroupState) => ({
  code: 0,
  group,
  state: stateNameOf(state),
  protocolType: state.protocolType,
  protocolName: state.phase === 'stable' ? state.protocolName : '',
  members: state.members.map((member) => ({
    memberId: member.id,
    instanceId: member.instanceId,
    clientId: member.clientId,
    clientHost: member.clientHost,
    metadata: member.protocols.find((it) => it.name === state.protocolName)?.metadata ?? nothing,
    assignment: member.assignment,
  })),
});
