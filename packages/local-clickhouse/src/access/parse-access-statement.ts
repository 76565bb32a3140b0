import { createHash } from 'node:crypto';
import { quoteIdentifier } from '../sql/sql-literal.js';
import { isKeyword, sqlTokens } from '../sql/sql-tokens.js';
import type { AccessStatement, RoleList, UserProperties } from './access-statement.js';
import { SqlReader } from './sql-reader.js';

/** Undefined for a statement about something else. Throws NOT_IMPLEMENTED for what is not known here. */
export function parseAccessStatement(sql: string, database: string): AccessStatement | undefined {
  const reader = new SqlReader(sql);
  const statement = read(reader, database);
  if (statement && !reader.isAtEnd) throw reader.unknown();
  return statement;
}

/** For logs. */
export function withoutPasswords(sql: string): string {
  const tokens = [...sqlTokens(sql)];
  return tokens.reduceRight((text, { kind, start, end }, index) => {
    const isPassword = kind === 'quoted' && isKeyword(tokens[index - 1], 'BY');
    return isPassword ? `${text.slice(0, start)}'[HIDDEN]'${text.slice(end)}` : text;
  }, sql);
}

function read(reader: SqlReader, database: string): AccessStatement | undefined {
  if (reader.takes('CREATE', 'USER'))
    return { kind: 'createUsers', ...creation(reader), properties: userProperties(reader) };
  if (reader.takes('ALTER', 'USER'))
    return { kind: 'alterUsers', ...existing(reader), properties: userProperties(reader) };
  if (reader.takes('CREATE', 'ROLE')) return { kind: 'createRoles', ...creation(reader) };
  if (reader.takes('DROP', 'USER')) return { kind: 'dropUsers', ...existing(reader) };
  if (reader.takes('DROP', 'ROLE')) return { kind: 'dropRoles', ...existing(reader) };
  if (reader.takes('SET', 'DEFAULT', 'ROLE')) {
    const roles = roleList(reader);
    return { kind: 'setDefaultRoles', roles, names: namesAfter(reader, 'TO') };
  }
  if (reader.takes('GRANT')) {
    const { rights, roles } = granted(reader, database);
    const names = namesAfter(reader, 'TO');
    return rights ? { kind: 'grantRights', rights, names } : { kind: 'grantRoles', roles, names };
  }
  if (reader.takes('REVOKE')) {
    const { rights, roles } = granted(reader, database);
    const names = namesAfter(reader, 'FROM');
    return rights ? { kind: 'revokeRights', rights, names } : { kind: 'revokeRoles', roles, names };
  }
  return undefined;
}

function creation(reader: SqlReader): { names: string[]; ifNotExists: boolean; orReplace: boolean } {
  const orReplace = reader.takes('OR', 'REPLACE');
  const ifNotExists = reader.takes('IF', 'NOT', 'EXISTS');
  return { names: reader.names(), ifNotExists, orReplace };
}

function existing(reader: SqlReader): { names: string[]; ifExists: boolean } {
  const ifExists = reader.takes('IF', 'EXISTS');
  return { names: reader.names(), ifExists };
}

function namesAfter(reader: SqlReader, keyword: 'TO' | 'FROM'): string[] {
  reader.expect(keyword);
  return reader.names();
}

function roleList(reader: SqlReader): RoleList {
  if (reader.takes('NONE')) return [];
  return reader.takes('ALL') ? 'ALL' : reader.names();
}

/** `SELECT(a), INSERT ON db.t`, or roles. */
function granted(
  reader: SqlReader,
  database: string,
): { rights: Array<{ privilege: string; on: string }>; roles?: never } | { rights?: never; roles: string[] } {
  if (!reader.hasLater('ON')) return { roles: reader.names() };
  const privileges = reader.listBefore('ON');
  const on = object(reader, database);
  return { rights: privileges.map((privilege) => ({ privilege, on })) };
}

/** `*` and a table's name alone are of the current database. */
function object(reader: SqlReader, database: string): string {
  const part = () => (reader.takesSymbol('*') ? '*' : quoteIdentifier(reader.name()));
  const first = part();
  return reader.takesSymbol('.') ? `${first}.${part()}` : `${quoteIdentifier(database)}.${first}`;
}

function userProperties(reader: SqlReader): UserProperties {
  let properties: UserProperties = {};
  const add = (more: UserProperties) => {
    properties = { ...properties, ...more };
  };
  for (;;) {
    if (reader.takes('NOT', 'IDENTIFIED')) add({ passwordSha256: sha256('') });
    else if (reader.takes('IDENTIFIED')) add({ passwordSha256: password(reader) });
    else if (reader.takes('HOST', 'ANY')) continue;
    else if (reader.takes('DEFAULT', 'ROLE')) add({ defaultRoles: roleList(reader) });
    else if (reader.takes('DEFAULT', 'DATABASE')) add({ defaultDatabase: reader.name() });
    else if (reader.takes('SETTINGS')) add({ settings: settings(reader) });
    else return properties;
  }
}

/** Its digest, or that of no password. */
function password(reader: SqlReader): string {
  const way = reader.takes('WITH') ? reader.name().toLowerCase() : 'plaintext_password';
  if (way === 'no_password') return sha256('');
  const isText = /^(?:plaintext|sha256|double_sha1|bcrypt|scram_sha256)_password$/.test(way);
  if (!isText && way !== 'sha256_hash') throw reader.unknown();
  reader.expect('BY');
  return isText ? sha256(reader.literal()) : reader.literal().toLowerCase();
}

function settings(reader: SqlReader): Record<string, string> {
  const values: Record<string, string> = {};
  do {
    const name = reader.name();
    if (!reader.takesSymbol('=')) throw reader.unknown();
    values[name] = reader.value();
  } while (reader.takesSymbol(','));
  return values;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
