import { expect, test } from '@jest/globals';
import { appendBytesOf, defaultMaxAppendBytes } from './append-size.js';

test('the size of an append counts data, metadata and twice the length of the type', () => {
  const event = { data: new Uint8Array(10), metadata: new Uint8Array(5), type: 'stay' };
  expect(appendBytesOf(event)).toBe(23);
});

test('the limit is 1 MiB where nothing else is set', () => {
  expect(defaultMaxAppendBytes).toBe(1_048_576);
});
