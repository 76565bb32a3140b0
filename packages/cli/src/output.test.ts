import { expect, test } from '@jest/globals';
import { minute, shortened } from './output.js';

test('a time is shown in UTC, to the minute', () => {
  expect(minute(Date.UTC(2026, 6, 10, 9, 5, 59))).toBe('2026-07-10 09:05');
});

test.each([
  ['short', 10, 'short'],
  ['exactly ten', 11, 'exactly ten'],
  ['one too long', 11, 'one too lo…'],
  ['  two\n lines\t', 20, 'two lines'],
  ['🙂🙂🙂', 2, '🙂…'],
])('%j of %d characters at most is %j', (text, length, expected) => {
  expect(shortened(text, length)).toBe(expected);
});
