import {
  array,
  int8,
  int16,
  int32,
  nullableString,
  since,
  string,
  struct,
  throttleMs,
  versions,
} from '../wire/codec.js';
import { ErrorCode } from '../wire/error-code.js';
import { type Broker, defineApi } from './api.js';

/** Names the broker that coordinates groups (key type 0) or transactional ids (1): always this one. */
export const findCoordinator = defineApi({
  key: 10,
  name: 'FindCoordinator',
  minVersion: 0,
  maxVersion: 4,
  flexibleSince: 3,
  request: struct({
    key: versions(0, 3, string, ''),
    keyType: since(1, int8, 0),
    keys: since(4, array(string), []),
  }),
  response: struct({
    throttleMs: since(1, throttleMs, 0),
    code: versions(0, 3, int16, 0),
    message: versions(1, 3, nullableString, null),
    nodeId: versions(0, 3, int32, -1),
    host: versions(0, 3, string, ''),
    port: versions(0, 3, int32, -1),
    coordinators: since(
      4,
      array(
        struct({
          key: string,
          nodeId: int32,
          host: string,
          port: int32,
          code: int16,
          message: nullableString,
        }),
      ),
      [],
    ),
  }),
  handle: (broker, { keyType, keys }) =>
    keyType === 0 || keyType === 1
      ? answer(here(broker), keys)
      : answer(nowhere(ErrorCode.invalidRequest), keys),
  failed: ({ keys }, code) => answer(nowhere(code), keys),
});

interface Place {
  code: number;
  message: null;
  nodeId: number;
  host: string;
  port: number;
}

const here = ({ nodeId, address }: Broker): Place => ({ code: 0, message: null, nodeId, ...address });

const nowhere = (code: number): Place => ({ code, message: null, nodeId: -1, host: '', port: -1 });

const answer = (place: Place, keys: string[]) => ({
  throttleMs: 0,
  ...place,
  coordinators: keys.map((key) => ({ key, ...place })),
});
