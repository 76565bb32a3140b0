import { expect, test } from '@jest/globals';
import { decodeRecord, encodeRecord, withChecksum } from './event-record.js';

const record = {
  position: 77,
  stream: 'gäste-1',
  revision: 4_294_967_296,
  id: '0a1b2c3d-4e5f-4678-9abc-def012345678',
  type: 'stay ended ✓',
  isJson: true,
  isTombstone: false,
  createdMs: 1_790_000_000_123,
  data: Buffer.from('{"a":1}'),
  metadata: Buffer.from([0, 255, 7]),
};

test('a record reads back as it was written, with its position', () => {
  expect(decodeRecord(77, encodeRecord(record))).toEqual(record);
});

test('a tombstone with nothing in it reads back as it was written', () => {
  const tombstone = {
    ...record,
    position: 0,
    isJson: false,
    isTombstone: true,
    data: Buffer.alloc(0),
    metadata: Buffer.alloc(0),
  };
  expect(decodeRecord(0, encodeRecord(tombstone))).toEqual(tombstone);
});

test('a record is refused with any one of its bytes changed, cut off, or at another position', () => {
  const bytes = encodeRecord(record);
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 0x10;
    expect(() => decodeRecord(77, changed)).toThrow('The record at position 77');
    expect(() => decodeRecord(77, bytes.subarray(0, at))).toThrow('The record at position 77');
  }
  expect(() => decodeRecord(78, bytes)).toThrow('The record at position 78');
});

test('a record of the first layout gets the checksum that it would have been written with', () => {
  const bytes = encodeRecord(record);
  const unchecked = Buffer.from(bytes.subarray(0, -4));
  unchecked[0] = 1;
  expect(withChecksum(77, unchecked)).toEqual(bytes);
});
