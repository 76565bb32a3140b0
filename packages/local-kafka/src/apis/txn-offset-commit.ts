import type { PendingOffset } from '../machines/transaction.js';
import { int16, int32, int64, nullableString, string, struct, throttleMs, topicsOf } from '../wire/codec.js';
import { ErrorCode } from '../wire/error-code.js';
import { defineApi, perPartition } from './api.js';
import { checkOffset } from './offset-commit.js';

/** Keeps offsets inside a transaction: the group sees them once it is committed, and never if it is aborted. */
export const txnOffsetCommit = defineApi({
  key: 28,
  name: 'TxnOffsetCommit',
  minVersion: 0,
  maxVersion: 1,
  request: struct({
    transactionalId: string,
    group: string,
    producerId: int64,
    epoch: int16,
    topics: topicsOf({ index: int32, offset: int64, metadata: nullableString }),
  }),
  response: struct({ throttleMs, topics: topicsOf({ index: int32, code: int16 }) }),
  async handle(broker, { transactionalId, group, producerId, epoch, topics }) {
    const offsets: PendingOffset[] = [];
    const results = perPartition(topics, (topic, { index, offset, metadata }) => {
      const code = checkOffset(broker, topic, index, metadata);
      if (code === ErrorCode.none)
        offsets.push({ group, topic, partition: index, offset, metadata: metadata ?? '' });
      return { index, code };
    });
    const producer = { producerId, epoch };
    await broker.transactions.apply(transactionalId, { type: 'add-offsets', producer, offsets });
    return { throttleMs: 0, topics: results };
  },
  failed: ({ topics }, code) => ({
    throttleMs: 0,
    topics: perPartition(topics, (_topic, { index }) => ({ index, code })),
  }),
});
