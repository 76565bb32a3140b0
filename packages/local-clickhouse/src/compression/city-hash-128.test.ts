import { expect, test } from '@jest/globals';
import { cityHash128 } from './city-hash-128.js';

/** From ClickHouse's own version of CityHash, by the Python package clickhouse-cityhash 1.0.2. */
const known: ReadonlyArray<readonly [number, string]> = [
  [0, '3df09dfc64c09a2b3cb540c392e51e29'],
  [3, '3108fa6b1da1698632301bf0c250612d'],
  [5, '769b42b3bb8e4249cd00ae16776dd6f3'],
  [12, '3924a15134c4740ef1894ae12eacd212'],
  [17, '0cd5bb13faea6e4c32bf719178f6bbfe'],
  [33, '094bbf1d5b6ddb6110572bd58efa7aaf'],
  [127, '1f1c2a3c628299425d5820604b01deea'],
  [128, '11d00b10d6694d31108fb9e5b83fdff4'],
  [200, '6bfc6588f8397554e3706db480814454'],
  [1000, '984b538c7b372373f6e6cbc56b688720'],
];

test.each(known)('hashes %d bytes as ClickHouse does', (length, hex) => {
  const { low, high } = cityHash128(Buffer.from(Array.from({ length }, (_, index) => index * 7 + 3)));
  expect(((low << 64n) | high).toString(16).padStart(32, '0')).toBe(hex);
});
