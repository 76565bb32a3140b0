import {
  array,
  int8,
  int16,
  int32,
  nullableArray,
  nullableString,
  since,
  string,
  struct,
  throttleMs,
} from '../wire/codec.js';
import { ErrorCode } from '../wire/error-code.js';
import { codeOf, defineApi, perPartition } from './api.js';

/**
 * Elects leaders of partitions: with one broker each has the one it can have, so that no election is needed. Asked for
 * all partitions, it names those that were elected, which are none.
 */
export const electLeaders = defineApi({
  key: 43,
  name: 'ElectLeaders',
  minVersion: 0,
  maxVersion: 2,
  flexibleSince: 2,
  request: struct({
    electionType: since(1, int8, 0),
    topics: nullableArray(struct({ name: string, partitions: array(int32) })),
    timeoutMs: int32,
  }),
  response: struct({
    throttleMs,
    code: since(1, int16, 0),
    topics: array(
      struct({
        name: string,
        partitions: array(struct({ index: int32, code: int16, message: nullableString })),
      }),
    ),
  }),
  handle: (broker, { topics }) => ({
    throttleMs: 0,
    code: 0,
    topics: perPartition(topics ?? [], (topic, index) => {
      const unknown = codeOf(() => void broker.topics.needPartition(topic, index));
      return {
        index,
        code: unknown === ErrorCode.none ? ErrorCode.electionNotNeeded : unknown,
        message: null,
      };
    }),
  }),
  failed: ({ topics }, code) => ({
    throttleMs: 0,
    code,
    topics: perPartition(topics ?? [], (_topic, index) => ({ index, code, message: null })),
  }),
});
