import { describe, expect, test } from '@jest/globals';
import { crc32c } from '@node-rs/crc32';
import { makeBatch } from '../conformance/batch.js';
import { ErrorCode } from './error-code.js';
import { checkBatch, placeBatch, readBatchHeader, transactionMarker } from './record-batch.js';

const changed = (change: (batch: Buffer) => void): Buffer => {
  const batch = makeBatch({ values: ['a', 'b'] });
  change(batch);
  return batch;
};

const resealed = (change: (batch: Buffer) => void): Buffer =>
  changed((batch) => {
    change(batch);
    batch.writeUInt32BE(crc32c(batch.subarray(21)), 17);
  });

describe('a batch that a client sends', () => {
  test('is read', () => {
    expect(
      checkBatch(makeBatch({ values: ['a', 'b'], producerId: 9, epoch: 1, baseSequence: 4 }), 1_000),
    ).toMatchObject({
      recordCount: 2,
      producerId: 9,
      producerEpoch: 1,
      baseSequence: 4,
      isTransactional: false,
    });
  });

  test.each<[string, Buffer | null, number]>([
    ['is missing', null, ErrorCode.corruptMessage],
    ['is cut off', makeBatch({ values: ['abc'] }).subarray(0, 60), ErrorCode.corruptMessage],
    ['has a wrong CRC', changed((it) => it.writeUInt8(9, 65)), ErrorCode.corruptMessage],
    ['has an old format', changed((it) => it.writeInt8(1, 16)), ErrorCode.unsupportedForMessageFormat],
    [
      'comes twice',
      Buffer.concat([makeBatch({ values: ['a'] }), makeBatch({ values: ['a'] })]),
      ErrorCode.invalidRecord,
    ],
    ['is too large', makeBatch({ values: ['x'.repeat(2_000)] }), ErrorCode.messageTooLarge],
    ['miscounts', resealed((it) => it.writeInt32BE(7, 57)), ErrorCode.invalidRecord],
    ['is a control batch', resealed((it) => it.writeInt16BE(0x20, 21)), ErrorCode.invalidRecord],
    [
      'has a producer without a sequence',
      makeBatch({ values: ['a'], producerId: 9 }),
      ErrorCode.invalidRecord,
    ],
  ])('is refused when it %s', (_name, batch, code) => {
    expect(() => checkBatch(batch, 1_000)).toThrow(expect.objectContaining({ code }));
  });
});

test('trap: placing a batch changes its base offset and leader epoch only, and its CRC stays right', () => {
  const batch = makeBatch({ values: ['a', 'b'] });
  const before = Buffer.from(batch);
  placeBatch(batch, 2 ** 33 + 5);
  expect(readBatchHeader(batch)).toMatchObject({ baseOffset: 2 ** 33 + 5, lastOffset: 2 ** 33 + 6 });
  expect(batch.readInt32BE(12)).toBe(0);
  expect(batch.subarray(16)).toEqual(before.subarray(16));
  expect(crc32c(batch.subarray(21))).toBe(batch.readUInt32BE(17));
});

test('a transaction marker is a control batch of one record', () => {
  const marker = transactionMarker({
    baseOffset: 8,
    producerId: 3,
    producerEpoch: 2,
    commit: true,
    timestampMs: 1_000,
  });
  expect(readBatchHeader(marker)).toMatchObject({
    baseOffset: 8,
    lastOffset: 8,
    isControl: true,
    isTransactional: true,
    producerId: 3,
    producerEpoch: 2,
    recordCount: 1,
  });
  expect(marker.readInt32BE(8)).toBe(marker.length - 12);
  expect(crc32c(marker.subarray(21))).toBe(marker.readUInt32BE(17));
});
