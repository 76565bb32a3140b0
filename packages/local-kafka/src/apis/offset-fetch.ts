import type { CommittedOffset } from '../coordinator/offsets.js';
import {
  array,
  int16,
  int32,
  int64,
  nullableArray,
  nullableString,
  since,
  string,
  struct,
  throttleMs,
  topicsOf,
} from '../wire/codec.js';
import { defineApi } from './api.js';

/** A group's committed offsets: those asked for (−1 where there is none), or from version 2 with null all of them. */
export const offsetFetch = defineApi({
  key: 9,
  name: 'OffsetFetch',
  minVersion: 1,
  maxVersion: 4,
  request: struct({
    group: string,
    topics: nullableArray(struct({ name: string, partitions: array(int32) })),
  }),
  response: struct({
    throttleMs: since(3, throttleMs, 0),
    topics: topicsOf({ index: int32, offset: int64, metadata: nullableString, code: int16 }),
    code: since(2, int16, 0),
  }),
  async handle(broker, { group, topics }) {
    // What is shown must not be taken back by a crash: a consumer would have skipped what was never done.
    await broker.store.settled();
    const wanted = topics ?? placesOf(broker.offsets.all(group));
    return {
      throttleMs: 0,
      topics: wanted.map(({ name, partitions }) => ({
        name,
        partitions: partitions.map((index) => {
          const found = broker.offsets.find(group, name, index);
          return { index, offset: found?.offset ?? -1, metadata: found?.metadata ?? '', code: 0 };
        }),
      })),
      code: 0,
    };
  },
  failed: ({ topics }, code) => ({
    throttleMs: 0,
    topics: (topics ?? []).map(({ name, partitions }) => ({
      name,
      partitions: partitions.map((index) => ({ index, offset: -1, metadata: '', code })),
    })),
    code,
  }),
});

const placesOf = (offsets: CommittedOffset[]): { name: string; partitions: number[] }[] =>
  [...new Set(offsets.map((it) => it.topic))].map((name) => ({
    name,
    partitions: offsets.filter((it) => it.topic === name).map((it) => it.partition),
  }));
