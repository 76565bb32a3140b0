import { afterMarker, judgeBatch, type ProducerState } from '../machines/producer.js';
import { logKey } from '../storage/log-key.js';
import type { Store, Write } from '../storage/store.js';
import { ErrorCode, ProtocolError } from '../wire/error-code.js';
import { type BatchHeader, placeBatch, readBatchHeader, transactionMarker } from '../wire/record-batch.js';
import { type AbortedTransaction, loadPartition, type PartitionPlace } from './partition-records.js';

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
  logStart: number;
  /** End of what readers may see. */
  highWatermark: number;
  /** End of what `read_committed` readers may see: the first open transaction, or the high watermark. */
  lastStable: number;
  isDeleted = false;
  private logEnd: number;
  private maxTimestamp: number;
  private readonly producers: Map<number, ProducerState>;
  private readonly aborted: AbortedTransaction[];
  private readonly listeners = new Set<() => void>();

  constructor(
    readonly place: PartitionPlace,
    store: Store,
  ) {
    const loaded = loadPartition(store, place);
    this.logStart = loaded.logStart;
    this.logEnd = loaded.logEnd;
    this.maxTimestamp = loaded.maxTimestamp;
    this.producers = loaded.producers;
    this.aborted = loaded.aborted;
    this.highWatermark = this.logEnd;
    this.lastStable = this.stableEnd();
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

  /** Stages the removal of everything before `offset`, in whole batches; `-1` stands for the high watermark. */
  deleteBefore(offset: number, store: Store): Staged {
    const target = offset === -1 ? this.highWatermark : offset;
    if (target < 0 || target > this.highWatermark) {
      throw new ProtocolError(ErrorCode.offsetOutOfRange, `the high watermark is ${this.highWatermark}`);
    }
    const { topicId, index } = this.place;
    const start = Math.max(target, this.logStart);
    const writes: Write[] = [{ table: 'partitions', key: [topicId, index], value: { logStart: start } }];
    const log = store.table<Buffer>('log');
    const range = { start: logKey(topicId, index, 0), end: logKey(topicId, index, start) };
    for (const { key, value } of log.getRange(range)) {
      if (readBatchHeader(value).lastOffset < start) writes.push({ table: 'log', key });
    }
    for (const entry of this.aborted.filter((it) => it.lastOffset < start)) {
      writes.push({ table: 'aborted', key: [topicId, index, entry.firstOffset, entry.producerId] });
      this.aborted.splice(this.aborted.indexOf(entry), 1);
    }
    this.logStart = start;
    return { baseOffset: start, writes, publish: () => this.wake() };
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
        this.wake();
      },
    };
  }

  private stableEnd(): number {
    let end = this.logEnd;
    for (const { openSince } of this.producers.values()) {
      if (openSince !== null && openSince < end) end = openSince;
    }
    return end;
  }

  private keepProducer(producerId: number, state: ProducerState): Write {
    this.producers.set(producerId, state);
    return { table: 'producers', key: [this.place.topicId, this.place.index, producerId], value: state };
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
