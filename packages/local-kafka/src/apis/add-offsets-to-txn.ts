import { int16, int64, string, struct, throttleMs } from '../wire/codec.js';
import { defineApi } from './api.js';
import { checkGroupId } from './group-id.js';

/** Lets a transaction commit offsets of a group. */
export const addOffsetsToTxn = defineApi({
  key: 25,
  name: 'AddOffsetsToTxn',
  minVersion: 0,
  maxVersion: 3,
  flexibleSince: 3,
  fencedSince: 2,
  request: struct({ transactionalId: string, producerId: int64, epoch: int16, group: string }),
  response: struct({ throttleMs, code: int16 }),
  async handle(broker, { transactionalId, producerId, epoch, group }) {
    checkGroupId(group);
    const producer = { producerId, epoch };
    await broker.transactions.apply(transactionalId, {
      type: 'add-group',
      producer,
      group,
      nowMs: Date.now(),
    });
    return { throttleMs: 0, code: 0 };
  },
  failed: (_request, code) => ({ throttleMs: 0, code }),
});
