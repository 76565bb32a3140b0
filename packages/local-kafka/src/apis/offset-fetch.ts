import type { CommittedOffset } from '../coordinator/offsets.js';
import {
  array,
  boolean,
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
  versions,
} from '../wire/codec.js';
import { ErrorCode } from '../wire/error-code.js';
import { type Broker, defineApi } from './api.js';

const wantedTopics = nullableArray(struct({ name: string, partitions: array(int32) }));

const offsetsOf = topicsOf({
  index: int32,
  offset: int64,
  leaderEpoch: since(5, int32, -1),
  metadata: nullableString,
  code: int16,
});

/**
 * Groups' committed offsets: those asked for (−1 where there is none), or from version 2 with null all of them; from
 * version 8 of many groups at once. With `requireStable`, a place with an offset in an open transaction is answered
 * with UNSTABLE_OFFSET_COMMIT: the client asks again.
 */
export const offsetFetch = defineApi({
  key: 9,
  name: 'OffsetFetch',
  minVersion: 1,
  maxVersion: 9,
  flexibleSince: 6,
  isBulky: true,
  request: struct({
    group: versions(0, 7, string, ''),
    topics: versions(0, 7, wantedTopics, null),
    groups: since(
      8,
      array(
        struct({
          group: string,
          memberId: since(9, nullableString, null),
          memberEpoch: since(9, int32, -1),
          topics: wantedTopics,
        }),
      ),
      [],
    ),
    requireStable: since(7, boolean, false),
  }),
  response: struct({
    throttleMs: since(3, throttleMs, 0),
    topics: versions(0, 7, offsetsOf, []),
    code: versions(2, 7, int16, 0),
    groups: since(8, array(struct({ group: string, topics: offsetsOf, code: int16 })), []),
  }),
  async handle(broker, request, { version }) {
    // What is shown must not be taken back by a crash: a consumer would have skipped what was never done.
    await broker.store.settled();
    const { requireStable } = request;
    const groups = request.groups.map(({ group, topics }) => ({
      group,
      topics: offsetsIn(broker, { group, topics, requireStable }),
      code: 0,
    }));
    const topics = version < 8 ? offsetsIn(broker, request) : [];
    return { throttleMs: 0, topics, code: 0, groups };
  },
  failed: ({ topics, groups }, code) => ({
    throttleMs: 0,
    topics: failedIn(topics, code),
    code,
    groups: groups.map((it) => ({ group: it.group, topics: failedIn(it.topics, code), code })),
  }),
});

type Places = { name: string; partitions: number[] }[];

interface WantedGroup {
  group: string;
  topics: Places | null;
  requireStable: boolean;
}

const offsetsIn = (broker: Broker, { group, topics, requireStable }: WantedGroup) =>
  (topics ?? placesOf(broker.offsets.all(group))).map(({ name, partitions }) => ({
    name,
    partitions: partitions.map((index) => {
      if (requireStable && broker.transactions.isPending(group, name, index)) {
        return none(index, ErrorCode.unstableOffsetCommit);
      }
      const found = broker.offsets.find(group, name, index);
      if (found === undefined) return none(index, ErrorCode.none);
      return {
        index,
        offset: found.offset,
        leaderEpoch: found.leaderEpoch,
        metadata: found.metadata,
        code: 0,
      };
    }),
  }));

const none = (index: number, code: number) => ({ index, offset: -1, leaderEpoch: -1, metadata: '', code });

const failedIn = (topics: Places | null, code: number) =>
  (topics ?? []).map(({ name, partitions }) => ({
    name,
    partitions: partitions.map((index) => none(index, code)),
  }));

const placesOf = (offsets: CommittedOffset[]): Places =>
  [...new Set(offsets.map((it) => it.topic))].map((name) => ({
    name,
    partitions: offsets.filter((it) => it.topic === name).map((it) => it.partition),
  }));
