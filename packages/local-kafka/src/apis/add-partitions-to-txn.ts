import { array, int16, int32, int64, string, struct, throttleMs, topicsOf } from '../wire/codec.js';
import { ErrorCode } from '../wire/error-code.js';
import { codeOf, defineApi } from './api.js';

/** Puts partitions into a producer's transaction, all of them or none. */
export const addPartitionsToTxn = defineApi({
  key: 24,
  name: 'AddPartitionsToTxn',
  minVersion: 0,
  maxVersion: 3,
  flexibleSince: 3,
  fencedSince: 2,
  request: struct({
    transactionalId: string,
    producerId: int64,
    epoch: int16,
    topics: array(struct({ name: string, partitions: array(int32) })),
  }),
  response: struct({ throttleMs, topics: topicsOf({ index: int32, code: int16 }) }),
  async handle(broker, { transactionalId, producerId, epoch, topics }) {
    const results = answers(topics, (name, index) => codeOf(() => broker.topics.needPartition(name, index)));
    const isRefused = results.some((it) => it.partitions.some(({ code }) => code !== ErrorCode.none));
    if (isRefused) return { throttleMs: 0, topics: results.map(notAttempted) };
    await broker.transactions.apply(transactionalId, {
      type: 'add-partitions',
      producer: { producerId, epoch },
      partitions: topics.flatMap(({ name, partitions }) =>
        partitions.map((partition) => ({ topic: name, partition })),
      ),
      nowMs: Date.now(),
    });
    return { throttleMs: 0, topics: results };
  },
  failed: ({ topics }, code) => ({ throttleMs: 0, topics: answers(topics, () => code) }),
});

const answers = (
  topics: { name: string; partitions: number[] }[],
  codeFor: (name: string, index: number) => number,
) =>
  topics.map(({ name, partitions }) => ({
    name,
    partitions: partitions.map((index) => ({ index, code: codeFor(name, index) })),
  }));

/** OPERATION_NOT_ATTEMPTED, for what would have been fine beside a partition that is not. */
const notAttempted = (topic: { name: string; partitions: { index: number; code: number }[] }) => ({
  name: topic.name,
  partitions: topic.partitions.map(({ index, code }) => ({
    index,
    code: code === ErrorCode.none ? ErrorCode.operationNotAttempted : code,
  })),
});
