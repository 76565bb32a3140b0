import { expect, test } from '@jest/globals';
import { backOffMs } from './back-off.js';

test('waits grow, and stop growing', () => {
  expect([1, 2, 3, 4, 10, 40].map((attempt) => backOffMs(attempt))).toEqual([100, 200, 400, 800, 5000, 5000]);
});

test('Retry-After decides where it is given, in seconds or as a date, within a minute', () => {
  expect(backOffMs(9, '2')).toBe(2000);
  expect(backOffMs(1, '86400')).toBe(60_000);
  expect(backOffMs(1, new Date(Date.now() - 5000).toUTCString())).toBe(0);
  expect(backOffMs(3, 'soon')).toBe(400);
});
