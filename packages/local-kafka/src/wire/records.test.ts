import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import lz4 from 'lz4js';
import snappy from 'snappyjs';
import { type BatchOptions, makeBatch } from '../conformance/batch.js';
import { Compression, decompress } from './compression.js';
import { MalformedFrame } from './reader.js';
import { isIntact, readBatchHeader } from './record-batch.js';
import { firstRecordSince, readRecords, rewriteBatch } from './records.js';

/** What the Java client makes: its header, then one block with its length. */
const snappyStream = (plain: Buffer): Buffer => {
  const block = snappy.compress(plain);
  const length = Buffer.alloc(4);
  length.writeInt32BE(block.length);
  const head = Buffer.from([0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0, 0, 0, 0, 1, 0, 0, 0, 1]);
  return Buffer.concat([head, length, block]);
};

/** A Zstandard frame of one raw block (RFC 8878); short enough for a size of one byte. */
const zstdFrame = (plain: Buffer): Buffer => {
  const blockHead = (plain.length << 3) | 1;
  const head = [0x28, 0xb5, 0x2f, 0xfd, 0x20, plain.length, blockHead & 0xff, blockHead >> 8, 0];
  return Buffer.concat([Buffer.from(head), plain]);
};

const foldings: [string, BatchOptions['compression']][] = [
  ['no compression', undefined],
  ['gzip', { codec: Compression.gzip, compress: (it) => gzipSync(it) }],
  ['snappy', { codec: Compression.snappy, compress: (it) => snappy.compress(it) }],
  ['snappy as the Java client frames it', { codec: Compression.snappy, compress: snappyStream }],
  ['lz4', { codec: Compression.lz4, compress: (it) => lz4.compress(it) }],
  ['zstd', { codec: Compression.zstd, compress: zstdFrame }],
];

const options: BatchOptions = {
  values: ['a', null, 'c'],
  keys: ['k1', 'k2', 'k3'],
  timestamps: [1_000, 3_000, 2_000],
};

describe.each(foldings)('a batch with %s', (_name, compression) => {
  const batch = makeBatch({ ...options, compression });

  test('is taken apart into its records', () => {
    expect(readRecords(batch)).toMatchObject([
      { offset: 0, timestampMs: 1_000, key: Buffer.from('k1'), isTombstone: false },
      { offset: 1, timestampMs: 3_000, key: Buffer.from('k2'), isTombstone: true },
      { offset: 2, timestampMs: 2_000, key: Buffer.from('k3'), isTombstone: false },
    ]);
  });

  test.each<[number, object | null]>([
    [500, { offset: 0, timestampMs: 1_000 }],
    [1_500, { offset: 1, timestampMs: 3_000 }],
    [3_001, null],
  ])('trap: a look-up by time decodes inside the batch (from %i)', (fromMs, found) => {
    expect(firstRecordSince(batch, fromMs)).toEqual(found);
  });

  test('that is rewritten keeps offsets, times and contents of what is left', () => {
    const kept = readRecords(batch).slice(1);
    const rewritten = rewriteBatch(batch, kept, null);
    expect(isIntact(rewritten)).toBe(true);
    expect(readRecords(rewritten)).toEqual(kept);
    expect(readBatchHeader(rewritten)).toMatchObject({ baseOffset: 0, lastOffset: 2, recordCount: 2 });
  });

  test('that gets a delete horizon keeps the times of its records', () => {
    const rewritten = rewriteBatch(batch, readRecords(batch), 9_000);
    expect(readBatchHeader(rewritten)).toMatchObject({ hasDeleteHorizon: true, firstTimestamp: 9_000 });
    expect(readRecords(rewritten)).toEqual(readRecords(batch));
  });
});

describe('a broken batch', () => {
  test.each([1, 2, 3, 4, 5])('of compression %i is malformed, and nothing worse', (codec) => {
    expect(() => decompress(codec, Buffer.alloc(30, 0xff))).toThrow(MalformedFrame);
  });

  test('that unfolds to more than the limit is malformed', () => {
    const bomb = gzipSync(Buffer.alloc(65 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(100_000);
    expect(() => decompress(Compression.gzip, bomb)).toThrow(MalformedFrame);
  });

  test('is found as a whole by a look-up by time', () => {
    const batch = makeBatch(options);
    batch.writeInt16BE(Compression.snappy, 21);
    expect(firstRecordSince(batch, 1_500)).toEqual({ offset: 0, timestampMs: 3_000 });
  });
});
