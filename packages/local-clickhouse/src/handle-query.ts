import type { AnswerContext } from './answer.js';
import { refusal, toClickHouseException } from './clickhouse-exception.js';
import type { Engine, EngineConnection } from './engine.js';
import { roleOf } from './engine-access.js';
import { locateStatement } from './locate-statement.js';
import { type ExternalTable, isMultipart, readMultipart } from './multipart-form.js';
import { logCommentOf } from './query-identity.js';
import type { QueryLog } from './query-log.js';
import { querySettings } from './query-settings.js';
import { emptyBody, type RequestBody, readBody } from './request-body.js';
import { runStatement } from './run-statement.js';
import type { Sessions } from './sessions.js';
import { quoteIdentifier, quoteString } from './sql-literal.js';
import { sqlTokens } from './sql-tokens.js';
import type { Statement } from './statement.js';
import { setStatement, splitParameters } from './url-parameters.js';
import { authenticate, type User, type Users } from './users.js';

export interface QueryHandler {
  readonly engine: Engine;
  readonly sessions: Sessions;
  readonly users: Users;
  /** Ids of the queries that run, by the names that their clients gave them. */
  readonly runningIds: Set<string>;
  readonly log: QueryLog;
}

interface Query {
  readonly user: User;
  readonly body: RequestBody;
  readonly tables: readonly ExternalTable[];
}

/** Answers one query over HTTP. What it throws has not been answered yet. */
export async function handleQuery(handler: QueryHandler, context: AnswerContext): Promise<void> {
  const { request, parameters, queryId } = context;
  const user = login(handler, context);
  if (handler.runningIds.has(queryId)) {
    throw refusal('QUERY_WITH_SAME_ID_IS_ALREADY_RUNNING', `Query with id = ${queryId} is already running.`);
  }
  handler.runningIds.add(queryId);
  try {
    if (!isMultipart(request)) {
      const body = await readBody(request, parameters);
      return await answerQuery(handler, context, { user, body, tables: [] });
    }
    const form = await readMultipart(request, { folder: handler.engine.incomingDir, parameters });
    try {
      for (const [name, value] of form.fields) parameters.append(name, value);
      await answerQuery(handler, context, { user, body: await emptyBody(), tables: form.tables });
    } finally {
      await form.discard();
    }
  } finally {
    handler.runningIds.delete(queryId);
  }
}

function login({ users, log }: QueryHandler, { request, parameters }: AnswerContext): User {
  const sessionId = parameters.get('session_id') ?? '';
  try {
    const user = authenticate(users, request.headers, parameters);
    log.login({ user: user.name, sessionId });
    return user;
  } catch (thrown) {
    const failure = toClickHouseException(thrown);
    log.login({ user: parameters.get('user') ?? '', sessionId, failure });
    throw failure;
  }
}

async function answerQuery(handler: QueryHandler, context: AnswerContext, query: Query): Promise<void> {
  const { engine, sessions, users, log } = handler;
  const { request, parameters, queryId } = context;
  const { user, body, tables } = query;
  refuseUnsupported(parameters);
  const { settings: asked, parameters: values } = splitParameters(parameters);
  const settings = new Map(querySettings({ settings: asked, user, method: request.method ?? 'GET' }));
  const located = locateStatement(parameters.get('query') ?? '', body);
  const role = roleOf(users, user.name);
  if (role) refuseRoleChange(located.statement);
  // A user who may not write could leave nothing in a session.
  if (user.readonly) parameters.delete('session_id');
  const applied = inSession(settings, { statement: located.statement, parameters });
  const logComment = logCommentOf(settings.get('log_comment'), queryId);
  // Where a setting is refused, the comment must be there already, and `readonly` must be last.
  const sets = new Map([['log_comment', ''], ...applied, ['log_comment', logComment]]);
  const zone = settings.get('session_timezone');
  const session = { user, parameters, settingNames: sets.keys() };
  const database = single(request.headers['x-clickhouse-database']) ?? parameters.get('database');
  const { text } = located;
  await log.show(text);
  const end = log.start({
    request,
    queryId,
    user: user.name,
    sql: text,
    database: database ?? 'default',
    settings: asked,
  });
  const run = sessions.lend(session, async (connection) => {
    if (role) await connection.configure(`SET ROLE ${role}`);
    if (database) await connection.configure(`USE ${quoteIdentifier(database)}`);
    await createTables(connection, tables);
    for (const set of [setStatement(values, 'param_'), setStatement(sets)]) {
      if (set) await connection.configure(set);
    }
    const zoned = zone ? { ...context, timezone: zone } : context;
    return await runStatement(engine, connection, zoned, { ...located, body });
  });
  await run.then(end, (thrown: unknown) => {
    end({ failure: toClickHouseException(thrown) });
    throw thrown;
  });
}

/** External data as temporary tables. In a session they stay, until a query brings others of their names. */
async function createTables(connection: EngineConnection, tables: readonly ExternalTable[]): Promise<void> {
  for (const { name, structure, format, file } of tables) {
    if (!/^\w+$/.test(format)) throw refusal('UNKNOWN_FORMAT', `Unknown format ${format}.`);
    const table = quoteIdentifier(name);
    await connection.configure(`CREATE OR REPLACE TEMPORARY TABLE ${table} (${structure}) ENGINE = Memory`);
    await connection.configure(
      `INSERT INTO ${table} FROM INFILE ${quoteString(file)} COMPRESSION 'none' FORMAT ${format}`,
    );
  }
}

/**
 * In a session the engine's `readonly` could not be taken back after one query, so there a GET is held to reading by its
 * kind of statement.
 */
function inSession(
  settings: ReadonlyMap<string, string>,
  query: { statement: Statement; parameters: URLSearchParams },
): ReadonlyMap<string, string> {
  if (!query.parameters.has('session_id') || !settings.has('readonly')) return settings;
  if (query.statement.kind === 'insertData' || query.statement.kind === 'other') {
    throw refusal('READONLY', 'Cannot execute query in readonly mode.');
  }
  return new Map([...settings].filter(([name]) => name !== 'readonly'));
}

/** The engine's one user has every role, so it would let a connection take another one. */
function refuseRoleChange(statement: Statement): void {
  if (statement.kind !== 'other') return;
  const [first, second] = sqlTokens(statement.sql);
  const words = `${first?.text} ${second?.text}`.toUpperCase();
  if (!['SET ROLE', 'SET DEFAULT', 'EXECUTE AS'].includes(words)) return;
  throw refusal('ACCESS_DENIED', 'Not enough privileges: a user of limited rights has no other roles.');
}

function refuseUnsupported(parameters: URLSearchParams): void {
  const role = parameters.get('role');
  if (role !== null) throw refusal('UNKNOWN_ROLE', `There is no role \`${role}\`: users have no roles here.`);
  if (['1', 'true'].includes(parameters.get('http_write_exception_in_output_format') ?? '')) {
    throw refusal('NOT_IMPLEMENTED', 'http_write_exception_in_output_format = 1 is not supported here.');
  }
}

const single = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);
