import { describe, expect, test } from '@jest/globals';
import { Gathering, ReadMemory } from './read-memory.js';

const mb = 1024 * 1024;

/** Marks memory, so that it is known again. */
const mark = (piece: Buffer): Buffer => piece.fill(7);

describe('the memory that a connection reads into', () => {
  test('is taken again once the answer before is sent, and not sooner', () => {
    const buffers = new ReadMemory(10 * mb).ofConnection();
    const first = mark(buffers.take(300_000));
    expect(buffers.take(300_000).buffer).not.toBe(first.buffer);
    buffers.reuse();
    expect(buffers.take(290_000).buffer).toBe(first.buffer);
  });

  test('is given up when the next answer does not need it', () => {
    const buffers = new ReadMemory(10 * mb).ofConnection();
    const first = buffers.take(300_000);
    buffers.reuse();
    buffers.reuse();
    expect(buffers.take(300_000).buffer).not.toBe(first.buffer);
  });

  test('is not kept beyond the limit of all connections together, until another gives back', () => {
    const memory = new ReadMemory(mb);
    const [one, other] = [memory.ofConnection(), memory.ofConnection()];
    one.take(mb);
    const refused = other.take(mb);
    other.reuse();
    expect(other.take(mb).buffer).not.toBe(refused.buffer);
    one.release();
    other.reuse();
    const kept = other.take(mb);
    other.reuse();
    expect(other.take(mb).buffer).toBe(kept.buffer);
  });

  test('is not kept for a connection that is gone', () => {
    const memory = new ReadMemory(mb);
    const gone = memory.ofConnection();
    gone.release();
    gone.take(mb);
    const buffers = memory.ofConnection();
    const kept = buffers.take(mb);
    buffers.reuse();
    expect(buffers.take(mb).buffer).toBe(kept.buffer);
  });

  test('is as large as asked, and no piece is kept that is tiny or huge', () => {
    const buffers = new ReadMemory(100 * mb).ofConnection();
    const taken = [1, 10, 1_000, 5 * mb].map((bytes) => {
      const piece = buffers.take(bytes);
      expect(piece.length).toBeGreaterThanOrEqual(bytes);
      return piece;
    });
    buffers.reuse();
    for (const piece of taken) expect(buffers.take(piece.length)).not.toBe(piece);
  });
});

test('what is gathered comes out as it went in, in far fewer pieces', () => {
  const buffers = new ReadMemory(10 * mb).ofConnection();
  for (const sizes of [
    [0],
    [5],
    Array.from({ length: 2_000 }, (_, index) => 1 + ((index * 37) % 3_000)),
    [3 * mb, 10],
  ]) {
    const parts = sizes.map((size, index) => Buffer.alloc(size, index));
    const gathering = new Gathering(buffers, 4 * mb);
    for (const part of parts) gathering.add(part);
    expect(gathering.length).toBe(sizes.reduce((sum, it) => sum + it, 0));
    const pieces = gathering.finish();
    expect(Buffer.concat(pieces).equals(Buffer.concat(parts))).toBe(true);
    expect(pieces.length).toBeLessThan(20);
  }
});
