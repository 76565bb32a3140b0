import { array, int16, int32, int64, string, struct, throttleMs } from '../wire/codec.js';
import { ErrorCode } from '../wire/error-code.js';
import { type Broker, defineApi, distinctPartitions } from './api.js';
import { transactionStateName } from './transaction-state-name.js';

/** Tells the state of transactional ids, and the partitions that an ongoing transaction has. */
export const describeTransactions = defineApi({
  key: 65,
  name: 'DescribeTransactions',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  isBulky: true,
  request: struct({ transactionalIds: array(string) }),
  response: struct({
    throttleMs,
    transactions: array(
      struct({
        code: int16,
        transactionalId: string,
        state: string,
        timeoutMs: int32,
        startedAtMs: int64,
        producerId: int64,
        epoch: int16,
        topics: array(struct({ name: string, partitions: array(int32) })),
      }),
    ),
  }),
  handle: (broker, { transactionalIds }) => ({
    throttleMs: 0,
    transactions: [...new Set(transactionalIds)].map((it) => describe(broker, it)),
  }),
  failed: ({ transactionalIds }, code) => ({
    throttleMs: 0,
    transactions: transactionalIds.map((it) => absent(it, code)),
  }),
});

const absent = (transactionalId: string, code: number) => ({
  code,
  transactionalId,
  state: '',
  timeoutMs: 0,
  startedAtMs: -1,
  producerId: -1,
  epoch: -1,
  topics: [] as { name: string; partitions: number[] }[],
});

const describe = (broker: Broker, transactionalId: string) => {
  const state = broker.transactions.all().get(transactionalId);
  if (state === undefined) return absent(transactionalId, ErrorCode.transactionalIdNotFound);
  const isOngoing = state.status === 'ongoing';
  const partitions = isOngoing ? state.partitions : [];
  return {
    code: 0,
    transactionalId,
    state: transactionStateName(state),
    timeoutMs: state.timeoutMs,
    startedAtMs: isOngoing ? state.startedAtMs : -1,
    producerId: state.producerId,
    epoch: state.epoch,
    topics: distinctPartitions(partitions.map((it) => ({ name: it.topic, partitions: [it.partition] }))),
  };
};
