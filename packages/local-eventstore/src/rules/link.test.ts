import { expect, test } from '@jest/globals';
import { linkTargetOf } from './link.js';

const link = (data: string, type = '$>') => ({ type, data: Buffer.from(data) });

test('a link names a revision and a stream, which may hold an @ itself', () => {
  expect(linkTargetOf(link('7@guest-1'))).toEqual({ revision: 7, stream: 'guest-1' });
  expect(linkTargetOf(link('0@a@b'))).toEqual({ revision: 0, stream: 'a@b' });
});

test.each(['', '7@', '@guest-1', '-1@guest-1', 'x@guest-1', 'guest-1', '9999999999999999@guest-1'])(
  'the data "%s" is no link',
  (data) => {
    expect(linkTargetOf(link(data))).toBeUndefined();
  },
);

test('an event of another type is no link', () => {
  expect(linkTargetOf(link('7@guest-1', 'noted'))).toBeUndefined();
});
