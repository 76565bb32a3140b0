import { findByTime } from '../log/log-reader.js';
import { int8, int16, int32, int64, since, struct, throttleMs, topicsOf } from '../wire/codec.js';
import { type Broker, codeOf, defineApi, perPartition } from './api.js';

const latest = -1;
const earliest = -2;

/**
 * Finds offsets: −2 the earliest, −1 the latest (with isolation level 1 the last stable one), otherwise the first
 * record whose timestamp in milliseconds is not before the one given (offset −1 where there is none).
 */
export const listOffsets = defineApi({
  key: 2,
  name: 'ListOffsets',
  minVersion: 1,
  maxVersion: 3,
  request: struct({
    replicaId: int32,
    isolationLevel: since(2, int8, 0),
    topics: topicsOf({ index: int32, timestamp: int64 }),
  }),
  response: struct({
    throttleMs: since(2, throttleMs, 0),
    topics: topicsOf({ index: int32, code: int16, timestamp: int64, offset: int64 }),
  }),
  handle: (broker, request) => ({
    throttleMs: 0,
    topics: perPartition(request.topics, (topic, { index, timestamp }) => {
      let place = { timestamp: -1, offset: -1 };
      const code = codeOf(() => {
        place = find(broker, { topic, index, timestamp, isCommittedOnly: request.isolationLevel === 1 });
      });
      return { index, code, ...place };
    }),
  }),
  failed: (request, code) => ({
    throttleMs: 0,
    topics: perPartition(request.topics, (_topic, { index }) => ({ index, code, timestamp: -1, offset: -1 })),
  }),
});

const find = (
  broker: Broker,
  wanted: { topic: string; index: number; timestamp: number; isCommittedOnly: boolean },
): { timestamp: number; offset: number } => {
  const partition = broker.topics.needPartition(wanted.topic, wanted.index);
  const end = wanted.isCommittedOnly ? partition.lastStable : partition.highWatermark;
  if (wanted.timestamp === latest) return { timestamp: -1, offset: end };
  if (wanted.timestamp === earliest) return { timestamp: -1, offset: partition.logStart };
  const found = findByTime(broker.store, partition, wanted.timestamp, end);
  return found === null
    ? { timestamp: -1, offset: -1 }
    : { timestamp: found.timestampMs, offset: found.offset };
};
