import { Readable, type Transform } from 'node:stream';
import { finished } from 'node:stream/promises';
import { createBrotliCompress, createDeflate, createGzip } from 'node:zlib';
import { encodeBlocks } from '../compression/compressed-blocks.js';
import { decodeFrames } from '../compression/frame-decoder.js';
import { lz4FrameDecoder } from '../compression/lz4-frames.js';
import { decodeZstd } from '../compression/zstd-frames.js';
import { isOff } from '../request/url-parameters.js';
import type { AnswerContext } from './answer-context.js';

/** How an answer is packed: by the engine, as it makes it, or by a stream behind it. */
export interface ResponseCompression {
  /** The Content-Encoding; none for ClickHouse's own blocks, which `compress=1` asks for. */
  readonly contentEncoding: string | undefined;
  readonly engineCoding: 'none' | 'lz4' | 'zstd';
  create?(): Transform;
}

export const uncompressed: ResponseCompression = { contentEncoding: undefined, engineCoding: 'none' };

const byStream = (contentEncoding: string, create: () => Transform): ResponseCompression => ({
  contentEncoding,
  engineCoding: 'none',
  create,
});

/** In the order in which they are taken from what a client accepts. */
const engineCodings: readonly ResponseCompression[] = [
  { contentEncoding: 'lz4', engineCoding: 'lz4' },
  { contentEncoding: 'zstd', engineCoding: 'zstd' },
];
const streamCodings = [
  byStream('gzip', () => createGzip({ level: 3 })),
  byStream('deflate', () => createDeflate({ level: 3 })),
  byStream('br', () => createBrotliCompress()),
];

/**
 * What a request asks for: `compress=1`, or Accept-Encoding unless `enable_http_compression=0`, as a server since 25.10.
 * Only a result that the engine puts out itself can have one of its codings.
 */
export function compressionOf(
  { request, parameters }: AnswerContext,
  { byEngine }: { byEngine: boolean },
): ResponseCompression {
  if (parameters.get('compress') === '1') return { ...uncompressed, create: encodeBlocks };
  if (isOff(parameters, 'enable_http_compression')) return uncompressed;
  const accepted = new Set(
    String(request.headers['accept-encoding'] ?? '')
      .toLowerCase()
      .split(',')
      .filter((each) => !/;\s*q=0(?:\.0*)?\s*$/.test(each))
      .map((each) => each.split(';')[0]!.trim()),
  );
  const known = byEngine ? [...engineCodings, ...streamCodings] : streamCodings;
  return known.find(({ contentEncoding }) => accepted.has(contentEncoding!)) ?? uncompressed;
}

/** More of what is unpacked only for a failure behind it is not worth the memory: it may be a thousand times what it was. */
const maxUnpackedBytes = 16 * 1024 * 1024;

/** What can be read of a packed result that broke off: its last frame need not be whole. */
export async function unpackedStart(
  chunks: readonly Uint8Array[],
  coding: ResponseCompression['engineCoding'],
): Promise<readonly Uint8Array[]> {
  const decoder = coding === 'zstd' ? decodeZstd() : decodeFrames(lz4FrameDecoder());
  const unpacked: Uint8Array[] = [];
  let size = 0;
  decoder.on('data', (chunk: Uint8Array) => {
    unpacked.push(chunk);
    size += chunk.length;
    if (size > maxUnpackedBytes) decoder.destroy();
  });
  Readable.from(chunks).pipe(decoder);
  // It ends where it broke off.
  await finished(decoder).catch(() => undefined);
  return unpacked;
}
