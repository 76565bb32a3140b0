import { expect, test } from '@jest/globals';
import { metaTime } from './time.js';

test.each([
  ['1454119029', 1454119029000],
  [1520383571, 1520383571000],
  [1520383571123, 1520383571123],
  ['2018-03-07T00:46:11+0000', 1520383571000],
  ['asdf', undefined],
  ['', undefined],
  [0, undefined],
  [-5, undefined],
  [1e300, undefined],
  [null, undefined],
  [undefined, undefined],
  ['2018-03-07T00:46:11', undefined],
])('metaTime reads %j as %j', (value, at) => {
  expect(metaTime(value)).toBe(at);
});
