import { array, int16, since, string, struct, throttleMs } from '../wire/codec.js';
import { defineApi } from './api.js';

/** Says which APIs are served, in which versions. What is not served is not listed. */
export const apiVersions = defineApi({
  key: 18,
  name: 'ApiVersions',
  minVersion: 0,
  maxVersion: 4,
  flexibleSince: 3,
  request: struct({ clientName: since(3, string, ''), clientVersion: since(3, string, '') }),
  response: struct({
    code: int16,
    apis: array(struct({ key: int16, minVersion: int16, maxVersion: int16 })),
    throttleMs: since(1, throttleMs, 0),
  }),
  handle: (broker) => ({ code: 0, apis: broker.supported, throttleMs: 0 }),
  failed: (_request, code) => ({ code, apis: [], throttleMs: 0 }),
});
