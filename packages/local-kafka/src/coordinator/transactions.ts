import type { Staged } from '../log/partition.js';
import type { Topics } from '../log/topics.js';
import {
  type Ending,
  expire,
  initialise,
  type ProducerIdentity,
  type TransactionEvent,
  type TransactionState,
  transact,
} from '../machines/transaction.js';
import type { Settings } from '../settings.js';
import type { Store, Write } from '../storage/store.js';
import { ErrorCode, ProtocolError } from '../wire/error-code.js';
import { createDeadlines } from './deadlines.js';
import type { Offsets } from './offsets.js';

export type Transactions = ReturnType<typeof loadTransactions>;

interface Parts {
  store: Store;
  settings: Settings;
  topics: Topics;
  offsets: Offsets;
}

/**
 * Runs the transactions. An end is one commit: the new state, the marker on every partition, and the offsets; a crash
 * leaves all of it or nothing, so there is no state in between to recover.
 */
export const loadTransactions = ({ store, settings, topics, offsets }: Parts) => {
  const byId = new Map<string, TransactionState>();
  const idOfProducer = new Map<number, string>();
  const deadlines = createDeadlines();
  let nextProducerId = store.table<number>('meta').get('nextProducerId') ?? 1;

  const keep = (id: string, state: TransactionState): void => {
    const before = byId.get(id);
    if (before !== undefined) idOfProducer.delete(before.producerId);
    byId.set(id, state);
    idOfProducer.set(state.producerId, id);
    if (state.status !== 'ongoing') {
      deadlines.stop(id);
      return;
    }
    if (before?.status === 'ongoing') return;
    const leftMs = Math.max(state.startedAtMs + state.timeoutMs - Date.now(), 0);
    deadlines.start(id, Math.min(leftMs, state.timeoutMs), () => {
      const expired = expire(byId.get(id)!);
      // A failed write is reported by the store itself, and ends the broker.
      save(id, expired.state, expired.ending).catch(() => {});
    });
  };

  const stageEnding = (ending: Ending): { staged: Staged[]; writes: Write[] } => {
    const { producerId, epoch, commit } = ending;
    const staged = ending.partitions.flatMap(({ topic, partition }) => {
      const log = topics.find(topic)?.partitions[partition];
      return log === undefined ? [] : [log.endTransaction({ producerId, epoch, commit, nowMs: Date.now() })];
    });
    const groups = new Set(ending.offsets.map((it) => it.group));
    const alive = ending.offsets.filter(
      (it) => topics.find(it.topic)?.partitions[it.partition] !== undefined,
    );
    const writes = [...groups].flatMap((group) =>
      offsets.stage(
        group,
        alive.filter((it) => it.group === group).map(({ group: _, ...entry }) => entry),
      ),
    );
    return { staged, writes };
  };

  const save = async (
    id: string,
    state: TransactionState,
    ending: Ending | null,
    more: Write[] = [],
  ): Promise<void> => {
    keep(id, state);
    const { staged, writes } = ending === null ? { staged: [], writes: [] } : stageEnding(ending);
    await store.commit([
      { table: 'transactions', key: id, value: state },
      ...staged.flatMap((it) => it.writes),
      ...writes,
      ...more,
    ]);
    for (const it of staged) it.publish();
  };

  for (const { key, value } of store.table<TransactionState>('transactions').getRange({}))
    keep(key as string, value);

  const takeProducerId = (): { producerId: number; write: Write } => {
    const producerId = nextProducerId;
    nextProducerId += 1;
    return { producerId, write: { table: 'meta', key: 'nextProducerId', value: nextProducerId } };
  };

  return {
    async initProducer(id: string | null, timeoutMs: number): Promise<ProducerIdentity> {
      const fresh = takeProducerId();
      if (id === null) {
        await store.commit([fresh.write]);
        return { producerId: fresh.producerId, epoch: 0 };
      }
      if (timeoutMs < 1 || timeoutMs > settings.maxTransactionTimeoutMs) {
        const limit = settings.maxTransactionTimeoutMs;
        throw new ProtocolError(ErrorCode.invalidTransactionTimeout, `a transaction may take ${limit} ms`);
      }
      const { state, ending } = initialise(byId.get(id), { producerId: fresh.producerId, timeoutMs });
      await save(id, state, ending, [fresh.write]);
      return { producerId: state.producerId, epoch: state.epoch };
    },

    /** Applies a producer's request, and resolves once it is synced. Throws what the protocol answers. */
    async apply(id: string, event: TransactionEvent): Promise<void> {
      const outcome = transact(byId.get(id), event);
      if (outcome.kind === 'error') throw new ProtocolError(outcome.code, `transaction '${id}'`);
      await save(id, outcome.state, outcome.ending);
    },

    /** Throws unless a transactional batch belongs to the ongoing transaction of a producer that is not fenced. */
    checkBatch(producer: ProducerIdentity, topic: string, partition: number): void {
      const id = idOfProducer.get(producer.producerId);
      const state = id === undefined ? undefined : byId.get(id);
      if (state === undefined)
        throw new ProtocolError(ErrorCode.invalidProducerIdMapping, 'no such transactional producer');
      if (state.epoch !== producer.epoch)
        throw new ProtocolError(ErrorCode.invalidProducerEpoch, 'the producer is fenced');
      const isIn = state.partitions.some((it) => it.topic === topic && it.partition === partition);
      if (state.status !== 'ongoing' || !isIn) {
        throw new ProtocolError(ErrorCode.invalidTxnState, `${topic}-${partition} is not in the transaction`);
      }
    },

    close: deadlines.stopAll,
  };
};
