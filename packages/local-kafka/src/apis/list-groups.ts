import { array, int16, since, string, struct, throttleMs } from '../wire/codec.js';
import { type Broker, defineApi } from './api.js';
import { stateNameOf } from './group-state-name.js';

/**
 * Lists the groups that have members or had them since the start, and those with committed offsets; from version 4
 * only those in the wanted states, from 5 only those of the wanted types. All of them are 'classic'.
 */
export const listGroups = defineApi({
  key: 16,
  name: 'ListGroups',
  minVersion: 0,
  maxVersion: 5,
  flexibleSince: 3,
  isBulky: true,
  request: struct({ states: since(4, array(string), []), types: since(5, array(string), []) }),
  response: struct({
    throttleMs: since(1, throttleMs, 0),
    code: int16,
    groups: array(
      struct({
        group: string,
        protocolType: string,
        state: since(4, string, ''),
        type: since(5, string, ''),
      }),
    ),
  }),
  handle: (broker, { states, types }) => ({
    throttleMs: 0,
    code: 0,
    groups: describeAll(broker).filter((it) => isWanted(states, it.state) && isWanted(types, it.type)),
  }),
  failed: (_request, code) => ({ throttleMs: 0, code, groups: [] }),
});

const isWanted = (filter: string[], value: string): boolean =>
  filter.length === 0 || filter.some((it) => it.toLowerCase() === value.toLowerCase());

const describeAll = ({ groups, offsets }: Broker) =>
  [...new Set([...groups.names(), ...offsets.groups()])].map((group) => ({
    group,
    // Committed offsets come from consumers; their type is all that is left after a restart.
    protocolType: groups.find(group)?.protocolType || 'consumer',
    state: stateNameOf(groups.find(group)),
    type: 'classic',
  }));
