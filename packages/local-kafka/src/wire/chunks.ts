import { type Codec, nullableBytes } from './codec.js';

/** Bytes on the wire that are kept as the pieces they were read in, so that they need not be joined before writing. */
export const chunks: Codec<Buffer[]> = {
  read(reader) {
    const whole = nullableBytes.read(reader);
    return whole === null || whole.length === 0 ? [] : [whole];
  },
  write(writer, pieces) {
    writer.int32(pieces.reduce((sum, piece) => sum + piece.length, 0));
    for (const piece of pieces) writer.bytes(piece);
  },
};
