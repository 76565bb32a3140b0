import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Writable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import type { ClickHouseException } from '../clickhouse-exception.js';
import { isOn } from '../request/url-parameters.js';
import { type AnswerContext, isGone, setCommonHeaders } from './answer-context.js';
import { contentTypeOf } from './output-format.js';
import { type QueryFigures, summary } from './query-figures.js';
import type { ResponseCompression } from './response-compression.js';

/** A result on its way to the client, packed as it asked. The status goes out with the first bytes. */
export interface Output {
  /** False where the client has not taken enough yet: `drained` waits for that. */
  write(bytes: Uint8Array): boolean;
  drained(): Promise<void>;
  end(): void;
  /**
   * Ends the connection without the chunk that would end the body, so that no client takes the rows for all of them. The
   * failure stands behind them, between `__exception__` markers, unless the engine packed them: then nobody could read it.
   */
  cutOff(exception: ClickHouseException): void;
}

export interface OutputHead {
  /** Undefined for a statement that has no result: such an answer names no format. */
  readonly format: string | undefined;
  readonly figures: QueryFigures;
  readonly compression: ResponseCompression;
}

/** As long as a client may take nothing of its answer. */
const sendTimeoutMs = 60_000;

export function openOutput(context: AnswerContext, head: OutputHead): Output {
  const { response } = context;
  const tag = randomBytes(8).toString('hex');
  setHeaders(context, head, tag);
  let isCutOff = false;
  const finish = () => {
    if (isCutOff) response.socket?.end();
    else response.end();
  };
  const { stream, end } = packed(response, head.compression, finish);
  return {
    write: (bytes) => stream.write(bytes),
    drained: () => drained(stream, context),
    end,
    cutOff(exception) {
      if (isGone(context)) return;
      isCutOff = true;
      if (head.compression.engineCoding === 'none') stream.write(exceptionFrame(exception, tag));
      end();
    },
  };
}

function setHeaders(context: AnswerContext, head: OutputHead, tag: string): void {
  const { response, parameters } = context;
  setCommonHeaders(context);
  response.setHeader('Content-Type', contentTypeOf(head.format ?? ''));
  if (head.format !== undefined) response.setHeader('X-ClickHouse-Format', head.format);
  // Also where no failure can follow: without it clients take any `__exception__` among the rows for one.
  response.setHeader('X-ClickHouse-Exception-Tag', tag);
  const figures = summary(head.figures);
  response.setHeader('X-ClickHouse-Summary', figures);
  if (isOn(parameters, 'send_progress_in_http_headers')) response.setHeader('X-ClickHouse-Progress', figures);
  const { contentEncoding } = head.compression;
  if (contentEncoding)
    response.setHeader('Content-Encoding', contentEncoding).setHeader('Vary', 'Accept-Encoding');
}

/** The response itself, or what packs bytes before they go there. */
function packed(
  response: ServerResponse,
  { create }: ResponseCompression,
  finish: () => void,
): { stream: Writable; end: () => void } {
  if (!create) return { stream: response, end: finish };
  const stream = create();
  stream.pipe(response, { end: false });
  stream.once('end', finish);
  response.once('close', () => stream.destroy());
  return { stream, end: () => stream.end() };
}

function exceptionFrame({ message }: ClickHouseException, tag: string): string {
  const text = `${message}\n`;
  return `\r\n__exception__\r\n${tag}\r\n${text}${Buffer.byteLength(text)} ${tag}\r\n__exception__\r\n`;
}

/** Waits until the client has taken something, and cuts off one that takes nothing: it would hold a reader for ever. */
async function drained(stream: Writable, context: AnswerContext): Promise<void> {
  if (isGone(context) || !stream.writableNeedDrain) return;
  const done = new AbortController();
  const { signal } = done;
  const cutOff = async () => {
    await setTimeout(sendTimeoutMs, undefined, { signal });
    context.response.destroy();
  };
  const closed = once(context.request.socket, 'close', { signal });
  try {
    await Promise.race([once(stream, 'drain', { signal }), closed, cutOff()]);
  } finally {
    done.abort();
  }
}
