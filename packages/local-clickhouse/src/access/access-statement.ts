import { createHash } from 'node:crypto';
import { refusal } from '../clickhouse-exception.js';
import { quoteIdentifier } from '../sql-literal.js';
import { type SqlToken, sqlTokens } from '../sql-tokens.js';

/** `ALL` or names. */
export type RoleList = 'ALL' | readonly string[];

/** What CREATE USER and ALTER USER say of a user. */
export interface UserProperties {
  readonly passwordSha256?: string;
  readonly defaultDatabase?: string;
  readonly defaultRoles?: RoleList;
  readonly settings?: Readonly<Record<string, string>>;
}

/** A privilege and what it is on, as behind GRANT: `SELECT(a)` and `db.*`. */
export interface Right {
  readonly privilege: string;
  readonly on: string;
}

/** A statement about users, roles and their rights. */
export type AccessStatement =
  | {
      kind: 'createUsers';
      names: string[];
      ifNotExists: boolean;
      orReplace: boolean;
      properties: UserProperties;
    }
  | { kind: 'alterUsers'; names: string[]; ifExists: boolean; properties: UserProperties }
  | { kind: 'createRoles'; names: string[]; ifNotExists: boolean; orReplace: boolean }
  | { kind: 'dropUsers' | 'dropRoles'; names: string[]; ifExists: boolean }
  | { kind: 'grantRights' | 'revokeRights'; rights: Right[]; names: string[] }
  | { kind: 'grantRoles' | 'revokeRoles'; roles: string[]; names: string[] }
  | { kind: 'setDefaultRoles'; roles: RoleList; names: string[] };

/** Undefined for a statement about something else. Throws SYNTAX_ERROR, and NOT_IMPLEMENTED for what is not known here. */
export function parseAccessStatement(sql: string, database: string): AccessStatement | undefined {
  const parser = new AccessParser(sql, database);
  if (parser.takes('CREATE', 'USER')) return parser.createUsers();
  if (parser.takes('ALTER', 'USER')) return parser.alterUsers();
  if (parser.takes('CREATE', 'ROLE')) return parser.createRoles();
  if (parser.takes('DROP', 'USER')) return parser.drop('dropUsers');
  if (parser.takes('DROP', 'ROLE')) return parser.drop('dropRoles');
  if (parser.takes('SET', 'DEFAULT', 'ROLE')) return parser.setDefaultRoles();
  if (parser.takes('GRANT')) return parser.grant({ rights: 'grantRights', roles: 'grantRoles', to: 'TO' });
  if (parser.takes('REVOKE'))
    return parser.grant({ rights: 'revokeRights', roles: 'revokeRoles', to: 'FROM' });
  return undefined;
}

/** For logs. */
export const withoutPasswords = (sql: string): string =>
  sql.replace(/\bBY\s+'(?:[^'\\]|\\.|'')*'/gi, "BY '[HIDDEN]'");

class AccessParser {
  readonly #sql: string;
  readonly #database: string;
  readonly #tokens: readonly SqlToken[];
  #at = 0;

  constructor(sql: string, database: string) {
    this.#sql = sql;
    this.#database = database;
    this.#tokens = [...sqlTokens(sql)];
  }

