import { gzipSync } from 'node:zlib';
import { Compression, decompress } from './compression.js';
import { MalformedFrame, Reader } from './reader.js';
import { batchHeaderBytes, readBatchHeader, resealBatch } from './record-batch.js';
import { Writer } from './writer.js';

export interface StoredRecord {
  offset: number;
  /** Milliseconds since 1970. */
  timestampMs: number;
  key: Buffer | null;
  isTombstone: boolean;
  /** Key, value and headers, as they are encoded. */
  content: Buffer;
}

const readRecord = (reader: Reader, base: { offset: number; timestampMs: number }): StoredRecord => {
  const length = reader.varint();
  const end = reader.offset + length;
  reader.int8();
  const timestampMs = base.timestampMs + reader.varint();
  const offset = base.offset + reader.varint();
  const contentAt = reader.offset;
  const keyLength = reader.varint();
  const key = keyLength < 0 ? null : reader.slice(keyLength);
  const isTombstone = reader.varint() < 0;
  if (length < 0 || reader.offset > end) throw new MalformedFrame('a record is longer than its length');
  reader.offset = contentAt;
  const content = reader.slice(end - contentAt);
  return { offset, timestampMs, key, isTombstone, content };
};

/** Takes a batch apart. Throws MalformedFrame where its records are not what its header says. */
export const readRecords = (batch: Buffer): StoredRecord[] => {
  const header = readBatchHeader(batch);
  const reader = new Reader(decompress(header.compression, batch.subarray(batchHeaderBytes)));
  if (header.recordCount > reader.remaining) throw new MalformedFrame('fewer records than announced');
  const base = { offset: header.baseOffset, timestampMs: header.firstTimestamp };
  const records = Array.from({ length: header.recordCount }, () => readRecord(reader, base));
  return header.isLogAppendTime
    ? records.map((it) => ({ ...it, timestampMs: header.maxTimestamp }))
    : records;
};

/**
 * The same batch with only these of its records, in the place of the old one: base and last offset, producer and
 * sequence stay. With a horizon (milliseconds since 1970), tombstones may go after it; it takes the place of the base
 * timestamp (KIP-534). What was gzipped is so again, other compressions are undone.
 */
export const rewriteBatch = (batch: Buffer, records: StoredRecord[], horizonMs: number | null): Buffer => {
  const header = readBatchHeader(batch);
  const baseMs = horizonMs ?? header.firstTimestamp;
  const body = new Writer(0, 1024);
  for (const { offset, timestampMs, content } of records) {
    const record = new Writer(0, content.length + 20);
    record.int8(0);
    record.varint(timestampMs - baseMs);
    record.varint(offset - header.baseOffset);
    record.bytes(content);
    const bytes = record.finish();
    body.varint(bytes.length);
    body.bytes(bytes);
  }
  const isGzipped = header.compression === Compression.gzip;
  const plain = body.finish();
  return resealBatch(batch, isGzipped ? gzipSync(plain) : plain, {
    compression: isGzipped ? Compression.gzip : Compression.none,
    baseTimestampMs: baseMs,
    hasDeleteHorizon: horizonMs !== null,
    maxTimestampMs: Math.max(...records.map((it) => it.timestampMs)),
    recordCount: records.length,
  });
};

/**
 * The first record of a batch whose timestamp is not before `fromMs`, or null where there is none. In a batch that
 * can't be taken apart it is the first record of all.
 */
export const firstRecordSince = (
  batch: Buffer,
  fromMs: number,
): { offset: number; timestampMs: number } | null => {
  const header = readBatchHeader(batch);
  if (header.maxTimestamp < fromMs) return null;
  try {
    const found = readRecords(batch).find((it) => it.timestampMs >= fromMs);
    return found === undefined ? null : { offset: found.offset, timestampMs: found.timestampMs };
  } catch (error) {
    if (!(error instanceof MalformedFrame)) throw error;
    return { offset: header.baseOffset, timestampMs: header.maxTimestamp };
  }
};
