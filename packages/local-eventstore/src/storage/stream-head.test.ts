import { expect, test } from '@jest/globals';
import { decodeHead, encodeHead } from './stream-head.js';

test.each([
  { id: 1, lastRevision: -1, tombstoned: false, limits: {} },
  {
    id: 2 ** 40,
    lastRevision: 7,
    tombstoned: true,
    limits: { maxCount: 3, maxAgeSeconds: 0.5, truncateBefore: 2 ** 63 },
  },
])('a head reads back as it was written: %j', (head) => {
  expect(decodeHead('s', encodeHead('s', head))).toEqual(head);
});

test('a head is refused with any one of its bytes changed or under another name, by the name of its stream', () => {
  const bytes = encodeHead('guest-1', { id: 1, lastRevision: 4, tombstoned: false, limits: {} });
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => decodeHead('guest-1', changed)).toThrow("'guest-1'");
  }
  expect(() => decodeHead('guest-2', bytes)).toThrow("'guest-2'");
});
