import type { IncomingMessage, ServerResponse } from 'node:http';
import { asHeader } from '../request/header-text.js';

/** A request that is being answered. */
export interface AnswerContext {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly parameters: URLSearchParams;
  readonly queryId: string;
  readonly timezone: string;
}

/** The response alone does not tell: while it waits for another's on its connection, it has none. */
export const isGone = ({ request, response }: AnswerContext): boolean =>
  response.destroyed || request.socket.destroyed;

const displayName = 'local-clickhouse';

export function setCommonHeaders({ response, queryId, timezone }: AnswerContext): void {
  response.setHeader('X-ClickHouse-Query-Id', asHeader(queryId));
  response.setHeader('X-ClickHouse-Timezone', timezone);
  response.setHeader('X-ClickHouse-Server-Display-Name', displayName);
}
