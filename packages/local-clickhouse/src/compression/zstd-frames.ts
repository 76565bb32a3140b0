import { Transform } from 'node:stream';
import { Decompress } from 'fzstd';

/** Unfolds Zstandard frames, one or several (RFC 8878). */
export function decodeZstd(): Transform {
  let push: (piece: Uint8Array) => void = () => undefined;
  const frames = new Decompress((piece) => push(piece));
  const feed = (bytes: Uint8Array, isLast: boolean, done: (fault?: Error) => void) => {
    try {
      frames.push(bytes, isLast);
      done();
    } catch (thrown) {
      done(thrown as Error);
    }
  };
  return new Transform({
    construct(done) {
      push = (piece) => {
        if (piece.length > 0) this.push(piece);
      };
      done();
    },
    transform: (chunk: Buffer, _encoding, done) => feed(chunk, false, done),
    flush: (done) => feed(new Uint8Array(0), true, done),
  });
}
