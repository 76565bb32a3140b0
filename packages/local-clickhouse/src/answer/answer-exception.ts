import { type ClickHouseException, httpStatusOf } from '../clickhouse-exception.js';
import { type AnswerContext, setCommonHeaders } from './answer-context.js';

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
