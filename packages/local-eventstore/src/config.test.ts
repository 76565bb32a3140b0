import { expect, test } from '@jest/globals';
import { readFlags } from './config.js';

test('the port is EventStoreDB’s own unless another is given', () => {
  expect(readFlags(['--data', 'd'])).toEqual({ data: 'd', port: 2113 });
  expect(readFlags(['--data', 'd', '--port', '0'])).toEqual({ data: 'd', port: 0 });
});

test.each([
  [['--port', '70000', '--data', 'd'], '--port'],
  [['--port', 'x', '--data', 'd'], '--port'],
  [[], '--data'],
  [['--dta', 'd'], '--dta'],
])('the flags %j are refused with a message that names %s', (args, flag) => {
  expect(() => readFlags(args)).toThrow(flag);
});
