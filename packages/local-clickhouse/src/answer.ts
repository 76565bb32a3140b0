import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Writable } from 'node:stream';
import { type ClickHouseException, httpStatusOf, toClickHouseException } from './clickhouse-exception.js';
import type { EngineResult, RunningSelect } from './engine.js';
import { contentTypeOf, startsWithRows } from './output-format.js';
import {
  isOn,
  type ResponseCompression,
  responseCompression,
  uncompressed,
  unpackedStart,
} from './response-compression.js';

/** The figures of X-ClickHouse-Summary. Written rows are those of the table itself, without its views'. */
export interface QueryFigures {
  readonly readRows?: number | undefined;
  readonly readBytes?: number | undefined;
  /** As many as will be read, as far as the engine knows. */
  readonly totalRows?: number | undefined;
  readonly writtenRows?: number | undefined;
  readonly writtenBytes?: number | undefined;
  readonly resultRows?: number;
  readonly resultBytes?: number;
  readonly elapsedSeconds?: number | undefined;
}

export interface AnswerContext {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly parameters: URLSearchParams;
  readonly queryId: string;
  readonly timezone: string;
}

const displayName = 'local-clickhouse';

/** How much of a result is held back, so that an early failure can still have its own status (`buffer_size`). */
const defaultBufferBytes = 1024 * 1024;
const maxBufferBytes = 64 * 1024 * 1024;

/** As long as a client may take nothing of its answer. */
const sendTimeoutMs = 60_000;

export const compressionOf = (
  { request, parameters }: AnswerContext,
  options: { byEngine: boolean },
): ResponseCompression =>
  responseCompression({
    parameters,
    acceptEncoding: String(request.headers['accept-encoding'] ?? ''),
    ...options,
  });

/** Answers a whole result. */
export function answerWhole(
  context: AnswerContext,
  result: {
    /** Undefined for a statement that has no result: such an answer names no format. */
    format: string | undefined;
    chunks: readonly Uint8Array[];
    figures: QueryFigures;
    compression?: ResponseCompression;
  },
): void {
  const compression = result.compression ?? compressionOf(context, { byEngine: false });
  const output = open(context, { ...result, compression });
  for (const chunk of result.chunks) output.stream.write(chunk);
  output.end();
}

/**
 * Answers a result while the engine makes it. The status goes out with the first `buffer_size` bytes (1 MiB, all with
 * `wait_end_of_query`); what fails within bytes that were to be held back, or before its first row, fails with its own
 * status. Any other failure is written behind the rows between `__exception__` markers, and the connection is cut without
 * the last chunk, so that no client takes the rows for all of them. Where packed bytes are out already, it only cuts.
 */
export async function answerSelect(
  context: AnswerContext,
  select: { format: string; compression: ResponseCompression; running: RunningSelect },
): Promise<void> {
  const { running, ...head } = select;
  const source = running.output[Symbol.asyncIterator]();
  const held: Uint8Array[] = [];
  const limit = bufferBytes(context.parameters);
  let next = await source.next();
  let size = 0;
  for (; !next.done; next = await source.next()) {
    held.push(next.value);
    size += next.value.length;
    if (size >= limit) break;
  }
  if (next.done) {
    const outcome = await outcomeOf(running.result);
    if (outcome.figures) return answerWhole(context, { ...head, chunks: held, figures: outcome.figures });
    if (size === 0 || limit !== defaultBufferBytes || !startsWithRows(head.format)) throw outcome.failure;
    return await answerBrokenOff(context, { ...head, chunks: held, failure: outcome.failure });
  }
  const tag = tagExceptions(context);
  const output = open(context, { ...head, figures: {} });
  try {
    for (const chunk of held.splice(0)) output.stream.write(chunk);
    for await (const chunk of running.output) {
      if (context.response.destroyed) return;
      if (!output.stream.write(chunk)) await drained(output.stream, context.response);
    }
    await running.result;
    output.end();
  } catch (thrown) {
    cutOff(context, output, { tag, exception: toClickHouseException(thrown) });
  }
}

/**
 * Rows that were there before their query failed, which a server has sent by then: with 200, and the failure behind them.
 * What the engine has packed is unpacked for that.
 */
