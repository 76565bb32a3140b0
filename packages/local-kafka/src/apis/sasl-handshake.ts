import { array, int16, string, struct } from '../wire/codec.js';
import { ErrorCode } from '../wire/error-code.js';
import { defineApi } from './api.js';

/** Refuses to start SASL: on a listener without it, no connection is in a state for that. */
export const saslHandshake = defineApi({
  key: 17,
  name: 'SaslHandshake',
  minVersion: 0,
  maxVersion: 1,
  request: struct({ mechanism: string }),
  response: struct({ code: int16, mechanisms: array(string) }),
  handle: () => ({ code: ErrorCode.illegalSaslState, mechanisms: [] }),
  failed: (_request, code) => ({ code, mechanisms: [] }),
});
