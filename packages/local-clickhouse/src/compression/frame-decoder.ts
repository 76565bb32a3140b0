import { Transform } from 'node:stream';

/** A decoder that takes whole frames of a known length: gives what it needs next, and the bytes that a frame unfolds to. */
export interface FrameDecoder {
  /** Bytes that the next step needs. */
  readonly wanted: number;
  /** Takes exactly `wanted` bytes and gives what they unfold to, if anything. Throws for what is broken. */
  take(bytes: Buffer): Buffer | undefined;
  /** False in the middle of a frame. */
  readonly isAtEnd: boolean;
}

/** Cuts a stream of bytes into what the decoder wants. */
export function decodeFrames(decoder: FrameDecoder): Transform {
  let pending: Buffer[] = [];
  let pendingBytes = 0;
  const run = (push: (bytes: Buffer) => void) => {
    let whole = Buffer.concat(pending);
    while (whole.length >= decoder.wanted) {
      const wanted = decoder.wanted;
      const unfolded = decoder.take(whole.subarray(0, wanted));
      if (unfolded && unfolded.length > 0) push(unfolded);
      whole = whole.subarray(wanted);
    }
    pending = [whole];
    pendingBytes = whole.length;
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      pending.push(chunk);
      pendingBytes += chunk.length;
      if (pendingBytes < decoder.wanted) return done();
      try {
        run((bytes) => this.push(bytes));
        done();
      } catch (thrown) {
        done(thrown as Error);
      }
    },
    flush(done) {
      if (pendingBytes === 0 && decoder.isAtEnd) done();
      else done(new Error('the data ends in the middle of a frame'));
    },
  });
}
