import { afterMarker, judgeBatch, type ProducerState } from '../machines/producer.js';
import { logKey } from '../storage/log-key.js';
import type { Store, Write } from '../storage/store.js';
import { ErrorCode, ProtocolError } from '../wire/error-code.js';
import { type BatchHeader, placeBatch, transactionMarker } from '../wire/record-batch.js';
import {
  type AbortedTransaction,
  type KnownProducer,
  loadPartition,
  type PartitionPlace,
  type PartitionRow,
  removalBefore,
  stepTowards,
} from './partition-records.js';
import type { RecentTail } from './recent-batches.js';

/** A change that is made in memory, and still has to be committed; `publish` shows it to readers afterwards. */
export interface Staged {
  baseOffset: number;
  writes: Write[];
  publish(): void;
}

/**
 * One partition: its log, its producers and its open transactions. What is appended counts at once for the next
 * append, but readers see it only once it is published, after the commit: nobody reads what a crash could take back.
 */
export class Partition {
  logStart = 0;
  /** End of what readers may see. */
  highWatermark = 0;
  /** End of what `read_committed` readers may see: the first open transaction, or the high watermark. */
  lastStable = 0;
  isDeleted = false;
  /** Everything before this offset went through compaction. */
  cleanedTo = 0;
  private logEnd = 0;
  private maxTimestamp = -1;
  private producers = new Map<number, KnownProducer>();
  /** First offset of each open transaction, by producer. */
  private readonly open = new Map<number, number>();
  private aborted: AbortedTransaction[] = [];
  private readonly corruptions = new Set<number>();
  private readonly listeners = new Set<() => void>();

  constructor(
    readonly place: PartitionPlace,
    store: Store,
    /** The end of its log as readers see it, in memory. */
    readonly recent: RecentTail,
  ) {
    this.reload(store);
  }

  /** Takes everything from the disk, at the start and where what was staged could not be written. */
  reload(store: Store): void {
    const loaded = loadPartition(store, this.place);
    this.logStart = loaded.logStart;
    this.cleanedTo = loaded.cleanedTo;
    this.logEnd = loaded.logEnd;
    this.maxTimestamp = loaded.maxTimestamp;
    this.producers = loaded.producers;
    this.open.clear();
    for (const [id, { openSince }] of this.producers) if (openSince !== null) this.open.set(id, openSince);
    this.aborted = loaded.aborted;
    this.highWatermark = this.logEnd;
    this.lastStable = this.stableEnd();
    this.recent.forget();
    this.wake();
  }

  /** Stages a checked batch. A batch that is stored already gives its old offset and no writes. */
  append(batch: Buffer, header: BatchHeader): Staged {
    const baseOffset = this.logEnd;
    const writes: Write[] = [];
    if (header.producerId >= 0) {
      const verdict = judgeBatch(this.producers.get(header.producerId), {
        epoch: header.producerEpoch,
        baseSequence: header.baseSequence,
        recordCount: header.recordCount,
        isTransactional: header.isTransactional,
        baseOffset,
      });
      if (verdict.kind === 'duplicate')
        return { baseOffset: verdict.baseOffset, writes: [], publish: () => {} };
      if (verdict.kind === 'reject') {
        throw new ProtocolError(
          verdict.code,
          `sequence ${header.baseSequence} of epoch ${header.producerEpoch}`,
        );
      }
      writes.push(this.keepProducer(header.producerId, verdict.state));
    } else if (header.isTransactional) {
      throw new ProtocolError(ErrorCode.invalidRecord, 'a transactional batch needs a producer id');
    }
    placeBatch(batch, baseOffset);
    return this.stage(batch, baseOffset, baseOffset + header.recordCount, [
      ...writes,
      ...this.indexTime(header.maxTimestamp, baseOffset),
    ]);
  }

  /** Stages the end of a producer's transaction. */
  endTransaction(marker: { producerId: number; epoch: number; commit: boolean; nowMs: number }): Staged {
    const { producerId, epoch, commit } = marker;
    const baseOffset = this.logEnd;
    const before = this.producers.get(producerId);
    const writes = [this.keepProducer(producerId, afterMarker(before, epoch))];
    if (!commit && before !== undefined && before.openSince !== null) {
      const entry = { producerId, firstOffset: before.openSince, lastOffset: baseOffset };
      this.aborted.push(entry);
      this.aborted.sort((a, b) => a.firstOffset - b.firstOffset);
      const key = [this.place.topicId, this.place.index, entry.firstOffset, producerId];
      writes.push({ table: 'aborted', key, value: entry });
    }
    const batch = transactionMarker({
      baseOffset,
      producerId,
      producerEpoch: epoch,
      commit,
      timestampMs: marker.nowMs,
    });
    return this.stage(batch, baseOffset, baseOffset + 1, writes);
  }

