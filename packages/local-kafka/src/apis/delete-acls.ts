import { array, int8, int16, nullableString, since, string, struct, throttleMs } from '../wire/codec.js';
import { ErrorCode } from '../wire/error-code.js';
import { defineApi } from './api.js';
import { literalPattern, noAcls } from './describe-acls.js';

/** Refuses to delete ACLs, of which there are none. */
export const deleteAcls = defineApi({
  key: 31,
  name: 'DeleteAcls',
  minVersion: 0,
  maxVersion: 3,
  flexibleSince: 2,
  request: struct({
    filters: array(
      struct({
        resourceType: int8,
        resourceName: nullableString,
        patternType: since(1, int8, literalPattern),
        principal: nullableString,
        host: nullableString,
        operation: int8,
        permission: int8,
      }),
    ),
  }),
  response: struct({
    throttleMs,
    results: array(
      struct({
        code: int16,
        message: nullableString,
        matching: array(
          struct({
            code: int16,
            message: nullableString,
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
    ),
  }),
  handle: (_broker, { filters }) => refused(filters.length, ErrorCode.securityDisabled),
  failed: ({ filters }, code) => refused(filters.length, code),
});

const refused = (count: number, code: number) => ({
  throttleMs: 0,
  results: Array.from({ length: count }, () => ({ code, message: noAcls, matching: [] })),
});
