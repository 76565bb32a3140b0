import { refusal } from './clickhouse-exception.js';
import { type SqlToken, sqlTokens } from './sql-tokens.js';

/** A single statement, understood as far as the front must: where data starts, which format comes out, what it may do. */
export type Statement =
  | {
      readonly kind: 'insertData';
      /** `INSERT INTO t (a, b)`: what comes before the settings and the format. */
      readonly target: string;
      /** `SETTINGS …` or empty. */
      readonly settings: string;
      readonly format: string;
      /** Where the data starts in the text that was read. */
      readonly dataStart: number;
    }
  | {
      readonly kind: 'select' | 'show' | 'other';
      /** Without the closing semicolon. */
      readonly sql: string;
      /** The FORMAT clause, if the statement has one. */
      readonly format: string | undefined;
    };

const selecting = new Set(['SELECT', 'WITH', 'FROM', '(']);
const showing = new Set(['SHOW', 'DESCRIBE', 'DESC', 'EXISTS', 'EXPLAIN', 'CHECK']);

/**
 * Understands the text of one statement. `text` may go on with an INSERT's data, which is not read as SQL.
 * Throws SYNTAX_ERROR where a second statement follows, and refuses INTO OUTFILE and FROM INFILE, which in the engine
 * would reach this machine's files, as a server does over HTTP.
 */
export function parseStatement(text: string): Statement {
  const tokens = sqlTokens(text);
  const first = tokens.next();
  if (first.done || first.value.text === ';') throw refusal('SYNTAX_ERROR', 'Empty query.');
  const keyword = first.value.text.toUpperCase();
  if (keyword === 'INSERT') {
    const insert = findInsertData(text, first.value);
    if (insert) return insert;
  }
  const scan = scanWhole(tokens, first.value);
  const kind = selecting.has(keyword) ? 'select' : showing.has(keyword) ? 'show' : 'other';
  return { kind, sql: text.slice(0, scan.end), format: scan.format };
}

function scanWhole(tokens: Iterable<SqlToken>, first: SqlToken): { end: number; format: string | undefined } {
  let previous = first;
  let end = first.end;
  let format: string | undefined;
  let ended = false;
  for (const token of tokens) {
    if (token.text === ';') {
      ended = true;
      continue;
    }
    if (ended) throw refusal('SYNTAX_ERROR', 'Syntax error (Multi-statements are not allowed).');
    refuseFiles(previous, token);
    if (isKeyword(previous, 'FORMAT') && token.kind === 'word') format = token.text;
    previous = token;
    end = token.end;
  }
  return { end, format };
}

function findInsertData(text: string, insert: SqlToken): Statement | undefined {
  let depth = 0;
  let settingsStart: number | undefined;
  let selects = false;
  let previous = insert;
  const tokens = sqlTokens(text);
  tokens.next();
  for (const token of tokens) {
    if (token.text === ';') return undefined;
    refuseFiles(previous, token);
    if (token.text === '(') depth++;
    else if (token.text === ')') depth--;
    else if (depth === 0 && previous.text !== '.') {
      if (isKeyword(token, 'SELECT') || isKeyword(token, 'WITH')) selects = true;
      else if (isKeyword(token, 'SETTINGS')) settingsStart ??= token.start;
      const format = dataFormat(previous, token, previous === insert || isKeyword(previous, 'INTO'));
      if (format && selects && !/\binput\s*\(/i.test(text.slice(0, token.start))) return undefined;
      if (format && selects)
        throw refusal('NOT_IMPLEMENTED', 'INSERT SELECT from input() is not supported here.');
      if (format) return insertData(text, { format, token, previous, settingsStart });
    }
    previous = token;
  }
  return undefined;
}

/** `VALUES` opens data at once; `FORMAT x` does after its name. A table may bear either word as its name. */
function dataFormat(previous: SqlToken, token: SqlToken, namesTable: boolean): string | undefined {
  if (namesTable) return undefined;
  if (isKeyword(token, 'VALUES') && !isKeyword(previous, 'FORMAT')) return 'Values';
  return isKeyword(previous, 'FORMAT') && token.kind === 'word' ? token.text : undefined;
}

function insertData(
  text: string,
  found: { format: string; token: SqlToken; previous: SqlToken; settingsStart: number | undefined },
): Statement {
  const clauseStart = isKeyword(found.previous, 'FORMAT') ? found.previous.start : found.token.start;
  const settingsStart = found.settingsStart ?? clauseStart;
  let dataStart = found.token.end;
  while (/[ \t\f]/.test(text[dataStart] ?? '')) dataStart++;
  if (text[dataStart] === ';' && text.slice(dataStart + 1).trim() === '') dataStart = text.length;
  if (text[dataStart] === '\r') dataStart++;
  if (text[dataStart] === '\n') dataStart++;
  return {
    kind: 'insertData',
    target: text.slice(0, settingsStart),
    settings: text.slice(settingsStart, clauseStart),
    format: found.format,
    dataStart,
  };
}

function refuseFiles(previous: SqlToken, token: SqlToken): void {
  if (token.kind !== 'word') return;
  if (isKeyword(previous, 'INTO') && isKeyword(token, 'OUTFILE')) {
    throw refusal('INTO_OUTFILE_NOT_ALLOWED', 'INTO OUTFILE is not allowed over HTTP.');
  }
  if (isKeyword(previous, 'FROM') && isKeyword(token, 'INFILE')) {
    throw refusal(
      'UNKNOWN_TYPE_OF_QUERY',
      'FROM INFILE is for clickhouse-client only; send the data as the body.',
    );
  }
}

function isKeyword(token: SqlToken, keyword: string): boolean {
  return token.kind === 'word' && token.text.toUpperCase() === keyword;
}
