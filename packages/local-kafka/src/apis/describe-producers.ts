import type { Partition } from '../log/partition.js';
import { array, int16, int32, int64, nullableString, string, struct, throttleMs } from '../wire/codec.js';
import { ProtocolError } from '../wire/error-code.js';
import { answerOf, defineApi, distinctPartitions, perPartition } from './api.js';

/** Names the producers that a partition remembers, with their open transactions. */
export const describeProducers = defineApi({
  key: 61,
  name: 'DescribeProducers',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  isBulky: true,
  request: struct({ topics: array(struct({ name: string, partitions: array(int32) })) }),
  response: struct({
    throttleMs,
    topics: array(
      struct({
        name: string,
        partitions: array(
          struct({
            index: int32,
            code: int16,
            message: nullableString,
            producers: array(
              struct({
                producerId: int64,
                epoch: int32,
                lastSequence: int32,
                lastTimestampMs: int64,
                coordinatorEpoch: int32,
                openSince: int64,
              }),
            ),
          }),
        ),
      }),
    ),
  }),
  handle: (broker, { topics }) => ({
    throttleMs: 0,
    topics: perPartition(distinctPartitions(topics), (topic, index) => {
      try {
        const producers = producersOf(broker.topics.needPartition(topic, index));
        return { index, code: 0, message: null, producers };
      } catch (error) {
        if (!(error instanceof ProtocolError)) throw error;
        return { index, ...answerOf(error), producers: [] };
      }
    }),
  }),
  failed: ({ topics }, code) => ({
    throttleMs: 0,
    topics: perPartition(topics, (_topic, index) => ({ index, code, message: null, producers: [] })),
  }),
});

/** Without a coordinator that could move, its epoch is what Kafka has for none. */
const producersOf = (partition: Partition) =>
  [...partition.knownProducers()].map(([producerId, it]) => ({
    producerId,
    epoch: it.epoch,
    lastSequence: it.batches.at(-1)?.lastSequence ?? -1,
    lastTimestampMs: it.seenAtMs,
    coordinatorEpoch: -1,
    openSince: it.openSince ?? -1,
  }));
