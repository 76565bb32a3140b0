import type { AccessControl } from '../access/access-control.js';
import type { AccessStatement } from '../access/access-statement.js';
import type { Accounts } from '../access/accounts.js';
import { parseAccessStatement, withoutPasswords } from '../access/parse-access-statement.js';
import { authenticate, type User } from '../access/users.js';
import type { AnswerContext } from '../answer/answer-context.js';
import { answerWhole } from '../answer/answer-whole.js';
import { ClickHouseException, refusal, toClickHouseException } from '../clickhouse-exception.js';
import type { Engine } from '../engine/engine.js';
import type { QueryEnd, QueryLog } from '../log/query-log.js';
import { headerText } from '../request/header-text.js';
import { locateStatement } from '../request/locate-statement.js';
import { type ExternalTable, isMultipart, readMultipart } from '../request/multipart-form.js';
import { emptyBody, type RequestBody, readBody } from '../request/request-body.js';
import { isOn, splitParameters } from '../request/url-parameters.js';
import type { Statement } from '../sql/statement.js';
import { prepareQuery } from './prepare-query.js';
import { runStatement } from './run-statement.js';
import type { Sessions } from './sessions.js';
import { setUpConnection } from './set-up-connection.js';

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
    if (isMultipart(request)) await answerForm(handler, context, user);
    else {
      const body = await readBody(request, parameters);
      await answerQuery(handler, context, { user, body, tables: [] }).finally(() => body.discard());
    }
  } finally {
    handler.runningIds.delete(queryId);
  }
}

async function answerForm(handler: QueryHandler, context: AnswerContext, user: User): Promise<void> {
  const { request, parameters } = context;
  const form = await readMultipart(request, { folder: handler.engine.incomingDir, parameters });
  try {
    for (const [name, value] of form.fields) parameters.append(name, value);
    await answerQuery(handler, context, { user, body: await emptyBody(), tables: form.tables });
  } finally {
    await form.discard();
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
  const { user, body, tables } = query;
  refuseUnsupported(parameters);
  const located = locateStatement(parameters.get('query') ?? '', body);
  const database =
    headerText(request.headers['x-clickhouse-database']) ??
    parameters.get('database') ??
    user.defaultDatabase;
  const { settings, parameters: values } = splitParameters(parameters);
  if (located.statement.kind === 'other') handler.access.refuseImpossible(located.statement.sql);
  const access = accessStatementOf(handler, { user, statement: located.statement, database });
  const roles = handler.rolesOf(user, parameters.getAll('role'));
  const { statement, sets, session, zone } = prepareQuery(located.statement, {
    ...{ context, user, settings, roles },
  });
  await handler.access.use(user, async () => {
    await log.show(located.text);
    const end = log.start({
      ...{ request, queryId, settings, user: user.name, database: database ?? 'default' },
      sql: access ? withoutPasswords(located.text) : located.text,
    });
    const run = access
      ? changeAccess(handler, context, access)
      : handler.sessions.lend(session, async (connection) => {
          await setUpConnection(connection, { database, roles, tables, parameters: values, sets });
          const zoned = zone ? { ...context, timezone: zone } : context;
          return await runStatement({ engine, connection, context: zoned }, { ...located, statement, body });
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
    () => `DB::Exception: ${name}: Not enough privileges`,
  );
  if (named === exception.message) return exception;
  return new ClickHouseException(exception.code, named, { cause: exception });
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
  answerWhole(context, { format: undefined, figures: {} });
  return { figures: {} };
}

function refuseUnsupported(parameters: URLSearchParams): void {
  if (isOn(parameters, 'http_write_exception_in_output_format')) {
    throw refusal('NOT_IMPLEMENTED', 'http_write_exception_in_output_format = 1 is not supported here.');
  }
}
