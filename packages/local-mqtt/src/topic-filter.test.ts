import { expect, test } from '@jest/globals';
import { matchesTopic } from './topic-filter.js';

test.each([
  ['rooms/+/temperature', 'rooms/101/temperature', true],
  ['rooms/+/temperature', 'rooms/temperature', false],
  ['rooms/#', 'rooms', true],
  ['rooms/#', 'rooms/101/fault', true],
  ['rooms/+', 'rooms/', true],
  ['rooms/101', 'rooms/101/fault', false],
  ['#', 'rooms/101', true],
  ['#', '$SYS/uptime', false],
  ['$SYS/#', '$SYS/uptime', true],
])('the filter %s matches the topic %s: %s', (filter, topic, matches) => {
  expect(matchesTopic(filter, topic)).toBe(matches);
});