  /**
   * Stages the removal of everything before `offset`, in whole batches; `-1` stands for the high watermark. With a
   * limit, it stops after so many batches.
   */
  deleteBefore(offset: number, store: Store, maxBatches = Number.POSITIVE_INFINITY): Staged {
    const target = offset === -1 ? this.highWatermark : offset;
    if (target < 0 || target > this.highWatermark) {
      throw new ProtocolError(ErrorCode.offsetOutOfRange, `the high watermark is ${this.highWatermark}`);
    }
    const start = Math.max(stepTowards(store, this.place, target, maxBatches), this.logStart);
    this.logStart = start;
    this.cleanedTo = Math.max(this.cleanedTo, start);
    const ended = this.aborted.filter((it) => it.lastOffset < start);
    for (const entry of ended) this.aborted.splice(this.aborted.indexOf(entry), 1);
    const writes = [
      this.row(),
      ...removalBefore(store, this.place, start),
      ...ended.map((it) => this.removalOf(it)),
    ];
    return { baseOffset: start, writes, publish: () => this.wake() };
  }

  /** Stages what compaction has found out: everything before `cleanedTo` is clean. */
  stageCleaned(cleanedTo: number): Write {
    this.cleanedTo = Math.max(cleanedTo, this.logStart);
    return this.row();
  }

  /** Stages that the aborted transactions of these markers are forgotten, with their records gone. */
  stageForgotten(markers: number[]): { writes: Write[]; publish(): void } {
    const gone = this.aborted.filter((it) => markers.includes(it.lastOffset));
    return {
      writes: gone.map((it) => this.removalOf(it)),
      // Readers need them until the records are really gone.
      publish: () => {
        for (const entry of gone) this.aborted.splice(this.aborted.indexOf(entry), 1);
      },
    };
  }

  /** Whether a record belongs to a transaction that was aborted. */
  isAborted(producerId: number, offset: number): boolean {
    return this.aborted.some(
      (it) => it.producerId === producerId && it.firstOffset <= offset && offset <= it.lastOffset,
    );
  }

  /** Forgets the producers that were silent since `beforeMs` and have no open transaction. */
  stageProducerExpiry(beforeMs: number): Write[] {
    const idle = [...this.producers].filter(([, it]) => it.openSince === null && it.seenAtMs < beforeMs);
    return idle.map(([producerId]) => {
      this.producers.delete(producerId);
      return { table: 'producers', key: [this.place.topicId, this.place.index, producerId] };
    });
  }

  knownProducers(): ReadonlyMap<number, KnownProducer> {
    return this.producers;
  }

  /** True once for each offset, so that what is found broken is reported once. */
  isNewCorruption(offset: number): boolean {
    if (this.corruptions.has(offset)) return false;
    this.corruptions.add(offset);
    return true;
  }

  /** Aborted transactions that touch offsets from `from` to before `to`, by first offset. */
  abortedWithin(from: number, to: number): AbortedTransaction[] {
    return this.aborted.filter((it) => it.lastOffset >= from && it.firstOffset < to);
  }

  /** Calls back at every change that a waiting reader may care for; returns how to stop. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  markDeleted(): void {
    this.isDeleted = true;
    this.recent.forget();
    this.wake();
  }

  private stage(batch: Buffer, baseOffset: number, end: number, writes: Write[]): Staged {
    this.logEnd = end;
    // Taken now: what is staged later must not show before its own commit.
    const stable = this.stableEnd();
    const key = logKey(this.place.topicId, this.place.index, baseOffset);
    return {
      baseOffset,
      writes: [{ table: 'log', key, value: batch }, ...writes],
      publish: () => {
        this.highWatermark = end;
        this.lastStable = stable;
        this.recent.add(baseOffset, batch);
        this.wake();
      },
    };
  }

  private stableEnd(): number {
    let end = this.logEnd;
    for (const openSince of this.open.values()) end = Math.min(end, openSince);
    return end;
  }

  private keepProducer(producerId: number, state: ProducerState): Write {
    const value: KnownProducer = { ...state, seenAtMs: Date.now() };
    this.producers.set(producerId, value);
    if (state.openSince === null) this.open.delete(producerId);
    else this.open.set(producerId, state.openSince);
    return { table: 'producers', key: [this.place.topicId, this.place.index, producerId], value };
  }

  private row(): Write {
    const value: PartitionRow = { logStart: this.logStart, cleanedTo: this.cleanedTo };
    return { table: 'partitions', key: [this.place.topicId, this.place.index], value };
  }

  private removalOf({ firstOffset, producerId }: AbortedTransaction): Write {
    return { table: 'aborted', key: [this.place.topicId, this.place.index, firstOffset, producerId] };
  }

  private indexTime(maxTimestamp: number, baseOffset: number): Write[] {
    if (maxTimestamp <= this.maxTimestamp) return [];
    this.maxTimestamp = maxTimestamp;
    const value = Buffer.allocUnsafe(8);
    value.writeBigUInt64BE(BigInt(baseOffset));
    return [{ table: 'times', key: logKey(this.place.topicId, this.place.index, maxTimestamp), value }];
  }

  private wake(): void {
    for (const listener of [...this.listeners]) listener();
  }
}
