import { checkLeaderEpoch, leaderEpoch } from '../log/leader-epoch.js';
import { findByTime, findLatestTime } from '../log/log-reader.js';
import {
  array,
  int8,
  int16,
  int32,
  int64,
  since,
  struct,
  throttleMs,
  topicsOf,
  versions,
} from '../wire/codec.js';
import { ErrorCode, ProtocolError } from '../wire/error-code.js';
import { type Broker, codeOf, defineApi, perPartition } from './api.js';

const latest = -1;
const earliest = -2;
const ofLatestTime = -3;

/**
 * Finds offsets: −2 the earliest, −1 the latest (with isolation level 1 the last stable one), −3 the record with the
 * latest timestamp, otherwise the first record whose timestamp in milliseconds is not before the one given (offset −1
 * where there is none). Version 0 takes how many offsets it wants, and gives them as a list: one, or none.
 */
export const listOffsets = defineApi({
  key: 2,
  name: 'ListOffsets',
  minVersion: 0,
  maxVersion: 7,
  flexibleSince: 6,
  request: struct({
    replicaId: int32,
    isolationLevel: since(2, int8, 0),
    topics: topicsOf({
      index: int32,
      leaderEpoch: since(4, int32, -1),
      timestamp: int64,
      maxOffsets: versions(0, 0, int32, 1),
    }),
  }),
  response: struct({
    throttleMs: since(2, throttleMs, 0),
    topics: topicsOf({
      index: int32,
      code: int16,
      timestamp: since(1, int64, -1),
      offset: since(1, int64, -1),
      offsets: versions(0, 0, array(int64), []),
      leaderEpoch: since(4, int32, -1),
    }),
  }),
  handle: (broker, request) => ({
    throttleMs: 0,
    topics: perPartition(request.topics, (topic, wanted) => {
      let place: Place = nowhere;
      const code = codeOf(() => {
        place = find(broker, topic, { ...wanted, isCommittedOnly: request.isolationLevel === 1 });
      });
      const offsets = place.offset < 0 ? [] : [place.offset].slice(0, Math.max(wanted.maxOffsets, 0));
      return { index: wanted.index, code, offsets, ...place };
    }),
  }),
  failed: (request, code) => ({
    throttleMs: 0,
    topics: perPartition(request.topics, (_topic, { index }) => ({
      index,
      code,
      offsets: [],
      ...nowhere,
    })),
  }),
});

interface Place {
  timestamp: number;
  offset: number;
  leaderEpoch: number;
}

const nowhere: Place = { timestamp: -1, offset: -1, leaderEpoch: -1 };

interface WantedPlace {
  index: number;
  leaderEpoch: number;
  timestamp: number;
  isCommittedOnly: boolean;
}

const find = (broker: Broker, topic: string, wanted: WantedPlace): Place => {
  const partition = broker.topics.needPartition(topic, wanted.index);
  const refusal = checkLeaderEpoch(wanted.leaderEpoch);
  if (refusal !== ErrorCode.none) throw new ProtocolError(refusal, `the leader epoch is ${leaderEpoch}`);
  const end = wanted.isCommittedOnly ? partition.lastStable : partition.highWatermark;
  if (wanted.timestamp === latest) return { timestamp: -1, offset: end, leaderEpoch };
  if (wanted.timestamp === earliest) return { timestamp: -1, offset: partition.logStart, leaderEpoch };
  const found =
    wanted.timestamp === ofLatestTime
      ? findLatestTime(broker.store, partition, end)
      : findByTime(broker.store, partition, wanted.timestamp, end);
  return found === null ? nowhere : { timestamp: found.timestampMs, offset: found.offset, leaderEpoch };
};
