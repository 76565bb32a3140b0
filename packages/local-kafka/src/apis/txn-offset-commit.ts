import type { PendingOffset } from '../machines/transaction.js';
import {
  int16,
  int32,
  int64,
  nullableString,
  since,
  string,
  struct,
  throttleMs,
  topicsOf,
} from '../wire/codec.js';
import { ErrorCode, ProtocolError } from '../wire/error-code.js';
import { defineApi, perPartition } from './api.js';
import { checkOffset } from './offset-commit.js';

/**
 * Keeps offsets inside a transaction: the group sees them once it is committed, and never if it is aborted. From
 * version 3 the member's generation is checked, so that one that lost its partitions can't commit for them (KIP-447).
 */
export const txnOffsetCommit = defineApi({
  key: 28,
  name: 'TxnOffsetCommit',
  minVersion: 0,
  maxVersion: 3,
  flexibleSince: 3,
  request: struct({
    transactionalId: string,
    group: string,
    producerId: int64,
    epoch: int16,
    generation: since(3, int32, -1),
    memberId: since(3, string, ''),
    instanceId: since(3, nullableString, null),
    topics: topicsOf({
      index: int32,
      offset: int64,
      leaderEpoch: since(2, int32, -1),
      metadata: nullableString,
    }),
  }),
  response: struct({ throttleMs, topics: topicsOf({ index: int32, code: int16 }) }),
  async handle(broker, request) {
    const { transactionalId, group, producerId, epoch, generation } = request;
    const refusal = broker.groups.checkTransactionalCommit(group, request, generation);
    if (refusal !== ErrorCode.none) throw new ProtocolError(refusal, `not a current member of '${group}'`);
    const offsets: PendingOffset[] = [];
    const topics = perPartition(request.topics, (topic, { index, offset, leaderEpoch, metadata }) => {
      const code = checkOffset(broker, topic, index, metadata);
      if (code === ErrorCode.none) {
        offsets.push({ group, topic, partition: index, offset, leaderEpoch, metadata: metadata ?? '' });
      }
      return { index, code };
    });
    const producer = { producerId, epoch };
    await broker.transactions.apply(transactionalId, { type: 'add-offsets', producer, offsets });
    return { throttleMs: 0, topics };
  },
  failed: ({ topics }, code) => ({
    throttleMs: 0,
    topics: perPartition(topics, (_topic, { index }) => ({ index, code })),
  }),
});
