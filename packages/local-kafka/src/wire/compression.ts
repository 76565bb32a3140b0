import { gunzipSync } from 'node:zlib';
import { Decompress } from 'fzstd';
import lz4 from 'lz4js';
import snappy from 'snappyjs';
import { MalformedFrame } from './reader.js';

/** The codecs of record batches (the lowest three bits of their attributes). */
export const Compression = { none: 0, gzip: 1, snappy: 2, lz4: 3, zstd: 4 } as const;

/** What a batch may unfold to, in bytes: a small one can hold gigabytes of zeros. */
const maxUnfoldedBytes = 64 * 1024 * 1024;

/** The Java client wraps Snappy blocks into a stream of its own: this, two versions, then blocks with their lengths. */
const snappyStreamMagic = Buffer.from([0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0]);
const snappyStreamHeaderBytes = 16;

const unsnap = (data: Buffer): Buffer => {
  if (!data.subarray(0, 8).equals(snappyStreamMagic)) {
    return Buffer.from(snappy.uncompress(data, maxUnfoldedBytes));
  }
  const blocks: Buffer[] = [];
  let left = maxUnfoldedBytes;
  for (let at = snappyStreamHeaderBytes; at < data.length; ) {
    const end = at + 4 + data.readInt32BE(at);
    const block = Buffer.from(snappy.uncompress(data.subarray(at + 4, end), left));
    blocks.push(block);
    left -= block.length;
    at = end;
  }
  return Buffer.concat(blocks);
};

const unlz4 = (data: Buffer): Buffer => {
  const bound = lz4.decompressBound(data);
  if (bound > maxUnfoldedBytes) throw new MalformedFrame(`an LZ4 frame of up to ${bound} bytes`);
  return Buffer.from(lz4.decompress(data, bound));
};

const unzstd = (data: Buffer): Buffer => {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  const stream = new Decompress((piece) => {
    bytes += piece.length;
    if (bytes > maxUnfoldedBytes)
      throw new MalformedFrame(`more than ${maxUnfoldedBytes} bytes of Zstandard`);
    pieces.push(piece);
  });
  stream.push(data, true);
  return Buffer.concat(pieces);
};

const unfold = (codec: number, data: Buffer): Buffer => {
  switch (codec) {
    case Compression.none:
      return data;
    case Compression.gzip:
      return gunzipSync(data, { maxOutputLength: maxUnfoldedBytes });
    case Compression.snappy:
      return unsnap(data);
    case Compression.lz4:
      return unlz4(data);
    case Compression.zstd:
      return unzstd(data);
    default:
      throw new MalformedFrame(`compression ${codec}`);
  }
};

/** The records of a batch without their compression. Throws MalformedFrame where they are broken, or too many bytes. */
export const decompress = (codec: number, data: Buffer): Buffer => {
  try {
    return unfold(codec, data);
  } catch (error) {
    if (error instanceof MalformedFrame) throw error;
    throw new MalformedFrame(`compression ${codec}: ${(error as Error).message}`);
  }
};
