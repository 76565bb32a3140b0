import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener as Listener, ServerResponse } from 'node:http';
import type { AnswerContext } from './answer/answer-context.js';
import { answerException } from './answer/answer-exception.js';
import { toClickHouseException } from './clickhouse-exception.js';
import { handleQuery, type QueryHandler } from './query/handle-query.js';

/** Answers HTTP requests, and knows those that are under way: a write goes on where its client has gone. */
export interface RequestListener {
  readonly listen: Listener;
  /** Resolves when no request is under way. */
  idle(): Promise<void>;
}

export function createRequestListener(handler: QueryHandler): RequestListener {
  const underWay = new Set<Promise<void>>();
  return {
    listen(request, response) {
      const answered = answer(handler, request, response).finally(() => underWay.delete(answered));
      underWay.add(answered);
    },
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

async function answer(
  handler: QueryHandler,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { path, parameters } = targetOf(request.url ?? '/');
  if (answerWithoutQuery(request, response, { path, parameters })) return;
  const queryId = parameters.get('query_id') || randomUUID();
  const { timezone } = handler.engine;
  const context: AnswerContext = { request, response, parameters, queryId, timezone };
  try {
    await handleQuery(handler, context);
  } catch (thrown) {
    answerException(context, toClickHouseException(thrown));
  }
}

interface Target {
  readonly path: string;
  readonly parameters: URLSearchParams;
}

/** Taken apart by hand, because not all that comes over HTTP, such as `//`, is a URL. */
function targetOf(url: string): Target {
  const local = url.replace(/^https?:\/\/[^/?]*/i, '');
  const [path = ''] = local.split('?', 1);
  return { path: path || '/', parameters: new URLSearchParams(local.slice(path.length)) };
}

/** What a server answers without a query and without a user. */
function answerWithoutQuery(
  request: IncomingMessage,
  response: ServerResponse,
  { path, parameters }: Target,
): boolean {
  const method = request.method ?? 'GET';
  const isRead = method === 'GET' || method === 'HEAD';
  if (isRead && path === '/' && parameters.has('query')) return false;
  if (method === 'POST') return false;
  request.resume();
  if (method === 'OPTIONS') {
    response.writeHead(204, { Allow: 'GET, HEAD, POST, OPTIONS' }).end();
    return true;
  }
  response.setHeader('Content-Type', 'text/plain; charset=UTF-8');
  if (!isRead) response.writeHead(501).end(`There are no queries by ${method}.\n`);
  else if (['/', '/ping', '/replicas_status'].includes(path)) response.end('Ok.\n');
  else response.writeHead(404).end(`There is no handle ${path}\n\nUse / or /ping for health checks.\n`);
  return true;
}
