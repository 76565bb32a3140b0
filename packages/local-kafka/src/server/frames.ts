import { MalformedFrame } from '../wire/reader.js';

/**
 * Cuts a stream of bytes into frames (a length of 4 bytes, then that many). Each frame gets memory of its own, so that
 * what is kept of it does not hold on to its neighbours. Throws MalformedFrame at a length that makes no sense.
 */
export const createFrameCutter = (maxFrameBytes: number) => {
  let pending: Buffer[] = [];
  let pendingBytes = 0;
  let frameBytes = -1;

  const take = (count: number): Buffer => {
    const taken = Buffer.allocUnsafe(count);
    let filled = 0;
    while (filled < count) {
      const chunk = pending[0]!;
      const used = Math.min(chunk.length, count - filled);
      chunk.copy(taken, filled, 0, used);
      filled += used;
      if (used === chunk.length) pending.shift();
      else pending[0] = chunk.subarray(used);
    }
    pendingBytes -= count;
    return taken;
  };

  return (chunk: Buffer): Buffer[] => {
    pending.push(chunk);
    pendingBytes += chunk.length;
    const frames: Buffer[] = [];
    for (;;) {
      if (frameBytes < 0) {
        if (pendingBytes < 4) return frames;
        frameBytes = take(4).readInt32BE(0);
        if (frameBytes < 8 || frameBytes > maxFrameBytes) {
          pending = [];
          throw new MalformedFrame(`a frame of ${frameBytes} bytes; the limit is ${maxFrameBytes}`);
        }
      }
      if (pendingBytes < frameBytes) return frames;
      frames.push(take(frameBytes));
      frameBytes = -1;
    }
  };
};
