import { withAccountNames } from '../access/account-names.js';
import type { User } from '../access/users.js';
import type { AnswerContext } from '../answer/answer-context.js';
import { refusal } from '../clickhouse-exception.js';
import { querySettings } from '../request/query-settings.js';
import { isKeyword, sqlTokens } from '../sql/sql-tokens.js';
import type { Statement } from '../sql/statement.js';
import { logCommentOf } from './query-identity.js';
import type { SessionRequest } from './sessions.js';

/** What the connection must be set to before the statement, and the statement as its user means it. */
export interface PreparedQuery {
  readonly statement: Statement;
  /** In the order of their SET. */
  readonly sets: ReadonlyMap<string, string>;
  readonly session: SessionRequest;
  /** `session_timezone`, if it is asked for. */
  readonly zone: string | undefined;
}

export function prepareQuery(
  statement: Statement,
  query: {
    readonly context: AnswerContext;
    readonly user: User;
    readonly settings: ReadonlyMap<string, string>;
    /** Undefined for a user who has all rights. */
    readonly roles: readonly string[] | undefined;
  },
): PreparedQuery {
  const { context, user, roles } = query;
  const { parameters, request, queryId } = context;
  if (roles) refuseRoleChange(statement);
  const asked = new Map([...Object.entries(user.settings ?? {}), ...query.settings]);
  if (user.readonly && !query.settings.has('readonly')) asked.delete('readonly');
  const settings = new Map(querySettings({ settings: asked, user, method: request.method ?? 'GET' }));
  // A user who may not write could leave nothing in a session.
  if (user.readonly) parameters.delete('session_id');
  const applied = inSession(settings, { statement, parameters });
  const logComment = logCommentOf(settings.get('log_comment'), queryId);
  // Where a setting is refused, the comment must be there already, and `readonly` must be last.
  const sets = new Map([['log_comment', ''], ...applied, ['log_comment', logComment]]);
  return {
    statement: asMeantBy(user, statement),
    sets,
    session: { user, parameters, settingNames: sets.keys() },
    zone: settings.get('session_timezone'),
  };
}

/** A user that was made by SQL has its name in the front only. */
function asMeantBy(user: User, statement: Statement): Statement {
  if (user.passwordSha256 === undefined || statement.kind !== 'select') return statement;
  const { sql, unformatted } = statement;
  return {
    ...statement,
    sql: withAccountNames(sql, user.name),
    unformatted: withAccountNames(unformatted, user.name),
  };
}

/**
 * In a session the engine's `readonly` could not be taken back after one query, so there a GET is held to reading by its
 * kind of statement.
 */
function inSession(
  settings: ReadonlyMap<string, string>,
  { statement, parameters }: { statement: Statement; parameters: URLSearchParams },
): ReadonlyMap<string, string> {
  if (!parameters.has('session_id') || !settings.has('readonly')) return settings;
  if (statement.kind === 'insertData' || statement.kind === 'other') {
    throw refusal('READONLY', 'Cannot execute query in readonly mode.');
  }
  return new Map([...settings].filter(([name]) => name !== 'readonly'));
}

/**
 * The engine's one user has every role, so it would let a connection take another one; also as a later one of the statements
 * that PARALLEL WITH joins. A column may have the name `role`.
 */
function refuseRoleChange(statement: Statement): void {
  if (statement.kind === 'select' || statement.kind === 'show') return;
  const tokens = [...sqlTokens(statement.kind === 'insertData' ? statement.target : statement.sql)];
  const isRoleChange = tokens.some((token, index) => {
    const [next, third] = [tokens[index + 1], tokens[index + 2]];
    if (isKeyword(token, 'EXECUTE')) return isKeyword(next, 'AS');
    if (!isKeyword(token, 'SET')) return false;
    return isKeyword(next, 'ROLE')
      ? third?.text !== '='
      : isKeyword(next, 'DEFAULT') && isKeyword(third, 'ROLE');
  });
  if (!isRoleChange) return;
  throw refusal('ACCESS_DENIED', 'Not enough privileges: a user of limited rights has no other roles.');
}
