import { describe, expect, test } from '@jest/globals';
import { MalformedFrame } from '../wire/reader.js';
import { createFrameCutter } from './frames.js';

const frame = (text: string): Buffer => {
  const body = Buffer.from(text);
  const head = Buffer.alloc(4);
  head.writeInt32BE(body.length, 0);
  return Buffer.concat([head, body]);
};

describe('a stream of frames', () => {
  const stream = Buffer.concat([frame('one-frame'), frame('two-frames'), frame('three-frames')]);

  test.each([1, 3, 5, 1_000])('is cut the same in chunks of %i bytes', (size) => {
    const cutter = createFrameCutter(100);
    const frames: string[] = [];
    for (let at = 0; at < stream.length; at += size) {
      cutter.add(stream.subarray(at, at + size));
      for (let it = cutter.next(); it !== null; it = cutter.next()) frames.push(String(it));
    }
    expect(frames).toEqual(['one-frame', 'two-frames', 'three-frames']);
  });

  test.each([-1, 0, 7, 101, 0x47455420])('with a frame of %i bytes is malformed', (length) => {
    const head = Buffer.alloc(4);
    head.writeInt32BE(length, 0);
    const cutter = createFrameCutter(100);
    cutter.add(head);
    expect(() => cutter.next()).toThrow(MalformedFrame);
  });
});
