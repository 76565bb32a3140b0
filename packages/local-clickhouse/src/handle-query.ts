import type { AccessControl } from './access-control.js';
import { type AccessStatement, parseAccessStatement, withoutPasswords } from './access-statement.js';
import { withAccountNames } from './account-names.js';
import type { Accounts } from './accounts.js';
import { type AnswerContext, answerWhole } from './answer.js';
import { ClickHouseException, refusal, toClickHouseException } from './clickhouse-exception.js';
import type { Engine, EngineConnection } from './engine.js';
import { createTables } from './external-tables.js';
import { type LocatedStatement, locateStatement } from './locate-statement.js';
import { type ExternalTable, isMultipart, readMultipart } from './multipart-form.js';
import { logCommentOf } from './query-identity.js';
import type { QueryEnd, QueryLog } from './query-log.js';
import { querySettings } from './query-settings.js';
import { emptyBody, type RequestBody, readBody } from './request-body.js';
import { runStatement } from './run-statement.js';
import type { Sessions } from './sessions.js';
import { quoteIdentifier } from './sql-literal.js';
import { sqlTokens } from './sql-tokens.js';
import type { Statement } from './statement.js';
import { setStatement, splitParameters } from './url-parameters.js';
import { authenticate, type User } from './users.js';

export interface QueryHandler {
  readonly engine: Engine;
  readonly sessions: Sessions;
  readonly accounts: Accounts;
  /** The engine's roles of a user, with those asked for; undefined for one who has all rights. */
  readonly rolesOf: (user: User, asked: readonly string[]) => readonly string[] | undefined;
  readonly access: AccessControl;
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

function login({ accounts, log }: QueryHandler, { request, parameters }: AnswerContext): User {
  const sessionId = parameters.get('session_id') ?? '';
  try {
    const user = authenticate(accounts.find, request.headers, parameters);
    log.login({ user: user.name, sessionId });
    return user;
  } catch (thrown) {
    const failure = toClickHouseException(thrown);
    log.login({ user: parameters.get('user') ?? '', sessionId, failure });
    throw failure;
  }
}

async function answerQuery(handler: QueryHandler, context: AnswerContext, query: Query): Promise<void> {
  const { engine, log } = handler;
  const { request, parameters, queryId } = context;
  const { user, body } = query;
  refuseUnsupported(parameters);
  const located = locateStatement(parameters.get('query') ?? '', body);
  const database =
    single(request.headers['x-clickhouse-database']) ?? parameters.get('database') ?? user.defaultDatabase;
  const { settings, parameters: values } = splitParameters(parameters);
  if (located.statement.kind === 'other') handler.access.refuseImpossible(located.statement.sql);
  const access = accessStatementOf(handler, { user, statement: located.statement, database });
  const roles = handler.rolesOf(user, parameters.getAll('role'));
  const prepared = prepare(located, { ...query, context, settings, roles });
  await handler.access.use(user, async () => {
    await log.show(located.text);
    const end = log.start({
      ...{ request, queryId, settings, user: user.name, database: database ?? 'default' },
      sql: access ? withoutPasswords(located.text) : located.text,
    });
    const run = access
      ? changeAccess(handler, context, access)
      : handler.sessions.lend(prepared.session, async (connection) => {
          // The current database is not a matter of rights, so that it is taken before the roles, anew in a session.
          if (roles) await connection.configure('SET ROLE all_rights');
          if (database) await connection.configure(`USE ${quoteIdentifier(database)}`);
          if (roles) await connection.configure(`SET ROLE ${roles.join(', ')}`);
          await createTables(connection, query.tables);
          for (const set of [setStatement(values, 'param_'), setStatement(prepared.sets)]) {
            if (set) await configureLong(connection, set);
          }
          const zoned = prepared.zone ? { ...context, timezone: prepared.zone } : context;
          return await runStatement(engine, connection, zoned, { ...located, ...prepared, body });
        });
    await run.then(end, (thrown: unknown) => {
      const failure = namingUser(toClickHouseException(thrown), user);
      end({ failure });
      throw failure;
    });
  });
}

/** The engine, to which all users are its one user `default`, says that that one lacks a right. */
function namingUser(exception: ClickHouseException, { name }: User): ClickHouseException {
  const named = exception.message.replace(
    'DB::Exception: default: Not enough privileges',
    `DB::Exception: ${name}: Not enough privileges`,
  );
  if (named === exception.message) return exception;
  return new ClickHouseException(exception.code, named, { cause: exception });
}

/** Parameters and settings may be longer than a statement: over HTTP they are none. */
async function configureLong(connection: EngineConnection, set: string): Promise<void> {
  const bytes = Buffer.byteLength(set);
  if (bytes <= defaultMaxQuerySize) return await connection.configure(set);
  await connection.configure(`SET max_query_size = ${bytes + 1}`);
  await connection.configure(set);
  await connection.configure('SET max_query_size = DEFAULT');
}

const defaultMaxQuerySize = 262_144;

/** What the connection must be set to before the statement, and the statement as its user means it. */
function prepare(
  { statement }: LocatedStatement,
  query: Query & {
    readonly context: AnswerContext;
    readonly settings: ReadonlyMap<string, string>;
    readonly roles: readonly string[] | undefined;
  },
) {
  const { context, user, roles } = query;
  const { parameters, request, queryId } = context;
  const asked = new Map([...Object.entries(user.settings ?? {}), ...query.settings]);
  if (user.readonly && !query.settings.has('readonly')) asked.delete('readonly');
  const settings = new Map(querySettings({ settings: asked, user, method: request.method ?? 'GET' }));
  if (roles) refuseRoleChange(statement);
  // A user who may not write could leave nothing in a session.
  if (user.readonly) parameters.delete('session_id');
  const applied = inSession(settings, { statement, parameters });
  const logComment = logCommentOf(settings.get('log_comment'), queryId);
  // Where a setting is refused, the comment must be there already, and `readonly` must be last.
  const sets = new Map([['log_comment', ''], ...applied, ['log_comment', logComment]]);
  const session = { user, parameters, settingNames: sets.keys() };
  return {
    statement: asMeantBy(user, statement),
    sets,
    session,
    zone: settings.get('session_timezone'),
  };
}

function asMeantBy(user: User, statement: Statement): Statement {
  if (user.passwordSha256 === undefined || statement.kind !== 'select') return statement;
  const { sql, unformatted } = statement;
  return {
    ...statement,
    sql: withAccountNames(sql, user.name),
    unformatted: withAccountNames(unformatted, user.name),
  };
}

function accessStatementOf(
  { rolesOf }: QueryHandler,
  query: { user: User; statement: Statement; database: string | undefined },
): AccessStatement | undefined {
  if (query.statement.kind !== 'other') return undefined;
  const access = parseAccessStatement(query.statement.sql, query.database ?? 'default');
  if (access && (query.user.readonly || rolesOf(query.user, []))) {
    throw refusal(
      'ACCESS_DENIED',
      `${query.user.name}: Not enough privileges. Only a user who has all rights makes users and roles and grants rights.`,
    );
  }
  return access;
}

async function changeAccess(
  { access }: QueryHandler,
  context: AnswerContext,
  statement: AccessStatement,
): Promise<QueryEnd> {
  await access.change(statement);
  answerWhole(context, { format: undefined, chunks: [], figures: {} });
  return { figures: {} };
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
  if (['1', 'true'].includes(parameters.get('http_write_exception_in_output_format') ?? '')) {
    throw refusal('NOT_IMPLEMENTED', 'http_write_exception_in_output_format = 1 is not supported here.');
  }
}

const single = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);
