/** A token of ClickHouse's SQL that is neither a space nor a comment. */
export interface SqlToken {
  readonly kind: 'word' | 'quoted' | 'number' | 'symbol';
  /** As written; words are not folded to one case. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Those of Unicode count too. As text, or as the bytes of UTF-8 with one character each: a byte 0xA0 alone is `\s` but
 * no space, and the engine takes none there.
 */
const spaces =
  /(?:[\s\x85\u180e\u200b-\u200d\u2060]|\xc2[\x85\xa0]|\xe1\xa0\x8e|\xe2\x80[\x80-\x8d\xa8\xa9\xaf]|\xe2\x81[\x9f\xa0]|\xe3\x80\x80|\xef\xbb\xbf)+/y;
const lineComment = /(?:--|\/\/|#[ !])[^\n]*/y;
/** No letters but ASCII's: another one ends a word, and may begin a string. A `$` alone is none: a string may follow it. */
const word = /(?:[A-Za-z_]|\$(?=\w))[\w$]*/y;
/** The sign of an exponent is of the number, also where nothing follows it: in `1e--1` is no comment. */
const number = /(?:0x[\da-f_.]*(?:p[+-]?)?|\d[\d_.]*(?:e[+-]?)?)[\w.]*/iy;
/** ‘a string’ and “a name”, in which nothing is escaped; as text, or as the bytes of UTF-8 with one character each. */
const unicodeQuoted =
  /\u2018[^\u2019]*(?:\u2019|$)|\u201c[^\u201d]*(?:\u201d|$)|\xe2\x80(?:\x98.*?(?:\xe2\x80\x99|$)|\x9c.*?(?:\xe2\x80\x9d|$))/sy;
const heredocTag = /\$[\w]*\$/y;

/**
 * Reads tokens one by one, as src/Parsers/Lexer.cpp does: nested comments, `#` and `//` comments, heredocs, backslash and
 * doubled quotes. It is lazy, because the text after an INSERT's head is data and must not be read as SQL.
 */
export function* sqlTokens(sql: string): Generator<SqlToken> {
  let position = 0;
  while (position < sql.length) {
    const skipped = skipBlank(sql, position);
    if (skipped >= sql.length) return;
    const token = readToken(sql, skipped);
    yield token;
    position = token.end;
  }
}

function skipBlank(sql: string, from: number): number {
  let position = from;
  for (;;) {
    const before = position;
    position = matchEnd(spaces, sql, position) ?? position;
    position = matchEnd(lineComment, sql, position) ?? position;
    if (sql.startsWith('/*', position)) position = endOfBlockComment(sql, position);
    if (position === before) return position;
  }
}

function readToken(sql: string, start: number): SqlToken {
  const first = sql[start]!;
  const token = (kind: SqlToken['kind'], end: number): SqlToken => ({
    kind,
    text: sql.slice(start, end),
    start,
    end,
  });
  if (first === "'" || first === '"' || first === '`') return token('quoted', endOfQuoted(sql, start, first));
  if (first === '$') {
    const tagEnd = matchEnd(heredocTag, sql, start);
    const close = tagEnd === undefined ? -1 : sql.indexOf(sql.slice(start, tagEnd), tagEnd);
    if (tagEnd !== undefined && close >= 0) return token('quoted', close + (tagEnd - start));
  }
  const unicodeEnd = matchEnd(unicodeQuoted, sql, start);
  if (unicodeEnd !== undefined) return token('quoted', unicodeEnd);
  const wordEnd = matchEnd(word, sql, start);
  if (wordEnd !== undefined) return token('word', wordEnd);
  const numberEnd = matchEnd(number, sql, start);
  if (numberEnd !== undefined) return token('number', numberEnd);
  return token('symbol', start + 1);
}

function endOfQuoted(sql: string, start: number, quote: string): number {
  for (let position = start + 1; position < sql.length; position++) {
    if (sql[position] === '\\') position++;
    else if (sql[position] === quote) {
      if (sql[position + 1] !== quote) return position + 1;
      position++;
    }
  }
  return sql.length;
}

function endOfBlockComment(sql: string, start: number): number {
  let depth = 0;
  for (let position = start; position < sql.length; position++) {
    if (sql.startsWith('/*', position)) {
      depth++;
      position++;
    } else if (sql.startsWith('*/', position)) {
      depth--;
      position++;
      if (depth === 0) return position + 1;
    }
  }
  return sql.length;
}

function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

export const isKeyword = (token: SqlToken | undefined, keyword: string): boolean =>
  token?.kind === 'word' && token.text.toUpperCase() === keyword;
