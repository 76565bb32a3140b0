import { MalformedFrame } from '../wire/reader.js';

export interface FrameCutter {
  add(chunk: Buffer): void;
  /** The length of the frame that is coming in, where it is known, in bytes. */
  readonly frameBytes: number | null;
  /** The next whole frame, or null. Throws MalformedFrame at a length that makes no sense. */
  next(): Buffer | null;
}

/**
 * Cuts a stream of bytes into frames (a length of 4 bytes, then that many). Each frame gets memory of its own, so that
 * what is kept of it does not hold on to its neighbours.
 */
export const createFrameCutter = (maxFrameBytes: number): FrameCutter => {
  let pending: Buffer[] = [];
  let pendingBytes = 0;
  let frameBytes: number | null = null;

  const take = (count: number): Buffer => {
    const taken = Buffer.allocUnsafe(count);
    let filled = 0;
    let used = 0;
    while (filled < count) {
      const chunk = pending[used]!;
      const copied = Math.min(chunk.length, count - filled);
      chunk.copy(taken, filled, 0, copied);
      filled += copied;
      if (copied === chunk.length) used += 1;
      else pending[used] = chunk.subarray(copied);
    }
    pending.splice(0, used);
    pendingBytes -= count;
    return taken;
  };

  const readLength = (): void => {
    if (frameBytes !== null || pendingBytes < 4) return;
    const length = take(4).readInt32BE(0);
    if (length < 8 || length > maxFrameBytes) {
      pending = [];
      throw new MalformedFrame(`a frame of ${length} bytes; the limit is ${maxFrameBytes}`);
    }
    frameBytes = length;
  };

  return {
    add(chunk) {
      pending.push(chunk);
      pendingBytes += chunk.length;
    },
    get frameBytes() {
      return frameBytes;
    },
    next() {
      readLength();
      if (frameBytes === null || pendingBytes < frameBytes) return null;
      const frame = take(frameBytes);
      frameBytes = null;
      return frame;
    },
  };
};
