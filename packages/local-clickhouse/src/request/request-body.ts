import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { type Duplex, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { ClickHouseException, refusal } from '../clickhouse-exception.js';
import { blockDecoder } from '../compression/compressed-blocks.js';
import { decodeFrames } from '../compression/frame-decoder.js';
import { lz4FrameDecoder } from '../compression/lz4-frames.js';
import { decodeZstd } from '../compression/zstd-frames.js';

/** How much of a request is looked at to find a statement. An INSERT's data may be of any size. */
export const maxStatementBytes = 1024 * 1024;

/** A body whose first bytes were read to find the statement, and whose rest still flows. */
export interface RequestBody {
  readonly head: Buffer;
  /** True when the head is all there is. */
  readonly isWhole: boolean;
  /** Writes `before` and the body's bytes from `from` on to a file that is gone after `use`. Rejects when the client breaks off. */
  spool<T>(
    options: { file: string; before: string; from: number },
    use: (file: string) => Promise<T>,
  ): Promise<T>;
  /** Lets the client send what nobody has read: many read no answer before that. */
  discard(): void;
}

const contentDecoders: Readonly<Record<string, () => Duplex>> = {
  gzip: createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
  zstd: decodeZstd,
  lz4: () => decodeFrames(lz4FrameDecoder()),
};

/**
 * Undoes Content-Encoding and then, where `decompress=1` asks for it, ClickHouse's own compressed blocks. Throws
 * UNKNOWN_COMPRESSION_METHOD for an encoding that it does not know.
 */
export async function readBody(request: IncomingMessage, parameters: URLSearchParams): Promise<RequestBody> {
  return await readHead(decoded(request, parameters)[Symbol.asyncIterator]());
}

/** The body of a request whose query came in a form. */
export const emptyBody = (): Promise<RequestBody> => readHead(Readable.from([])[Symbol.asyncIterator]());

async function readHead(source: AsyncIterator<Buffer>): Promise<RequestBody> {
  const chunks: Buffer[] = [];
  let size = 0;
  let ended = false;
  while (!ended && size < maxStatementBytes) {
    const next = await source.next();
    if (next.done) ended = true;
    else {
      chunks.push(next.value);
      size += next.value.length;
    }
  }
  const head = Buffer.concat(chunks);
  return {
    head,
    isWhole: ended,
    async spool({ file, before, from }, use) {
      try {
        const start = Buffer.concat([Buffer.from(before), head.subarray(from)]);
        await pipeline(Readable.from(rest(start, source), { objectMode: false }), createWriteStream(file));
        return await use(file);
      } finally {
        await rm(file, { force: true });
      }
    },
    discard() {
      // Not waited for: it comes after a chunk that is being read, which may never come.
      void source.return?.().catch(() => undefined);
    },
  };
}

async function* rest(head: Buffer, source: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  if (head.length > 0) yield head;
  for (;;) {
    const next = await source.next();
    if (next.done) return;
    yield next.value;
  }
}

async function* decoded(request: IncomingMessage, parameters: URLSearchParams): AsyncGenerator<Buffer> {
  const decoders: Duplex[] = [];
  const encoding = (request.headers['content-encoding'] ?? 'identity').toLowerCase();
  const decoder = contentDecoders[encoding];
  if (decoder) decoders.push(decoder());
  else if (encoding !== 'identity') {
    const known = Object.keys(contentDecoders).join(', ');
    throw refusal('UNKNOWN_COMPRESSION_METHOD', `Unknown Content-Encoding ${encoding}; use one of ${known}.`);
  }
  if (parameters.get('decompress') === '1') {
    const unchecked = parameters.get('http_native_compression_disable_checksumming_on_decompress') === '1';
    decoders.push(decodeFrames(blockDecoder({ checksums: !unchecked })));
  }
  let source: Readable = request;
  for (const next of decoders) source = chain(source, next);
  try {
    yield* source.iterator({ destroyOnReturn: false });
  } catch (fault) {
    if (fault instanceof ClickHouseException || decoders.length === 0) throw fault;
    throw refusal('CANNOT_DECOMPRESS', `Cannot decompress: ${(fault as Error).message}.`);
  } finally {
    request.unpipe();
    for (const each of decoders) each.destroy();
    request.resume();
  }
}

function chain(source: Readable, next: Duplex): Duplex {
  source.once('error', (fault) => next.destroy(fault));
  return source.pipe(next);
}
