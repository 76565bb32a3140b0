import { gunzipSync } from 'node:zlib';
import { Reader } from './reader.js';
import { batchHeaderBytes, readBatchHeader } from './record-batch.js';

const gzip = 1;

/**
 * The first record of a batch whose timestamp is not before `fromMs`, or null where there is none. Snappy, LZ4 and
 * zstd batches are not opened here: for them the answer is the first record of the batch, at worst a batch too early.
 */
export const firstRecordSince = (
  batch: Buffer,
  fromMs: number,
): { offset: number; timestampMs: number } | null => {
  const header = readBatchHeader(batch);
  if (header.maxTimestamp < fromMs) return null;
  if (header.compression > gzip) return { offset: header.baseOffset, timestampMs: header.firstTimestamp };
  const body = batch.subarray(batchHeaderBytes);
  const reader = new Reader(header.compression === gzip ? gunzipSync(body) : body);
  for (let count = 0; count < header.recordCount; count += 1) {
    const length = reader.varint();
    const next = reader.offset + length;
    reader.int8();
    const timestampMs = header.firstTimestamp + reader.varint();
    const offset = header.baseOffset + reader.varint();
    if (timestampMs >= fromMs) return { offset, timestampMs };
    reader.offset = next;
  }
  return null;
};
