import { expect, test } from '@jest/globals';
import { matches } from './mqtt-intake.js';

test.each([
  ['rooms/1', 'rooms/1', true],
  ['rooms/1', 'rooms/12', false],
  ['rooms/+', 'rooms/1', true],
  ['rooms/+', 'rooms/1/fault', false],
  ['rooms/+', 'rooms', false],
  ['rooms/+', 'rooms/', true],
  ['rooms/+/fault', 'rooms/1/fault', true],
  ['rooms/#', 'rooms/1/fault', true],
  ['rooms/#', 'rooms', true],
  ['rooms/#', 'roomservice', false],
  ['+/+', '/finance', true],
  ['+', '/finance', false],
  ['#', 'rooms/1', true],
  ['#', '$SYS/uptime', false],
  ['+/uptime', '$SYS/uptime', false],
  ['$SYS/#', '$SYS/uptime', true],
])('the filter %s and the topic %s: %s', (filter, topic, expected) => {
  expect(matches(filter, topic)).toBe(expected);
});
