import type { Socket } from 'node:net';
import type { Engine } from '../engine/engine.js';
import { isQuery } from '../query/query-identity.js';
import { isOn } from '../request/url-parameters.js';
import type { AnswerContext } from './answer-context.js';
import { type QueryFigures, summary } from './query-figures.js';

const defaultIntervalMs = 100;

/**
 * With `send_progress_in_http_headers=1` the status goes out at the first interval that a query takes, and a header with its
 * progress at every one, so that no proxy takes the connection for dead. What fails later fails with status 200 then, and
 * X-ClickHouse-Exception-Code.
 */
export async function withProgressHeaders<T>(
  engine: Engine,
  { parameters, response, queryId }: AnswerContext,
  work: () => Promise<T>,
): Promise<T> {
  if (!isOn(parameters, 'send_progress_in_http_headers') || isOn(parameters, 'wait_end_of_query'))
    return await work();
  let isDone = false;
  let send: ((name: string, value: string) => void) | undefined;
  const tick = async () => {
    const figures = await progressOf(engine, queryId).catch(() => undefined);
    if (isDone || response.headersSent || response.destroyed) return;
    // One that follows another on its connection gets that only after the other's answer.
    if (figures && response.socket) {
      send ??= startHeaders(response.socket);
      send('X-ClickHouse-Progress', summary(figures));
    }
    timer = setTimeout(tick, intervalMs);
  };
  const intervalMs = Math.max(
    10,
    Number(parameters.get('http_headers_progress_interval_ms')) || defaultIntervalMs,
  );
  let timer = setTimeout(tick, intervalMs);
  try {
    return await work();
  } finally {
    isDone = true;
    clearTimeout(timer);
  }
}

async function progressOf(engine: Engine, queryId: string): Promise<QueryFigures | undefined> {
  const columns = 'read_rows, read_bytes, written_rows, written_bytes, total_rows_approx, elapsed';
  const answer = await engine.ask(
    `SELECT ${columns} FROM system.processes WHERE ${isQuery(queryId)} LIMIT 1`,
  );
  if (answer === '') return undefined;
  const [readRows, readBytes, writtenRows, writtenBytes, totalRows, elapsedSeconds] = answer
    .split('\t')
    .map(Number);
  return { readRows, readBytes, writtenRows, writtenBytes, totalRows, elapsedSeconds };
}

/**
 * Sends the status, and gives what sends header lines behind it. Node writes a status and all headers at once, so the status
 * is taken off what it writes.
 */
function startHeaders(socket: Socket): (name: string, value: string) => void {
  const write = socket.write.bind(socket);
  const withoutStatus = (chunk: string | Uint8Array, ...rest: unknown[]) => {
    socket.write = write;
    const afterStatus = typeof chunk === 'string' ? chunk.indexOf('\n') + 1 : chunk.indexOf(0x0a) + 1;
    return Reflect.apply(write, socket, [chunk.slice(afterStatus), ...rest]);
  };
  write('HTTP/1.1 200 OK\r\n');
  socket.write = withoutStatus as typeof socket.write;
  return (name, value) => void write(`${name}: ${value}\r\n`);
}
