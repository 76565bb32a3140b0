import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Readable, Transform } from 'node:stream';
import {
  type AnswerContext,
  answerSelect,
  answerWhole,
  compressionOf,
  figuresOf,
  outcomeOf,
} from './answer.js';
import { ClickHouseException, refusal } from './clickhouse-exception.js';
import type { Engine, EngineConnection, EngineResult } from './engine.js';
import type { LocatedStatement } from './locate-statement.js';
import { nativeRevision, toNativeRevision, wantsRevision } from './native/native-revision.js';
import { withProgressHeaders } from './progress-headers.js';
import { withClientQueryIds } from './query-identity.js';
import type { QueryEnd } from './query-log.js';
import type { RequestBody } from './request-body.js';
import { quoteString } from './sql-literal.js';
import { sqlTokens } from './sql-tokens.js';
import type { Statement } from './statement.js';

export interface StatementRun extends LocatedStatement {
  readonly body: RequestBody;
}

type InsertWithData = Statement & { readonly kind: 'insertData' };
type Select = Statement & { readonly kind: 'select' | 'show' | 'other' };

/**
 * Runs a statement and answers it; tells how it went, also where it failed in the midst of its answer. Stops one whose client has gone, unless it writes: a write goes on, as in a server.
 */
export async function runStatement(
  engine: Engine,
  connection: EngineConnection,
  context: AnswerContext,
  run: StatementRun,
): Promise<QueryEnd> {
  const { statement } = run;
  if (statement.kind === 'insertData') {
    return await insert(engine, connection, context, { ...run, statement });
  }
  const otherwise = defaultFormat(context);
  const format = statement.format ?? otherwise;
  if (!engine.outputFormats.has(format.toLowerCase())) {
    throw refusal('UNKNOWN_FORMAT', `Unknown format ${format}.`);
  }
  if (statement.kind === 'other') {
    const sql = withClientQueryIds(statement.sql);
    const result = await withProgressHeaders(engine, context, () =>
      connection.run(sql, { format: otherwise, slot: 'write' }),
    );
    const isAnswer = result.bytes.length > 0 || hasResult(sql);
    const figures = figuresOf(result);
    const chunks = [wholeFor(context, format, result.bytes)];
    answerWhole(context, { format: isAnswer ? format : undefined, chunks, figures });
    return { figures };
  }
  return await whileClientWaits(engine, context, async (signal) => {
    if (statement.kind === 'select') {
      return await withProgressHeaders(engine, context, () =>
        select(connection, context, { statement, format, signal }),
      );
    }
    const result = await connection.run(statement.sql, { format: otherwise, slot: 'read', signal });
    const figures = figuresOf(result);
    answerWhole(context, { format, chunks: [wholeFor(context, format, result.bytes)], figures });
    return { figures };
  });
}

/**
 * Aborts the signal and cancels the query when the client goes before its answer is out. A query that has just been
 * started is not in the engine's list yet, so it is cancelled again until it has ended.
 */
async function whileClientWaits<T>(
  engine: Engine,
  { response, queryId }: AnswerContext,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const gone = new AbortController();
  let again: NodeJS.Timeout | undefined;
  const kill = () => void engine.kill(queryId).catch(() => undefined);
  const cancel = () => {
    if (response.writableEnded) return;
    gone.abort();
    kill();
    again = setInterval(kill, 500);
  };
  if (response.destroyed) cancel();
  else response.once('close', cancel);
  try {
    return await work(gone.signal);
  } finally {
    clearInterval(again);
    response.off('close', cancel);
  }
}

async function select(
  connection: EngineConnection,
  context: AnswerContext,
  query: { statement: Select; format: string; signal: AbortSignal },
): Promise<QueryEnd> {
  const { format, signal } = query;
  const { unformatted, tail } = query.statement;
  const forRevision = wantsRevision(context.parameters, format);
  const compression = compressionOf(context, { byEngine: !forRevision });
  const coding = compression.engineCoding;
  const select = connection.select({ sql: withClientQueryIds(unformatted), format, tail, coding }, signal);
  select.result.catch(() => undefined);
  const output = forRevision ? passedThrough(select.output, nativeRevision()) : select.output;
  const running = { output, result: select.result };
  await answerSelect(context, { format, compression, running });
  return await outcomeOf(running.result);
}

/**
 * Data goes to the engine through a file. Its API takes data only behind the statement's own text, and there it runs
 * what follows a semicolon or an empty line in the data as another statement.
 */
async function insert(
  engine: Engine,
  connection: EngineConnection,
  context: AnswerContext,
  { statement, body, data }: StatementRun & { statement: InsertWithData },
): Promise<QueryEnd> {
  const file = join(engine.incomingDir, randomUUID());
  const result = await body
    .spool({ file, ...data }, (spooled) =>
      connection.run(insertFrom(spooled, statement), { format: 'TabSeparated', slot: 'write' }),
    )
    .catch(unlessNoColumns);
  const figures = { ...figuresOf(result), writtenRows: result.rows, writtenBytes: result.rowBytes };
  answerWhole(context, { format: undefined, chunks: [], figures });
  return { figures };
}

/** What can't be passed on stops its source too, so that the query is not kept waiting. */
function passedThrough(source: Readable, next: Transform): Readable {
  next.once('close', () => source.destroy());
  return source.pipe(next);
}

const wholeFor = ({ parameters }: AnswerContext, format: string, bytes: Uint8Array): Uint8Array =>
  wantsRevision(parameters, format) ? toNativeRevision(bytes) : bytes;

/** Statements whose result may be empty; the others, such as CREATE and SET, have none. */
const hasResult = (sql: string): boolean =>
  /^(?:KILL|BACKUP|RESTORE)$/i.test(sqlTokens(sql).next().value?.text ?? '');

/** A server takes an INSERT of no column at all (`EXCEPT` every one), and puts nothing in. */
function unlessNoColumns(thrown: unknown): EngineResult {
  if (!(thrown instanceof ClickHouseException) || thrown.code !== emptyListOfColumns) throw thrown;
  return { bytes: new Uint8Array(), rows: 0, rowBytes: 0, elapsedSeconds: 0 };
}

const emptyListOfColumns = 90;

function insertFrom(file: string, { target, settings, format, input }: InsertWithData): string {
  const path = quoteString(file);
  if (!input) return `${target} FROM INFILE ${path} COMPRESSION 'none' ${settings} FORMAT ${format}`;
  const source = `file(${path}, ${quoteString(format)}, ${input.structure})`;
  return `${input.before}${source}${input.after} ${settings}`;
}

function defaultFormat({ request, parameters }: AnswerContext): string {
  const header = request.headers['x-clickhouse-format'];
  const asked = (Array.isArray(header) ? header[0] : header) ?? parameters.get('default_format');
  if (!asked) return 'TabSeparated';
  if (!/^\w+$/.test(asked)) throw refusal('UNKNOWN_FORMAT', `Unknown format ${asked}.`);
  return asked;
}
