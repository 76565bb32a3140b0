import { refusal } from '../clickhouse-exception.js';
import { isKeyword, type SqlToken, sqlTokens } from '../sql/sql-tokens.js';

/** Reads a statement from its start to its end, word by word. What it throws is NOT_IMPLEMENTED for all that comes unexpected. */
export class SqlReader {
  readonly #sql: string;
  readonly #tokens: readonly SqlToken[];
  #at = 0;

  constructor(sql: string) {
    this.#sql = sql;
    this.#tokens = [...sqlTokens(sql)];
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#tokens.length;
  }

  /** Goes past these keywords, if all of them are next. */
  takes(...keywords: string[]): boolean {
    const found = keywords.every((keyword, index) => isKeyword(this.#tokens[this.#at + index], keyword));
    if (found) this.#at += keywords.length;
    return found;
  }

  takesSymbol(symbol: string): boolean {
    const found = this.#tokens[this.#at]?.text === symbol;
    if (found) this.#at++;
    return found;
  }

  expect(keyword: string): void {
    if (!this.takes(keyword)) throw this.unknown();
  }

  hasLater(keyword: string): boolean {
    return this.#tokens.slice(this.#at).some((token) => isKeyword(token, keyword));
  }

  /** Quoted or not. */
  name(): string {
    const token = this.#next();
    if (token.kind === 'word') return token.text;
    if (token.kind !== 'quoted') throw this.unknown();
    return unquoted(token.text);
  }

  names(): string[] {
    const names = [this.name()];
    while (this.takesSymbol(',')) names.push(this.name());
    return names;
  }

  literal(): string {
    const token = this.#next();
    if (token.kind !== 'quoted') throw this.unknown();
    return unquoted(token.text);
  }

  /** A number, a word or a literal. */
  value(): string {
    const token = this.#next();
    if (token.kind === 'symbol') throw this.unknown();
    return token.kind === 'quoted' ? unquoted(token.text) : token.text;
  }

  /** What stands before a keyword, at its commas that are not in parentheses: `SELECT(a, b), SHOW TABLES`. Goes past it. */
  listBefore(keyword: string): string[] {
    const list: string[] = [];
    let start = this.#at;
    for (let depth = 0; ; ) {
      const token = this.#next();
      if (token.text === '(') depth++;
      if (token.text === ')') depth--;
      const isEnd = depth === 0 && isKeyword(token, keyword);
      if (!isEnd && (depth > 0 || token.text !== ',')) continue;
      const [first, last] = [this.#tokens[start], this.#tokens[this.#at - 2]];
      if (start === this.#at - 1 || !first || !last) throw this.unknown();
      list.push(this.#sql.slice(first.start, last.end));
      start = this.#at;
      if (isEnd) return list;
    }
  }

  unknown(): Error {
    const near = this.#tokens[Math.min(this.#at, this.#tokens.length) - 1];
    return refusal(
      'NOT_IMPLEMENTED',
      `This statement about users and roles is not supported here, near '${near?.text ?? ''}' at position ${near?.start ?? 0}.`,
    );
  }

  #next(): SqlToken {
    const token = this.#tokens[this.#at];
    if (!token) throw this.unknown();
    this.#at++;
    return token;
  }
}

const unquoted = (text: string) =>
  text
    .slice(1, -1)
    .replace(/\\(.)|(['"`])\2/gs, (_all, escaped: string | undefined, doubled: string) => escaped ?? doubled);
