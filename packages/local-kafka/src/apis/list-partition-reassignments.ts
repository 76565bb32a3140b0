import {
  array,
  int16,
  int32,
  nullableArray,
  nullableString,
  string,
  struct,
  throttleMs,
} from '../wire/codec.js';
import { defineApi } from './api.js';

/** Lists the partitions that are moving between brokers: with one broker, none. */
export const listPartitionReassignments = defineApi({
  key: 46,
  name: 'ListPartitionReassignments',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  request: struct({
    timeoutMs: int32,
    topics: nullableArray(struct({ name: string, partitions: array(int32) })),
  }),
  response: struct({
    throttleMs,
    code: int16,
    message: nullableString,
    topics: array(
      struct({
        name: string,
        partitions: array(
          struct({
            index: int32,
            replicas: array(int32),
            adding: array(int32),
            removing: array(int32),
          }),
        ),
      }),
    ),
  }),
  handle: () => ({ throttleMs: 0, code: 0, message: null, topics: [] }),
  failed: (_request, code) => ({ throttleMs: 0, code, message: null, topics: [] }),
});
