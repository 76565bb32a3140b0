import { expect, test } from '@jest/globals';
import { crc32, tableCrc32 } from './crc32.js';

test('the checksum of the digits 1 to 9 is the one that the standard gives', () => {
  expect(crc32(Buffer.from('123456789'))).toBe(0xcbf43926);
  expect(tableCrc32(Buffer.from('123456789'))).toBe(0xcbf43926);
});

test('a checksum goes on from that of what comes before', () => {
  const bytes = Buffer.from('guest-touchpoint');
  expect(tableCrc32(bytes.subarray(5), tableCrc32(bytes.subarray(0, 5)))).toBe(tableCrc32(bytes));
  expect(crc32(bytes.subarray(5), crc32(bytes.subarray(0, 5)))).toBe(tableCrc32(bytes));
});
