import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type AnswerContext, answerStream, answerWhole } from './answer.js';
import { refusal } from './clickhouse-exception.js';
import type { Engine, EngineConnection } from './engine.js';
import { isStreamable } from './output-format.js';
import { querySettings } from './query-settings.js';
import { maxStatementBytes, type RequestBody, readBody } from './request-body.js';
import type { Sessions } from './sessions.js';
import { quoteIdentifier, quoteString } from './sql-literal.js';
import { parseStatement, type Statement } from './statement.js';
import { setStatement, splitParameters } from './url-parameters.js';
import { authenticate, type User, type Users } from './users.js';

export interface QueryHandler {
  readonly engine: Engine;
  readonly sessions: Sessions;
  readonly users: Users;
}

interface Query {
  readonly statement: Statement;
  readonly body: RequestBody;
  /** Bytes of the URL's query that were put before the body. */
  readonly data: { from: number; before: string };
  readonly settings: ReadonlyMap<string, string>;
  readonly logComment: string;
}

/** Answers one query over HTTP. What it throws has not been answered yet. */
export async function handleQuery(handler: QueryHandler, context: AnswerContext): Promise<void> {
  const { request, url } = context;
  const user = authenticate(handler.users, request.headers, url.searchParams);
  refuseUnsupported(context);
  const { settings: asked, parameters } = splitParameters(url.searchParams);
  const settings = new Map(querySettings({ settings: asked, user, method: request.method ?? 'GET' }));
  const body = await readBody(request);
  const { statement, data } = locate(url.searchParams.get('query') ?? '', body);
  // It tells the query apart in the engine's list, where a query's id can't be chosen.
  const logComment = `${settings.get('log_comment') ?? ''} ${randomUUID()}`.trim();

  const applied = inSession(settings, { statement, user, parameters: url.searchParams });
  const sets = new Map([['log_comment', ''], ...applied, ['log_comment', logComment]]);
  const session = { user, parameters: url.searchParams, settingNames: sets.keys() };
  await handler.sessions.lend(session, async (connection) => {
    const database = single(request.headers['x-clickhouse-database']) ?? url.searchParams.get('database');
    if (database) await connection.configure(`USE ${quoteIdentifier(database)}`);
    for (const set of [setStatement(parameters, 'param_'), setStatement(sets)]) {
      if (set) await connection.configure(set);
    }
    await run(handler.engine, connection, context, { statement, body, data, settings, logComment });
  });
}

/**
 * In a session the engine's `readonly` could not be taken back after one query, so there a GET is held to reading by its
 * kind of statement, and a user who is never anything but readonly has no sessions.
 */
function inSession(
  settings: ReadonlyMap<string, string>,
  query: { statement: Statement; user: User; parameters: URLSearchParams },
): ReadonlyMap<string, string> {
  if (!query.parameters.has('session_id') || !settings.has('readonly')) return settings;
  if (query.user.readonly) throw refusal('NOT_IMPLEMENTED', 'A readonly user has no sessions here.');
  if (query.statement.kind === 'insertData' || query.statement.kind === 'other') {
    throw refusal('READONLY', 'Cannot execute query in readonly mode.');
  }
  return new Map([...settings].filter(([name]) => name !== 'readonly'));
}

/** Stops a query whose client has gone, unless it writes: a write goes on, as in a server. */
async function run(
  engine: Engine,
  connection: EngineConnection,
  context: AnswerContext,
  query: Query,
): Promise<void> {
  const { statement } = query;
  if (statement.kind === 'insertData')
    return await insert(engine, connection, context, { ...query, statement });
  const otherwise = defaultFormat(context);
  const format = statement.format ?? otherwise;
  if (statement.kind === 'other') {
    const result = await connection.run(statement.sql, { format: otherwise, slot: 'write' });
    return answerWhole(context, { format, bytes: result.bytes, figures: figuresOf(result) });
  }
  await whileClientWaits(engine, context, { logComment: query.logComment }, (signal) =>
    read(connection, context, { ...query, statement, format, signal }),
  );
}

/**
 * Aborts the signal and cancels the query when the client goes before its answer is out. A query that has just been
 * started is not in the engine's list yet, so it is cancelled again until it has ended.
 */
async function whileClientWaits(
  engine: Engine,
  { response }: AnswerContext,
  { logComment }: { logComment: string },
  work: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const gone = new AbortController();
  let again: NodeJS.Timeout | undefined;
  const kill = () => void engine.kill(logComment).catch(() => undefined);
  const cancel = () => {
    if (response.writableEnded) return;
    gone.abort();
    kill();
    again = setInterval(kill, 500);
  };
  if (response.destroyed) cancel();
  else response.once('close', cancel);
  try {
    await work(gone.signal);
  } finally {
    clearInterval(again);
    response.off('close', cancel);
  }
}

