import * as zlib from 'node:zlib';

/** The CRC-32 of zlib and gzip, as an unsigned number; `seed` is the checksum of what comes before. */
export type Crc32 = (bytes: Uint8Array, seed?: number) => number;

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit += 1) {
    remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1;
  }
  return remainder;
});

/** For Node before 20.15, whose zlib does not offer it. */
export const tableCrc32: Crc32 = (bytes, seed = 0) => {
  let remainder = ~seed;
  for (const byte of bytes) remainder = (table[(remainder ^ byte) & 0xff] ?? 0) ^ (remainder >>> 8);
  return ~remainder >>> 0;
};

const native: Crc32 | undefined = (zlib as { crc32?: Crc32 }).crc32;

export const crc32: Crc32 = native ?? tableCrc32;
