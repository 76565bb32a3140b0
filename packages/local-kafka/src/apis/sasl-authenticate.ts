import { bytes, int16, int64, nullableString, since, struct } from '../wire/codec.js';
import { ErrorCode } from '../wire/error-code.js';
import { defineApi } from './api.js';

/** Refuses to go on with SASL, which no handshake here has started. */
export const saslAuthenticate = defineApi({
  key: 36,
  name: 'SaslAuthenticate',
  minVersion: 0,
  maxVersion: 2,
  flexibleSince: 2,
  request: struct({ token: bytes }),
  response: struct({
    code: int16,
    message: nullableString,
    token: bytes,
    lifetimeMs: since(1, int64, 0),
  }),
  handle: () => refused(ErrorCode.illegalSaslState),
  failed: (_request, code) => refused(code),
});

const refused = (code: number) => ({
  code,
  message: 'this listener has no SASL',
  token: Buffer.alloc(0),
  lifetimeMs: 0,
});