async function read(
  connection: EngineConnection,
  context: AnswerContext,
  query: {
    statement: { kind: string; sql: string };
    format: string;
    settings: ReadonlyMap<string, string>;
    signal: AbortSignal;
  },
): Promise<void> {
  const { format, settings, signal } = query;
  const { kind, sql } = query.statement;
  const whole = ['1', 'true'].includes(context.url.searchParams.get('wait_end_of_query') ?? '');
  if (kind === 'select' && !whole && isStreamable({ format, sql, settings })) {
    return await answerStream(context, { format, blocks: connection.stream(sql, { format, signal }) });
  }
  const result = await connection.run(sql, { format, slot: 'read', signal });
  answerWhole(context, { format, bytes: result.bytes, figures: figuresOf(result) });
}

/**
 * Data goes to the engine through a file. Its API takes data only behind the statement's own text, and there it runs
 * what follows a semicolon or an empty line in the data as another statement.
 */
async function insert(
  engine: Engine,
  connection: EngineConnection,
  context: AnswerContext,
  query: Query & { statement: Statement & { kind: 'insertData' } },
): Promise<void> {
  const { target, settings, format } = query.statement;
  const file = join(engine.incomingDir, randomUUID());
  const result = await query.body.spool({ file, ...query.data }, (spooled) => {
    const sql = `${target} FROM INFILE ${quoteString(spooled)} COMPRESSION 'none' ${settings} FORMAT ${format}`;
    return connection.run(sql, { format: 'TabSeparated', slot: 'write' });
  });
  const figures = {
    ...figuresOf(result),
    writtenRows: result.rowsRead,
    writtenBytes: result.bytesRead,
  };
  answerWhole(context, { format: 'TabSeparated', bytes: new Uint8Array(0), figures });
}

/** The statement is the URL's query and then the body, as one text; an INSERT's data may start in either. */
function locate(
  urlQuery: string,
  body: RequestBody,
): { statement: Statement; data: { from: number; before: string } } {
  const before = urlQuery === '' ? '' : `${urlQuery}\n`;
  // latin1 keeps one character per byte, so that a place in the text is a place in the bytes.
  const text = Buffer.from(before).toString('latin1') + body.head.toString('latin1');
  const statement = parseStatement(text);
  if (statement.kind !== 'insertData') {
    if (!body.isWhole) {
      throw refusal(
        'SYNTAX_ERROR',
        `Max query size exceeded: a statement has at most ${maxStatementBytes} bytes.`,
      );
    }
    return { statement: { ...statement, sql: utf8(statement.sql) }, data: { from: 0, before: '' } };
  }
  const beforeBytes = Buffer.byteLength(before);
  const decoded = { ...statement, target: utf8(statement.target), settings: utf8(statement.settings) };
  return {
    statement: decoded,
    data: {
      from: Math.max(0, statement.dataStart - beforeBytes),
      before: utf8(text.slice(Math.min(statement.dataStart, beforeBytes), beforeBytes)),
    },
  };
}

const utf8 = (text: string) => Buffer.from(text, 'latin1').toString('utf8');

function defaultFormat({ request, url }: AnswerContext): string {
  const asked = single(request.headers['x-clickhouse-format']) ?? url.searchParams.get('default_format');
  if (!asked) return 'TabSeparated';
  if (!/^\w+$/.test(asked)) throw refusal('BAD_ARGUMENTS', `Invalid format name '${asked}'.`);
  return asked;
}

function refuseUnsupported({ request, url }: AnswerContext): void {
  for (const name of ['compress', 'decompress']) {
    if (url.searchParams.get(name) === '1') {
      throw refusal(
        'NOT_IMPLEMENTED',
        `${name}=1 is not supported here; use Content-Encoding and Accept-Encoding.`,
      );
    }
  }
  if (url.searchParams.has('role')) throw refusal('NOT_IMPLEMENTED', 'Roles are not supported here.');
  if (request.headers['content-type']?.startsWith('multipart/form-data')) {
    throw refusal(
      'NOT_IMPLEMENTED',
      'multipart/form-data is not supported here; send parameters in the URL.',
    );
  }
}

function figuresOf(result: {
  rowsRead: number;
  bytesRead: number;
  elapsedSeconds: number;
  bytes: Uint8Array;
}) {
  return {
    readRows: result.rowsRead,
    readBytes: result.bytesRead,
    resultBytes: result.bytes.length,
    elapsedSeconds: result.elapsedSeconds,
  };
}

const single = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);
