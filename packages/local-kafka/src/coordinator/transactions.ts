import type { Staged } from '../log/partition.js';
import type { Topics } from '../log/topics.js';
import {
  type Ending,
  expire,
  initialise,
  judgeRaise,
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

export interface TransactionParts {
  store: Store;
  settings: Settings;
  topics: Topics;
  offsets: Offsets;
}

/** How long a transaction goes on whose time is over when it is taken from the disk. */
const overdueMs = 500;

type TransactionRow = TransactionState & { usedAtMs?: number };

/**
 * Runs the transactions. An end is one commit: the new state, the marker on every partition, and the offsets; a crash
 * leaves all of it or nothing, so there is no state in between to recover.
 */
export class Transactions {
  private readonly byId = new Map<string, TransactionState>();
  /** When each id was last used, in milliseconds since 1970. */
  private readonly usedAtMs = new Map<string, number>();
  private readonly idOfProducer = new Map<number, string>();
  private readonly deadlines = createDeadlines();
  private nextProducerId = 1;

  constructor(private readonly parts: TransactionParts) {
    this.reload();
  }

  /** Takes everything from the disk, at the start and where what was staged could not be written. */
  reload(): void {
    const { store } = this.parts;
    this.deadlines.stopAll();
    this.byId.clear();
    this.usedAtMs.clear();
    this.idOfProducer.clear();
    this.nextProducerId = store.row<number>('meta', 'nextProducerId') ?? 1;
    for (const { key, value } of store.rows<TransactionRow>('transactions')) {
      const { usedAtMs = Date.now(), ...state } = value;
      this.usedAtMs.set(key as string, usedAtMs);
      this.keep(key as string, state);
    }
  }

  all(): ReadonlyMap<string, TransactionState> {
    return this.byId;
  }

  /** Gives a producer its identity; with an id, fences the one before and aborts what it left open. */
  async initProducer(
    id: string | null,
    timeoutMs: number,
    current: ProducerIdentity | null,
  ): Promise<ProducerIdentity> {
    const { store, settings } = this.parts;
    const limitMs = settings['transaction.max.timeout.ms'];
    if (id !== null && (timeoutMs < 1 || timeoutMs > limitMs)) {
      throw new ProtocolError(ErrorCode.invalidTransactionTimeout, `a transaction may take ${limitMs} ms`);
    }
    if (id !== null && current !== null) {
      const verdict = judgeRaise(this.byId.get(id), current);
      if (verdict === 'refuse')
        throw new ProtocolError(ErrorCode.invalidProducerEpoch, 'the producer is fenced');
      if (verdict === 'repeat') {
        await store.settled();
        return { producerId: current.producerId, epoch: this.byId.get(id)!.epoch };
      }
    }
    const producerId = this.nextProducerId;
    this.nextProducerId += 1;
    const next: Write = { table: 'meta', key: 'nextProducerId', value: this.nextProducerId };
    if (id === null) {
      await store.commit([next]);
      return { producerId, epoch: 0 };
    }
    const { state, ending } = initialise(this.byId.get(id), {
      producerId,
      timeoutMs,
      isRaise: current !== null,
    });
    await this.save(id, state, ending, [next]);
    return { producerId: state.producerId, epoch: state.epoch };
  }

  /** Applies a producer's request, and resolves once it is synced. Throws what the protocol answers. */
  async apply(id: string, event: TransactionEvent): Promise<void> {
    const outcome = transact(this.byId.get(id), event);
    if (outcome.kind === 'error') throw new ProtocolError(outcome.code, `transaction '${id}'`);
    await this.save(id, outcome.state, outcome.ending);
  }

  /** Throws unless a transactional batch belongs to the ongoing transaction of a producer that is not fenced. */
  checkBatch(producer: ProducerIdentity, topic: string, partition: number): void {
    const id = this.idOfProducer.get(producer.producerId);
    const state = id === undefined ? undefined : this.byId.get(id);
    if (state === undefined) {
      throw new ProtocolError(ErrorCode.invalidProducerIdMapping, 'no such transactional producer');
    }
    if (state.epoch !== producer.epoch) {
      throw new ProtocolError(ErrorCode.invalidProducerEpoch, 'the producer is fenced');
    }
    const isIn = state.partitions.some((it) => it.topic === topic && it.partition === partition);
    if (state.status !== 'ongoing' || !isIn) {
      throw new ProtocolError(ErrorCode.invalidTxnState, `${topic}-${partition} is not in the transaction`);
    }
  }

  /** Whether an open transaction has an offset for this place. */
  isPending(group: string, topic: string, partition: number): boolean {
    for (const { status, offsets } of this.byId.values()) {
      if (status !== 'ongoing') continue;
      if (offsets.some((it) => it.group === group && it.topic === topic && it.partition === partition))
        return true;
    }
    return false;
  }

  /** Forgets the ids without a transaction that were not used since `beforeMs`; returns what has to be committed. */
  stageExpiry(beforeMs: number): Write[] {
    const idle = [...this.byId].filter(
      ([id, it]) => it.status !== 'ongoing' && (this.usedAtMs.get(id) ?? 0) < beforeMs,
    );
    return idle.map(([id, { producerId }]) => {
      this.byId.delete(id);
      this.usedAtMs.delete(id);
      this.idOfProducer.delete(producerId);
      return { table: 'transactions', key: id };
    });
  }

  close(): void {
    this.deadlines.stopAll();
  }

  private keep(id: string, state: TransactionState): void {
    const before = this.byId.get(id);
    if (before !== undefined) this.idOfProducer.delete(before.producerId);
    this.byId.set(id, state);
    this.idOfProducer.set(state.producerId, id);
    if (state.status !== 'ongoing') this.deadlines.stop(id);
    else if (before?.status !== 'ongoing') this.startDeadline(id, state);
  }

  private startDeadline(id: string, state: TransactionState): void {
    const leftMs = Math.max(state.startedAtMs + state.timeoutMs - Date.now(), overdueMs);
    this.deadlines.start(id, Math.min(leftMs, state.timeoutMs), () => {
      const expired = expire(this.byId.get(id)!);
      // A write that fails for want of room brings the deadline back, with the rest of what is on disk.
      this.save(id, expired.state, expired.ending).catch(() => {});
    });
  }

  /** Changes memory at once, and shows the end of a transaction to readers once it is synced. */
  private async save(
    id: string,
    state: TransactionState,
    ending: Ending | null,
    more: Write[] = [],
  ): Promise<void> {
    const usedAtMs = Date.now();
    this.keep(id, state);
    this.usedAtMs.set(id, usedAtMs);
    const markers = ending === null ? [] : this.stageMarkers(ending);
    const offsets = ending === null ? [] : this.stageOffsets(ending);
    await this.parts.store.commit([
      { table: 'transactions', key: id, value: { ...state, usedAtMs } satisfies TransactionRow },
      ...markers.flatMap((it) => it.writes),
      ...offsets,
      ...more,
    ]);
    for (const it of markers) it.publish();
  }

  private stageMarkers({ producerId, epoch, commit, partitions }: Ending): Staged[] {
    return partitions.flatMap(({ topic, partition }) => {
      // A topic may have been deleted during the transaction.
      const log = this.parts.topics.find(topic)?.partitions[partition];
      return log === undefined ? [] : [log.endTransaction({ producerId, epoch, commit, nowMs: Date.now() })];
    });
  }

  private stageOffsets(ending: Ending): Write[] {
    const { topics, offsets } = this.parts;
    return ending.offsets
      .filter((it) => topics.find(it.topic)?.partitions[it.partition] !== undefined)
      .flatMap(({ group, ...entry }) => offsets.stage(group, [entry]));
  }
}
