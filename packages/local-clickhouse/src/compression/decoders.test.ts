import { Readable, type Transform } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, test } from '@jest/globals';
import { blockDecoder, encodeBlocks } from './compressed-blocks.js';
import { decodeFrames } from './frame-decoder.js';
import { lz4FrameDecoder } from './lz4-frames.js';
import { decodeZstd } from './zstd-frames.js';

/** Made with the commands zstd and lz4 (-BD, -B4: linked blocks of 64 KiB). */
const text = Buffer.from('ab'.repeat(70_000));
const zstd = Buffer.from('KLUv/QRYVAAAEGFiAQD7/+UOC0UAAAhhAQDcggdC4EGVwQ==', 'base64');
const run = (bytes: number) => '/'.repeat(bytes);
const lz4 = Buffer.from(
  `BCJNGERAXgwBAAAvYWICAP${run(341)}mUGJhYmFiDAEAAC9hYgIA${run(341)}+ZQYmFiYWIuAAAAL2FiAgD${run(45)}6FBiYWJhYgAAAAAoIdph`,
  'base64',
);

const through = async (bytes: Buffer, decoder: Transform, pieceBytes = 7): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += pieceBytes) pieces.push(bytes.subarray(at, at + pieceBytes));
  return await buffer(
    Readable.from(pieces)
      .on('error', () => undefined)
      .pipe(decoder),
  );
};

describe('what comes packed', () => {
  test.each([
    ['zstd', zstd, decodeZstd],
    ['lz4', lz4, () => decodeFrames(lz4FrameDecoder())],
  ] as const)(
    'is unfolded from %s, also from several frames one after another',
    async (_name, packed, decode) => {
      expect((await through(packed, decode())).equals(text)).toBe(true);
      const twice = await through(Buffer.concat([packed, packed]), decode());
      expect(twice.equals(Buffer.concat([text, text]))).toBe(true);
    },
  );

  test.each([
    ['zstd', zstd, decodeZstd],
    ['lz4', lz4, () => decodeFrames(lz4FrameDecoder())],
    ['lz4', Buffer.from('not packed at all'), () => decodeFrames(lz4FrameDecoder())],
  ] as const)('is refused where %s is broken or cut off', async (_name, packed, decode) => {
    await expect(through(packed.subarray(0, packed.length - 6), decode())).rejects.toThrow();
  });
});

describe("ClickHouse's own blocks", () => {
  const pack = async (bytes: Buffer) => await through(bytes, encodeBlocks(), 1 << 20);
  const unpack = (checksums: boolean) => decodeFrames(blockDecoder({ checksums }));

  test('come out as they went in, packed or not worth it', async () => {
    for (const data of [text, Buffer.from('x'), Buffer.from(Array.from({ length: 999 }, (_, i) => i * i))]) {
      expect((await through(await pack(data), unpack(true))).equals(data)).toBe(true);
    }
    expect((await pack(text)).length).toBeLessThan(2_000);
  });

  test('are always LZ4, of every length that is not worth packing', async () => {
    for (const length of [1, 14, 15, 16, 269, 270, 271, 600]) {
      const data = Buffer.from(Array.from({ length }, (_, i) => (i * i * 31 + i) >> 2));
      const packed = await pack(data);
      expect(packed[16]).toBe(0x82);
      expect((await through(packed, unpack(true))).equals(data)).toBe(true);
    }
  });

  test('are refused where a byte changed on the way, unless nobody wants to know', async () => {
    const packed = await pack(Buffer.from('0123456789'.repeat(3)));
    packed[packed.length - 1]! ^= 1;
    await expect(through(packed, unpack(true))).rejects.toMatchObject({ code: 40 });
    expect(await through(packed, unpack(false))).toHaveLength(30);
    await expect(through(Buffer.alloc(40, 255), unpack(true))).rejects.toMatchObject({ code: 39 });
  });
});