async function answerBrokenOff(
  context: AnswerContext,
  select: {
    format: string;
    compression: ResponseCompression;
    chunks: readonly Uint8Array[];
    failure: ClickHouseException;
  },
): Promise<void> {
  const { format, compression, failure } = select;
  const isPacked = compression.engineCoding !== 'none';
  const chunks = isPacked ? await unpackedStart(select.chunks, compression.engineCoding) : select.chunks;
  if (chunks.length === 0) throw failure;
  const tag = tagExceptions(context);
  const output = open(context, { format, compression: isPacked ? uncompressed : compression, figures: {} });
  for (const chunk of chunks) output.stream.write(chunk);
  cutOff(context, output, { tag, exception: failure });
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

/** The engine counts the result's rows, not those that it read for them. */
export const figuresOf = ({ rows, rowBytes, elapsedSeconds }: EngineResult): QueryFigures => ({
  readRows: rows,
  readBytes: rowBytes,
  resultRows: rows,
  resultBytes: rowBytes,
  elapsedSeconds,
});

/** How a query ended, without throwing. */
export async function outcomeOf(
  result: Promise<EngineResult>,
): Promise<{ figures: QueryFigures; failure?: never } | { figures?: never; failure: ClickHouseException }> {
  try {
    return { figures: figuresOf(await result) };
  } catch (thrown) {
    return { failure: toClickHouseException(thrown) };
  }
}

interface Output {
  /** The response, or the compressor before it. */
  stream: Writable;
  /** False where a text put behind the rows could not be read. */
  takesText: boolean;
  isCut: boolean;
  end: () => void;
}

function open(
  context: AnswerContext,
  head: { format: string | undefined; figures: QueryFigures; compression: ResponseCompression },
): Output {
  const { response } = context;
  setCommonHeaders(context);
  response.setHeader('Content-Type', contentTypeOf(head.format ?? ''));
  if (head.format !== undefined) response.setHeader('X-ClickHouse-Format', head.format);
  response.setHeader('X-ClickHouse-Summary', summary(head.figures));
  if (isOn(context.parameters, 'send_progress_in_http_headers')) {
    response.setHeader('X-ClickHouse-Progress', summary(head.figures));
  }
  const finish = () => {
    if (output.isCut) response.socket?.end();
    else response.end();
  };
  const { contentEncoding, engineCoding, create } = head.compression;
  const takesText = engineCoding === 'none';
  const output: Output = { stream: response, takesText, isCut: false, end: finish };
  if (contentEncoding)
    response.setHeader('Content-Encoding', contentEncoding).setHeader('Vary', 'Accept-Encoding');
  if (!create) return output;
  const stream = create();
  stream.pipe(response, { end: false });
  stream.once('end', finish);
  response.once('close', () => stream.destroy());
  output.stream = stream;
  output.end = () => stream.end();
  return output;
}

function tagExceptions({ response }: AnswerContext): string {
  const tag = randomBytes(8).toString('hex');
  response.setHeader('X-ClickHouse-Exception-Tag', tag);
  return tag;
}

function setCommonHeaders({ response, queryId, timezone }: AnswerContext): void {
  response.setHeader('X-ClickHouse-Query-Id', queryId);
  response.setHeader('X-ClickHouse-Timezone', timezone);
  response.setHeader('X-ClickHouse-Server-Display-Name', displayName);
}

function bufferBytes(parameters: URLSearchParams): number {
  if (isOn(parameters, 'wait_end_of_query')) return Number.POSITIVE_INFINITY;
  const asked = Number(parameters.get('http_response_buffer_size') ?? parameters.get('buffer_size') ?? 0);
  return asked > 0 ? Math.min(asked, maxBufferBytes) : defaultBufferBytes;
}

/** Waits until the client has taken something, and cuts off one that takes nothing: it would hold a reader for ever. */
async function drained(stream: Writable, response: ServerResponse): Promise<void> {
  const done = new AbortController();
  const { signal } = done;
  const patience = setTimeout(() => response.destroy(), sendTimeoutMs);
  try {
    await Promise.race([once(stream, 'drain', { signal }), once(response, 'close', { signal })]);
  } finally {
    clearTimeout(patience);
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
  if (output.takesText) output.stream.write(`\r\n__exception__\r\n${failure.tag}\r\n${text}${closing}`);
  output.end();
}

export function summary(figures: QueryFigures): string {
  const text = (value: number | undefined) => String(Math.round(value ?? 0));
  return JSON.stringify({
    read_rows: text(figures.readRows),
    read_bytes: text(figures.readBytes),
    written_rows: text(figures.writtenRows),
    written_bytes: text(figures.writtenBytes),
    total_rows_to_read: text(figures.totalRows),
    result_rows: text(figures.resultRows),
    result_bytes: text(figures.resultBytes),
    elapsed_ns: text((figures.elapsedSeconds ?? 0) * 1e9),
  });
}
