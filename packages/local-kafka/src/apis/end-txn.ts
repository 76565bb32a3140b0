import { boolean, int16, int64, string, struct, throttleMs } from '../wire/codec.js';
import { defineApi } from './api.js';

/** Commits or aborts a transaction. When it answers, all markers and offsets are written: there is no time between. */
export const endTxn = defineApi({
  key: 26,
  name: 'EndTxn',
  minVersion: 0,
  maxVersion: 3,
  flexibleSince: 3,
  fencedSince: 2,
  request: struct({ transactionalId: string, producerId: int64, epoch: int16, commit: boolean }),
  response: struct({ throttleMs, code: int16 }),
  async handle(broker, { transactionalId, producerId, epoch, commit }) {
    await broker.transactions.apply(transactionalId, {
      type: 'end',
      producer: { producerId, epoch },
      commit,
    });
    return { throttleMs: 0, code: 0 };
  },
  failed: (_request, code) => ({ throttleMs: 0, code }),
});
