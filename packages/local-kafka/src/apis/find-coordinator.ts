import { int8, int16, int32, nullableString, since, string, struct, throttleMs } from '../wire/codec.js';
import { ErrorCode } from '../wire/error-code.js';
import { defineApi } from './api.js';

/** Names the broker that coordinates a group (key type 0) or a transactional id (1): always this one. */
export const findCoordinator = defineApi({
  key: 10,
  name: 'FindCoordinator',
  minVersion: 0,
  maxVersion: 2,
  request: struct({ key: string, keyType: since(1, int8, 0) }),
  response: struct({
    throttleMs: since(1, throttleMs, 0),
    code: int16,
    message: since(1, nullableString, null),
    nodeId: int32,
    host: string,
    port: int32,
  }),
  handle(broker, { keyType }) {
    if (keyType !== 0 && keyType !== 1) return nowhere(ErrorCode.invalidRequest);
    return { throttleMs: 0, code: 0, message: null, nodeId: broker.nodeId, ...broker.address };
  },
  failed: (_request, code) => nowhere(code),
});

const nowhere = (code: number) => ({ throttleMs: 0, code, message: null, nodeId: -1, host: '', port: -1 });
