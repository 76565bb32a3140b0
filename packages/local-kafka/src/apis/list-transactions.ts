import type { TransactionState } from '../machines/transaction.js';
import { array, int16, int64, since, string, struct, throttleMs } from '../wire/codec.js';
import { defineApi } from './api.js';
import { isTransactionStateName, transactionStateName } from './transaction-state-name.js';

/** Lists the transactional ids, or those in wanted states, of wanted producers, or from version 1 of a least age. */
export const listTransactions = defineApi({
  key: 66,
  name: 'ListTransactions',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: 0,
  isBulky: true,
  request: struct({
    states: array(string),
    producerIds: array(int64),
    durationMs: since(1, int64, -1),
  }),
  response: struct({
    throttleMs,
    code: int16,
    unknownStates: array(string),
    transactions: array(struct({ transactionalId: string, producerId: int64, state: string })),
  }),
  handle: (broker, { states, producerIds, durationMs }) => {
    const nowMs = Date.now();
    const [wantedStates, wantedIds] = [new Set(states), new Set(producerIds)];
    const isWanted = (it: TransactionState) =>
      (wantedStates.size === 0 || wantedStates.has(transactionStateName(it))) &&
      (wantedIds.size === 0 || wantedIds.has(it.producerId)) &&
      (durationMs < 0 || nowMs - it.startedAtMs > durationMs);
    return {
      throttleMs: 0,
      code: 0,
      unknownStates: [...wantedStates].filter((it) => !isTransactionStateName(it)),
      transactions: [...broker.transactions.all()]
        .filter(([, state]) => isWanted(state))
        .map(([transactionalId, state]) => ({
          transactionalId,
          producerId: state.producerId,
          state: transactionStateName(state),
        })),
    };
  },
  failed: (_request, code) => ({ throttleMs: 0, code, unknownStates: [], transactions: [] }),
});
