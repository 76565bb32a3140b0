import { array, int8, int16, nullableString, since, string, struct, throttleMs } from '../wire/codec.js';
import { ErrorCode } from '../wire/error-code.js';
import { defineApi } from './api.js';
import { literalPattern, noAcls } from './describe-acls.js';

/** Refuses to keep ACLs, so that nobody takes a resource for guarded. */
export const createAcls = defineApi({
  key: 30,
  name: 'CreateAcls',
  minVersion: 0,
  maxVersion: 3,
  flexibleSince: 2,
  request: struct({
    acls: array(
      struct({
        resourceType: int8,
        resourceName: string,
        patternType: since(1, int8, literalPattern),
        principal: string,
        host: string,
        operation: int8,
        permission: int8,
      }),
    ),
  }),
  response: struct({ throttleMs, results: array(struct({ code: int16, message: nullableString })) }),
  handle: (_broker, { acls }) => refused(acls.length, ErrorCode.securityDisabled),
  failed: ({ acls }, code) => refused(acls.length, code),
});

const refused = (count: number, code: number) => ({
  throttleMs: 0,
  results: Array.from({ length: count }, () => ({ code, message: noAcls })),
});
