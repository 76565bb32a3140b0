import { randomBytes, randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import type { QueryFigures } from '../answer/query-figures.js';
import type { ClickHouseException } from '../clickhouse-exception.js';
import type { Engine } from '../engine/engine.js';
import { quoteString } from '../sql/sql-literal.js';
import { type LogTable, logTableNames } from './query-log-tables.js';
import { createWaitingRows } from './waiting-rows.js';

export interface LoggedQuery {
  readonly request: IncomingMessage;
  readonly queryId: string;
  readonly user: string;
  readonly sql: string;
  readonly database: string;
  readonly settings: ReadonlyMap<string, string>;
}

export interface QueryEnd {
  readonly figures?: QueryFigures;
  readonly failure?: ClickHouseException;
}

/** What a server writes to `system.query_log`, `session_log` and `opentelemetry_span_log`. */
export interface QueryLog {
  login(attempt: { user: string; sessionId: string; failure?: ClickHouseException }): void;
  /** Notes the start of a query. What it gives notes its end. */
  start(query: LoggedQuery): (end: QueryEnd) => void;
  /** Puts what has been noted into the tables, where this statement reads them: nobody else needs it there. */
  show(sql: string): Promise<void>;
}

type Row = Readonly<Record<string, unknown>>;

const mentioned = new RegExp(`\\b(?:${logTableNames.join('|')})\\b`);

export function createQueryLog(engine: Pick<Engine, 'tell' | 'incomingDir'>): QueryLog {
  const waiting = new Map(logTableNames.map((table) => [table, createWaitingRows()]));
  const note = (table: LogTable, row: Row) => waiting.get(table)!.push(row);
  return {
    login({ user, sessionId, failure }) {
      note('session_log', {
        type: failure ? 'LoginFailure' : 'LoginSuccess',
        session_id: sessionId,
        event_time_microseconds: seconds(nowMicros()),
        user,
        failure_reason: failure?.message ?? '',
      });
    },
    start(query) {
      if (query.settings.get('log_queries') === '0') return () => undefined;
      const startedAt = nowMicros();
      const common = commonColumns(query, startedAt);
      note('query_log', { ...common, type: 'QueryStart', event_time_microseconds: seconds(startedAt) });
      return ({ figures, failure }) => {
        const endedAt = nowMicros();
        note('query_log', {
          ...common,
          ...figureColumns(figures ?? {}),
          type: failure ? 'ExceptionWhileProcessing' : 'QueryFinish',
          event_time_microseconds: seconds(endedAt),
          query_duration_ms: Math.round((endedAt - startedAt) / 1000),
          exception_code: failure?.code ?? 0,
          exception: failure?.message ?? '',
        });
        const span = spanOf(query, { startedAt, endedAt });
        if (span) note('opentelemetry_span_log', span);
      };
    },
    async show(sql) {
      if (!mentioned.test(sql)) return;
      for (const [table, rows] of waiting) await fill(engine, table, rows.takeAll());
    },
  };
}

async function fill(
  { tell, incomingDir }: Pick<Engine, 'tell' | 'incomingDir'>,
  table: LogTable,
  rows: string,
): Promise<void> {
  if (rows === '') return;
  const file = join(incomingDir, randomUUID());
  try {
    await writeFile(file, rows);
    await tell(
      `INSERT INTO system.${table} FROM INFILE ${quoteString(file)} COMPRESSION 'none' FORMAT JSONEachRow`,
    );
  } finally {
    await rm(file, { force: true });
  }
}

const nowMicros = () => Math.round((performance.timeOrigin + performance.now()) * 1000);
/** As DateTime64(6) reads it in whatever zone. */
const seconds = (micros: number) => (micros / 1e6).toFixed(6);

function commonColumns(
  { request, queryId, user, sql, database, settings }: LoggedQuery,
  startedAt: number,
): Row {
  return {
    query_start_time_microseconds: seconds(startedAt),
    current_database: database,
    query: sql,
    query_kind: kindOf(sql),
    user,
    query_id: queryId,
    http_method: request.method === 'POST' ? 2 : 1,
    http_user_agent: request.headers['user-agent'] ?? '',
    log_comment: settings.get('log_comment') ?? '',
    Settings: Object.fromEntries(settings),
  };
}

function kindOf(sql: string): string {
  const word = /[a-z]+/i.exec(sql)?.[0] ?? '';
  return word.toUpperCase() === 'WITH'
    ? 'Select'
    : word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}

const figureColumns = (figures: QueryFigures): Row => ({
  read_rows: figures.readRows ?? 0,
  read_bytes: figures.readBytes ?? 0,
  written_rows: figures.writtenRows ?? 0,
  written_bytes: figures.writtenBytes ?? 0,
  result_rows: figures.resultRows ?? 0,
  result_bytes: figures.resultBytes ?? 0,
});

/** The span of a query whose client sends a W3C `traceparent` that is sampled. */
function spanOf(
  { request, queryId, sql, user }: LoggedQuery,
  { startedAt, endedAt }: { startedAt: number; endedAt: number },
): Row | undefined {
  const parent = /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f][13579bdf]$/.exec(
    String(request.headers.traceparent ?? ''),
  );
  if (!parent) return undefined;
  const traceId = parent[1]!.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  return {
    trace_id: traceId,
    span_id: randomBytes(8).readBigUInt64LE().toString(),
    parent_span_id: BigInt(`0x${parent[2]}`).toString(),
    operation_name: 'query',
    start_time_us: startedAt,
    finish_time_us: endedAt,
    attribute: {
      'clickhouse.query_id': queryId,
      'clickhouse.user': user,
      'db.statement': sql,
    },
  };
}
