import { describe, expect, test } from '@jest/globals';
import {
  array,
  type Codec,
  int16,
  int64,
  nullableBytes,
  nullableString,
  since,
  string,
  struct,
  versions,
} from './codec.js';
import { MalformedFrame, Reader } from './reader.js';
import { Writer } from './writer.js';

const write = <T>(codec: Codec<T>, value: T, version = 0): Buffer => {
  const writer = new Writer(version, 1);
  codec.write(writer, value);
  return writer.finish();
};

const there = <T>(codec: Codec<T>, value: T, version = 0): T =>
  codec.read(new Reader(write(codec, value, version), version));

const message = struct({
  name: string,
  old: versions(0, 1, int16, -1),
  extra: since(2, nullableString, 'none'),
  items: array(struct({ at: int64, data: nullableBytes })),
});

test.each([0, 1, 2, 3])('a message of version %i comes back as it was', (version) => {
  const value = {
    name: 'Zürich',
    old: version < 2 ? 5 : -1,
    extra: version < 2 ? 'none' : null,
    items: [
      { at: -2, data: null },
      { at: 2 ** 50 + 3, data: Buffer.from('x') },
    ],
  };
  expect(there(message, value, version)).toEqual(value);
});

test.each([0, 1, -1, -2, 2 ** 31, 2 ** 32, -(2 ** 40) - 7, 2 ** 53 - 1])(
  'the 64-bit number %d comes back',
  (value) => {
    expect(there(int64, value)).toBe(value);
  },
);

test.each([0, 1, -1, 63, 64, -64, -65, 300, 2 ** 31, -(2 ** 40), 2 ** 51])(
  'the varint %d comes back',
  (value) => {
    const writer = new Writer();
    writer.varint(value);
    expect(new Reader(writer.finish()).varint()).toBe(value);
  },
);

describe('garbage', () => {
  test.each<[string, Codec<unknown>, Buffer]>([
    ['a string beyond the frame', string, Buffer.from([0, 9, 65])],
    ['a null that may not be', string, Buffer.from([255, 255])],
    ['an array of billions', array(int16), Buffer.from([127, 255, 255, 255, 0, 1])],
    ['a number that is cut off', int64, Buffer.from([1, 2, 3])],
  ])('%s is a malformed frame', (_name, codec, bytes) => {
    expect(() => codec.read(new Reader(bytes))).toThrow(MalformedFrame);
  });

  test('an endless varint is a malformed frame', () => {
    expect(() => new Reader(Buffer.alloc(20, 0xff)).varint()).toThrow(MalformedFrame);
  });
});
