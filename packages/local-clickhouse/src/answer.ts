import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Writable } from 'node:stream';
import { createBrotliCompress, createDeflate, createGzip } from 'node:zlib';
import { type ClickHouseException, httpStatusOf, toClickHouseException } from './clickhouse-exception.js';
import { contentTypeOf } from './output-format.js';

/** The figures of X-ClickHouse-Summary. Written rows are those of the table itself, without its views'. */
export interface QueryFigures {
  readonly readRows?: number;
  readonly readBytes?: number;
  readonly writtenRows?: number;
  readonly writtenBytes?: number;
  readonly resultBytes?: number;
  readonly elapsedSeconds?: number;
}

export interface AnswerContext {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly queryId: string;
  readonly timezone: string;
}

const displayName = 'local-clickhouse';

/** Answers a whole result. */
export function answerWhole(
  context: AnswerContext,
  result: { format: string; bytes: Uint8Array; figures: QueryFigures },
): void {
  const output = open(context, { format: result.format, figures: result.figures });
  output.stream.write(result.bytes);
  output.end();
}

/**
 * Answers block by block. Waits for the first block before the status goes out, so that what fails at once fails with
 * its own status. A later failure is written behind the rows between `__exception__` markers, and the connection is cut
 * without the last chunk, so that no client takes the rows for all of them.
 */
export async function answerStream(
  context: AnswerContext,
  result: { format: string; blocks: AsyncGenerator<Uint8Array, void, void> },
): Promise<void> {
  const first = await result.blocks.next();
  const tag = randomBytes(8).toString('hex');
  context.response.setHeader('X-ClickHouse-Exception-Tag', tag);
  const output = open(context, { format: result.format, figures: {} });
  try {
    for (let block = first; !block.done; block = await result.blocks.next()) {
      if (context.response.destroyed) return;
      if (!output.stream.write(block.value)) await drained(output.stream, context.response);
    }
    output.end();
  } catch (thrown) {
    cutOff(context, output, { tag, exception: toClickHouseException(thrown) });
  } finally {
    await result.blocks.return();
  }
}

/** An error with the status, the header and the text that a server gives. */
export function answerException(context: AnswerContext, exception: ClickHouseException): void {
  const { request, response } = context;
  // What the client still sends is read and dropped: closing at once would hide the answer from it.
  request.resume();
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  setCommonHeaders(context);
  response.setHeader('X-ClickHouse-Exception-Code', String(exception.code));
  response.setHeader('Content-Type', 'text/plain; charset=UTF-8');
  response.writeHead(httpStatusOf(exception.code)).end(`${exception.message}\n`);
}

interface Output {
  /** The response, or the compressor before it. */
  stream: Writable;
  isCut: boolean;
  end: () => void;
}

function open(context: AnswerContext, head: { format: string; figures: QueryFigures }): Output {
  const { response } = context;
  setCommonHeaders(context);
  response.setHeader('Content-Type', contentTypeOf(head.format));
  response.setHeader('X-ClickHouse-Format', head.format);
  response.setHeader('X-ClickHouse-Summary', summary(head.figures));
  const finish = () => {
    if (output.isCut) response.socket?.end();
    else response.end();
  };
  const compressor = compressorFor(context);
  const output: Output = { stream: response, isCut: false, end: finish };
  if (!compressor) return output;
  response.setHeader('Content-Encoding', compressor.name);
  response.setHeader('Vary', 'Accept-Encoding');
  const stream = compressor.create();
  stream.pipe(response, { end: false });
  stream.once('end', finish);
  response.once('close', () => stream.destroy());
  output.stream = stream;
  output.end = () => stream.end();
  return output;
}

function setCommonHeaders({ response, queryId, timezone }: AnswerContext): void {
  response.setHeader('X-ClickHouse-Query-Id', queryId);
  response.setHeader('X-ClickHouse-Timezone', timezone);
  response.setHeader('X-ClickHouse-Server-Display-Name', displayName);
}

function compressorFor({ request, url }: AnswerContext) {
  if (!['1', 'true'].includes(url.searchParams.get('enable_http_compression') ?? '')) return undefined;
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const known = [
    { name: 'gzip', create: () => createGzip({ level: 3 }) },
    { name: 'deflate', create: () => createDeflate({ level: 3 }) },
    { name: 'br', create: () => createBrotliCompress() },
  ] as const;
  return known.find(({ name }) => new RegExp(`\\b${name}\\b`).test(accepted));
}

async function drained(stream: Writable, response: ServerResponse): Promise<void> {
  const done = new AbortController();
  const { signal } = done;
  try {
    await Promise.race([once(stream, 'drain', { signal }), once(response, 'close', { signal })]);
  } finally {
    done.abort();
  }
}

/** Ends the connection without the chunk that would end the body. */
function cutOff(
  { response }: AnswerContext,
  output: Output,
  failure: { tag: string; exception: ClickHouseException },
): void {
  if (response.destroyed) return;
  const text = `${failure.exception.message}\n`;
  const closing = `${Buffer.byteLength(text)} ${failure.tag}\r\n__exception__\r\n`;
  output.isCut = true;
  output.stream.write(`\r\n__exception__\r\n${failure.tag}\r\n${text}${closing}`);
  output.end();
}

function summary(figures: QueryFigures): string {
  const text = (value: number | undefined) => String(Math.round(value ?? 0));
  return JSON.stringify({
    read_rows: text(figures.readRows),
    read_bytes: text(figures.readBytes),
    written_rows: text(figures.writtenRows),
    written_bytes: text(figures.writtenBytes),
    total_rows_to_read: '0',
    result_rows: text(figures.writtenRows),
    result_bytes: text(figures.resultBytes),
    elapsed_ns: text((figures.elapsedSeconds ?? 0) * 1e9),
  });
}
