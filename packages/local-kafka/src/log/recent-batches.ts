import { lastOffsetOf } from '../wire/record-batch.js';
import type { ReadRange, ReadResult } from './reading.js';

/** What an entry costs beside the bytes of its batch: many small batches must not cost far more than the limit. */
const entryBytes = 512;

interface Entry {
  batch: Buffer;
  baseOffset: number;
  bytes: number;
  /** The entries of its partition, by base offset. */
  siblings: Map<number, Entry>;
  younger: Entry | null;
}

/**
 * The batches that were appended last, over all partitions, up to so many bytes; the oldest leave first. Most readers
 * follow the end of the log: what they ask for was checked when it came in, is still here, and costs no read.
 */
export class RecentBatches {
  private oldest: Entry | null = null;
  private newest: Entry | null = null;
  private held = 0;

  constructor(private readonly limit: number) {}

  /** Those of a new partition. */
  tail(): RecentTail {
    return new RecentTail((entry) => this.keep(entry));
  }

  private keep(entry: Entry): void {
    this.held += entry.bytes;
    if (this.newest === null) this.oldest = entry;
    else this.newest.younger = entry;
    this.newest = entry;
    while (this.held > this.limit && this.oldest !== null) this.drop(this.oldest);
  }

  private drop(oldest: Entry): void {
    this.held -= oldest.bytes;
    this.oldest = oldest.younger;
    if (this.oldest === null) this.newest = null;
    if (oldest.siblings.get(oldest.baseOffset) === oldest) oldest.siblings.delete(oldest.baseOffset);
  }
}

/** The recent batches of one partition. */
export class RecentTail {
  private readonly entries = new Map<number, Entry>();

  constructor(private readonly keep: (entry: Entry) => void) {}

  /** Takes a batch that readers may see, and that does not change any more. */
  add(baseOffset: number, batch: Buffer): void {
    const own = withoutRest(batch);
    const bytes = own.buffer.byteLength + entryBytes;
    const entry: Entry = { batch: own, baseOffset, bytes, siblings: this.entries, younger: null };
    this.entries.set(baseOffset, entry);
    this.keep(entry);
  }

  /** The batches from the one on that begins at `from`; nothing where that one is not here. */
  read({ from, upTo, maxBytes, atLeastOne }: ReadRange): ReadResult {
    const pieces: Buffer[] = [];
    let bytes = 0;
    let end = from;
    while (end < upTo) {
      const batch = this.entries.get(end)?.batch;
      const isFirst = pieces.length === 0 && atLeastOne;
      if (batch === undefined || (bytes + batch.length > maxBytes && !isFirst)) break;
      pieces.push(batch);
      bytes += batch.length;
      end = lastOffsetOf(batch) + 1;
    }
    return { pieces, bytes, end, corruptAt: null };
  }

  /** For when something else is stored than was appended. */
  forget(): void {
    // The entries wait for their turn to leave, but hold on to nothing.
    for (const entry of this.entries.values()) entry.batch = nothing;
    this.entries.clear();
  }
}

const nothing = Buffer.alloc(0);

/** A batch that is the smaller part of its request is copied: it would hold on to the rest. */
const withoutRest = (batch: Buffer): Buffer => {
  if (batch.length * 2 >= batch.buffer.byteLength) return batch;
  const copy = Buffer.allocUnsafeSlow(batch.length);
  batch.copy(copy);
  return copy;
};
