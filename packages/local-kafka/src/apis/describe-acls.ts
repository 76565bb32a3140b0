import { array, int8, int16, nullableString, since, string, struct, throttleMs } from '../wire/codec.js';
import { ErrorCode } from '../wire/error-code.js';
import { defineApi } from './api.js';

/** What every refusal of an API about ACLs says. */
export const noAcls = 'this broker has no ACLs: whoever reaches it may do everything';

/** The pattern that versions without a pattern mean: the resource of exactly this name. */
export const literalPattern = 3;

/** Refuses to name ACLs: there is nothing that would look at them. */
export const describeAcls = defineApi({
  key: 29,
  name: 'DescribeAcls',
  minVersion: 0,
  maxVersion: 3,
  flexibleSince: 2,
  request: struct({
    resourceType: int8,
    resourceName: nullableString,
    patternType: since(1, int8, literalPattern),
    principal: nullableString,
    host: nullableString,
    operation: int8,
    permission: int8,
  }),
  response: struct({
    throttleMs,
    code: int16,
    message: nullableString,
    resources: array(
      struct({
        resourceType: int8,
        resourceName: string,
        patternType: since(1, int8, literalPattern),
        acls: array(struct({ principal: string, host: string, operation: int8, permission: int8 })),
      }),
    ),
  }),
  handle: () => refused(ErrorCode.securityDisabled),
  failed: (_request, code) => refused(code),
});

const refused = (code: number) => ({ throttleMs: 0, code, message: noAcls, resources: [] });
