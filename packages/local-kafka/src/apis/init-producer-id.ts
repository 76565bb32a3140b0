import { int16, int32, int64, nullableString, since, struct, throttleMs } from '../wire/codec.js';
import { defineApi } from './api.js';
import { checkTransactionalId } from './group-id.js';

/**
 * Gives a producer its id. Under a transactional id the epoch rises: an older producer is fenced, and what it left
 * open is aborted before the answer. From version 3 a producer that names its id and epoch only gets a higher epoch if
 * it is still the current one (KIP-360).
 */
export const initProducerId = defineApi({
  key: 22,
  name: 'InitProducerId',
  minVersion: 0,
  maxVersion: 5,
  flexibleSince: 2,
  fencedSince: 4,
  request: struct({
    transactionalId: nullableString,
    transactionTimeoutMs: int32,
    producerId: since(3, int64, -1),
    epoch: since(3, int16, -1),
  }),
  response: struct({ throttleMs, code: int16, producerId: int64, epoch: int16 }),
  async handle(broker, { transactionalId, transactionTimeoutMs, producerId, epoch }) {
    if (transactionalId !== null) checkTransactionalId(transactionalId);
    const current = producerId < 0 ? null : { producerId, epoch };
    const producer = await broker.transactions.initProducer(transactionalId, transactionTimeoutMs, current);
    return { throttleMs: 0, code: 0, ...producer };
  },
  failed: (_request, code) => ({ throttleMs: 0, code, producerId: -1, epoch: -1 }),
});
