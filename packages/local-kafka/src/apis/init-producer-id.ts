import { int16, int32, int64, nullableString, struct, throttleMs } from '../wire/codec.js';
import { defineApi } from './api.js';
import { checkTransactionalId } from './group-id.js';

/**
 * Gives a producer its id. Under a transactional id the epoch rises: an older producer is fenced, and what it left
 * open is aborted before the answer.
 */
export const initProducerId = defineApi({
  key: 22,
  name: 'InitProducerId',
  minVersion: 0,
  maxVersion: 1,
  request: struct({ transactionalId: nullableString, transactionTimeoutMs: int32 }),
  response: struct({ throttleMs, code: int16, producerId: int64, epoch: int16 }),
  async handle(broker, { transactionalId, transactionTimeoutMs }) {
    if (transactionalId !== null) checkTransactionalId(transactionalId);
    const producer = await broker.transactions.initProducer(transactionalId, transactionTimeoutMs);
    return { throttleMs: 0, code: 0, ...producer };
  },
  failed: (_request, code) => ({ throttleMs: 0, code, producerId: -1, epoch: -1 }),
});