  takes(...words: string[]): boolean {
    const found = words.every((word, index) => isWord(this.#tokens[this.#at + index], word));
    if (found) this.#at += words.length;
    return found;
  }

  createUsers(): AccessStatement {
    const options = this.#creation();
    return this.#ended({ kind: 'createUsers', ...options, properties: this.#properties() });
  }

  alterUsers(): AccessStatement {
    const ifExists = this.takes('IF', 'EXISTS');
    const names = this.#names();
    return this.#ended({ kind: 'alterUsers', names, ifExists, properties: this.#properties() });
  }

  createRoles(): AccessStatement {
    return this.#ended({ kind: 'createRoles', ...this.#creation() });
  }

  drop(kind: 'dropUsers' | 'dropRoles'): AccessStatement {
    const ifExists = this.takes('IF', 'EXISTS');
    return this.#ended({ kind, names: this.#names(), ifExists });
  }

  setDefaultRoles(): AccessStatement {
    const roles = this.#roleList();
    if (!this.takes('TO')) throw this.#unknown();
    return this.#ended({ kind: 'setDefaultRoles', roles, names: this.#names() });
  }

  grant(as: {
    rights: 'grantRights' | 'revokeRights';
    roles: 'grantRoles' | 'revokeRoles';
    to: 'TO' | 'FROM';
  }): AccessStatement {
    const isOfRights = this.#tokens.slice(this.#at).some((token) => isWord(token, 'ON'));
    if (!isOfRights) {
      const roles = this.#names();
      if (!this.takes(as.to)) throw this.#unknown();
      return this.#ended({ kind: as.roles, roles, names: this.#names() });
    }
    const privileges = this.#privileges();
    const on = this.#object();
    const rights = privileges.map((privilege) => ({ privilege, on }));
    if (!this.takes(as.to)) throw this.#unknown();
    return this.#ended({ kind: as.rights, rights, names: this.#names() });
  }

  #creation(): { names: string[]; ifNotExists: boolean; orReplace: boolean } {
    const orReplace = this.takes('OR', 'REPLACE');
    const ifNotExists = this.takes('IF', 'NOT', 'EXISTS');
    return { names: this.#names(), ifNotExists, orReplace };
  }

  #properties(): UserProperties {
    let properties: UserProperties = {};
    const add = (more: UserProperties) => {
      properties = { ...properties, ...more };
    };
    for (;;) {
      if (this.takes('NOT', 'IDENTIFIED')) add({ passwordSha256: sha256('') });
      else if (this.takes('IDENTIFIED')) add({ passwordSha256: this.#password() });
      else if (this.takes('HOST', 'ANY')) continue;
      else if (this.takes('DEFAULT', 'ROLE')) add({ defaultRoles: this.#roleList() });
      else if (this.takes('DEFAULT', 'DATABASE')) add({ defaultDatabase: this.#name() });
      else if (this.takes('SETTINGS')) add({ settings: this.#settings() });
      else return properties;
    }
  }

  #password(): string {
    if (this.takes('WITH')) {
      const way = this.#name().toLowerCase();
      if (way === 'no_password') return sha256('');
      const isHash = way === 'sha256_hash';
      if (!isHash && !/^(?:plaintext|sha256|double_sha1|bcrypt|scram_sha256)_password$/.test(way))
        throw this.#unknown();
      if (!this.takes('BY')) throw this.#unknown();
      return isHash ? this.#literal().toLowerCase() : sha256(this.#literal());
    }
    if (!this.takes('BY')) throw this.#unknown();
    return sha256(this.#literal());
  }

  #settings(): Record<string, string> {
    const settings: Record<string, string> = {};
    do {
      const name = this.#name();
      if (this.#next()?.text !== '=') throw this.#unknown();
      const value = this.#next();
      if (value?.kind !== 'number' && value?.kind !== 'quoted' && value?.kind !== 'word')
        throw this.#unknown();
      settings[name] = value.kind === 'quoted' ? unquoted(value.text) : value.text;
    } while (this.#takesComma());
    return settings;
  }

  /** Up to ON, at its commas: `SHOW TABLES`, `SELECT(a, b)`. */
  #privileges(): string[] {
    const privileges: string[] = [];
    let start = this.#at;
    let depth = 0;
    const end = () => {
      const [first, last] = [this.#tokens[start], this.#tokens[this.#at - 1]];
      if (start === this.#at || !first || !last) throw this.#unknown();
      privileges.push(this.#sql.slice(first.start, last.end));
      start = this.#at + 1;
    };
    for (; ; this.#at++) {
      const token = this.#tokens[this.#at];
      if (!token) throw this.#unknown();
      if (token.text === '(') depth++;
      if (token.text === ')') depth--;
      if (depth > 0) continue;
      if (token.text === ',') end();
      if (isWord(token, 'ON')) {
        end();
        this.#at++;
        return privileges;
      }
    }
  }

  /** `*` and a table's name alone are of the current database. */
  #object(): string {
    const part = () =>
      this.#tokens[this.#at]?.text === '*' ? this.#next()!.text : quoteIdentifier(this.#name());
    const first = part();
    if (this.#tokens[this.#at]?.text !== '.') return `${quoteIdentifier(this.#database)}.${first}`;
    this.#at++;
    return `${first}.${part()}`;
  }

  #roleList(): RoleList {
    if (this.takes('NONE')) return [];
    return this.takes('ALL') ? 'ALL' : this.#names();
  }

  #names(): string[] {
    const names = [this.#name()];
    while (this.#takesComma()) names.push(this.#name());
    return names;
  }

  #name(): string {
    const token = this.#next();
    if (token?.kind === 'word') return token.text;
    if (token?.kind !== 'quoted') throw this.#unknown();
    return unquoted(token.text);
  }

  #literal(): string {
    const token = this.#next();
    if (token?.kind !== 'quoted') throw this.#unknown();
    return unquoted(token.text);
  }

  #takesComma(): boolean {
    if (this.#tokens[this.#at]?.text !== ',') return false;
    this.#at++;
    return true;
  }

  #next(): SqlToken | undefined {
    return this.#tokens[this.#at++];
  }

  #ended(statement: AccessStatement): AccessStatement {
    if (this.#at < this.#tokens.length) throw this.#unknown();
    return statement;
  }

  #unknown(): Error {
    const near = this.#tokens[Math.min(this.#at, this.#tokens.length) - 1];
    return refusal(
      'NOT_IMPLEMENTED',
      `This statement about users and roles is not supported here, near '${near?.text ?? ''}' at position ${near?.start ?? 0}.`,
    );
  }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const unquoted = (text: string) =>
  text
    .slice(1, -1)
    .replace(/\\(.)|(['"`])\2/gs, (_all, escaped: string | undefined, doubled: string) => escaped ?? doubled);

const isWord = (token: SqlToken | undefined, word: string): boolean =>
  token?.kind === 'word' && token.text.toUpperCase() === word;
