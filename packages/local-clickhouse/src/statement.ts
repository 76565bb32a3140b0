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
      /** The call of `input(structure)` through which a SELECT in the target reads the data. */
      readonly input: InputCall | undefined;
    }
  | {
      readonly kind: 'select' | 'show' | 'other';
      /** Without the closing semicolon. */
      readonly sql: string;
      /** The FORMAT clause, if the statement has one. */
      readonly format: string | undefined;
      /** The statement up to its FORMAT clause, and what follows that: `SETTINGS …` or nothing. */
      readonly unformatted: string;
      readonly tail: string;
    };

/** The target before the call, what is between its parentheses, and the target after it. */
export interface InputCall {
  readonly before: string;
  readonly structure: string;
  readonly after: string;
}

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
  const insertToken = keyword === 'INSERT' ? first.value : findInsertAfterWith(text, keyword);
  const insert = insertToken && findInsertData(text, insertToken);
  if (insert) return insert;
  const scan = scanWhole(tokens, first.value);
  const kind = insertToken
    ? 'other'
    : selecting.has(keyword)
      ? 'select'
      : showing.has(keyword)
        ? 'show'
        : 'other';
  const sql = text.slice(0, scan.end);
  const { format } = scan;
  if (!format) return { kind, sql, format: undefined, unformatted: sql, tail: '' };
  const unformatted = sql.slice(0, format.clauseStart);
  return { kind, sql, format: format.name.text, unformatted, tail: sql.slice(format.name.end) };
}

interface FormatClause {
  readonly name: SqlToken;
  readonly clauseStart: number;
}

function scanWhole(
  tokens: Iterable<SqlToken>,
  first: SqlToken,
): { end: number; format: FormatClause | undefined } {
  let previous = first;
  let end = first.end;
  let format: FormatClause | undefined;
  let ended = false;
  for (const token of tokens) {
    if (token.text === ';') {
      ended = true;
      continue;
    }
    if (ended) throw refusal('SYNTAX_ERROR', 'Syntax error (Multi-statements are not allowed).');
    refuseFiles(previous, token);
    // Only settings may follow the clause; `AS format` in the middle of a query is a name.
    if (isKeyword(previous, 'FORMAT') && token.kind === 'word')
      format = { name: token, clauseStart: previous.start };
    else if (format && previous === format.name && !isKeyword(token, 'SETTINGS')) format = undefined;
    previous = token;
    end = token.end;
  }
  return { end, format };
}

/** `WITH … INSERT INTO`, which is no SELECT. A SELECT that is not in parentheses ends the list that WITH opens. */
function findInsertAfterWith(text: string, keyword: string): SqlToken | undefined {
  if (keyword !== 'WITH') return undefined;
  let depth = 0;
  let previous: SqlToken | undefined;
  for (const token of sqlTokens(text)) {
    if (token.text === '(' || token.text === '{') depth++;
    else if (token.text === ')' || token.text === '}') depth--;
    if (depth > 0) continue;
    if (previous && isKeyword(previous, 'INSERT') && isKeyword(token, 'INTO')) return previous;
    if (isKeyword(token, 'SELECT')) return undefined;
    previous = token;
  }
  return undefined;
}

function findInsertData(text: string, insert: SqlToken): Statement | undefined {
  let depth = 0;
  let settingsStart: number | undefined;
  let selects = false;
  let previous: PlacedToken = { token: insert, isName: false };
  for (const token of sqlTokens(text)) {
    if (token.start <= insert.start) continue;
    if (token.text === ';') return undefined;
    refuseFiles(previous.token, token);
    const isName = followsNamePlace(previous.token, token);
    if (token.text === '(' || token.text === '{') depth++;
    else if (token.text === ')' || token.text === '}') depth--;
    else if (depth === 0 && !isName) {
      if (isKeyword(token, 'SELECT') || isKeyword(token, 'WITH')) selects = true;
      else if (isKeyword(token, 'SETTINGS')) settingsStart ??= token.start;
      const data = dataClause(previous, token);
      const input = data && selects ? findInput(text.slice(0, settingsStart ?? data.clauseStart)) : undefined;
      if (data && selects && !input) return undefined;
      // Without a SELECT nothing refers to what WITH names, and the engine takes no data behind it.
      const targetStart = selects ? 0 : insert.start;
      if (data) return insertData(text, { ...data, targetStart, settingsStart, clauseEnd: token.end, input });
    }
    previous = { token, isName };
  }
  return undefined;
}

function findInput(target: string): InputCall | undefined {
  const tokens = [...sqlTokens(target)];
  const name = tokens.findIndex(
    (token, index) => isKeyword(token, 'INPUT') && tokens[index + 1]?.text === '(',
  );
  if (name < 0) return undefined;
  const open = tokens[name + 1]!;
  const close = tokens.slice(name).find((token) => token.text === ')');
  if (!close) return undefined;
  return {
    before: target.slice(0, tokens[name]!.start),
    structure: target.slice(open.end, close.start),
    after: target.slice(close.end),
  };
}

interface PlacedToken {
  readonly token: SqlToken;
  /** The token names a table or a database, whatever word it is. */
  readonly isName: boolean;
}

function followsNamePlace(previous: SqlToken, token: SqlToken): boolean {
  if (previous.text === '.' || isKeyword(previous, 'TABLE')) return true;
  if (isKeyword(previous, 'INTO')) return !isKeyword(token, 'TABLE') && !isKeyword(token, 'FUNCTION');
  return isKeyword(previous, 'INSERT') && !isKeyword(token, 'INTO');
}

/** `VALUES` opens data at once; `FORMAT x` does after its name. */
function dataClause(
  previous: PlacedToken,
  token: SqlToken,
): { format: string; clauseStart: number } | undefined {
  if (token.kind !== 'word') return undefined;
  if (isKeyword(previous.token, 'FORMAT') && !previous.isName) {
    return { format: token.text, clauseStart: previous.token.start };
  }
  return isKeyword(token, 'VALUES') ? { format: 'Values', clauseStart: token.start } : undefined;
}

function insertData(
  text: string,
  found: {
    format: string;
    clauseStart: number;
    clauseEnd: number;
    targetStart: number;
    settingsStart: number | undefined;
    input: InputCall | undefined;
  },
): Statement {
  const settingsStart = found.settingsStart ?? found.clauseStart;
  let dataStart = found.clauseEnd;
  while (/[ \t\f]/.test(text[dataStart] ?? '')) dataStart++;
  if (text[dataStart] === ';' && text.slice(dataStart + 1).trim() === '') dataStart = text.length;
  if (text[dataStart] === '\r') dataStart++;
  if (text[dataStart] === '\n') dataStart++;
  return {
    kind: 'insertData',
    target: text.slice(found.targetStart, settingsStart),
    settings: text.slice(settingsStart, found.clauseStart),
    format: found.format,
    dataStart,
    input: found.input,
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
