import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { refusal } from './clickhouse-exception.js';

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
}

/** Undoes Content-Encoding gzip, deflate and br. Throws NOT_IMPLEMENTED for another. */
export async function readBody(request: IncomingMessage): Promise<RequestBody> {
  const source = decoded(request)[Symbol.asyncIterator]();
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

function decoded(request: IncomingMessage): AsyncIterable<Buffer> {
  const encoding = (request.headers['content-encoding'] ?? 'identity').toLowerCase();
  const decoders = { gzip: createGunzip, deflate: createInflate, br: createBrotliDecompress } as const;
  if (encoding === 'identity') return request;
  if (!(encoding in decoders)) {
    throw refusal(
      'NOT_IMPLEMENTED',
      `Content-Encoding ${encoding} is not supported here; use gzip, deflate or br.`,
    );
  }
  const decoder = decoders[encoding as keyof typeof decoders]();
  request.once('error', (error) => decoder.destroy(error));
  return request.pipe(decoder);
}
