import { expect, test } from '@jest/globals';
import { decodeRecord, encodeRecord } from './event-record.js';

const record = {
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
  expect(decodeRecord(77, encodeRecord(record))).toEqual({ ...record, position: 77 });
});

test('a tombstone with nothing in it reads back as it was written', () => {
  const tombstone = {
    ...record,
    isJson: false,
    isTombstone: true,
    data: Buffer.alloc(0),
    metadata: Buffer.alloc(0),
  };
  expect(decodeRecord(0, encodeRecord(tombstone))).toEqual({ ...tombstone, position: 0 });
});

test('a record of another format is refused', () => {
  const bytes = encodeRecord(record);
  bytes[0] = 9;
  expect(() => decodeRecord(5, bytes)).toThrow('position 5 has format 9');
});
