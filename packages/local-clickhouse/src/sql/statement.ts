import { refusal } from '../clickhouse-exception.js';
import { findInsertAfterWith, findInsertData, type InsertWithData } from './insert-with-data.js';
import { refuseFiles } from './refuse-files.js';
import { isKeyword, type SqlToken, sqlTokens } from './sql-tokens.js';

/** A single statement, understood as far as the front must: where data starts, which format comes out, what it may do. */
export type Statement = InsertWithData | StatementWithResult;

export interface StatementWithResult {
  readonly kind: 'select' | 'show' | 'other';
  /** Without the closing semicolon. */
  readonly sql: string;
  /** The FORMAT clause, if the statement has one. */
  readonly format: string | undefined;
  /** The statement up to its FORMAT clause, and what follows that: `SETTINGS …` or nothing. */
  readonly unformatted: string;
  readonly tail: string;
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
  const kind = insertToken ? 'other' : kindOf(keyword);
  const sql = text.slice(0, scan.end);
  const { format } = scan;
  if (!format) return { kind, sql, format: undefined, unformatted: sql, tail: '' };
  const unformatted = sql.slice(0, format.clauseStart);
  return { kind, sql, format: format.name.text, unformatted, tail: sql.slice(format.name.end) };
}

function kindOf(keyword: string): StatementWithResult['kind'] {
  if (selecting.has(keyword)) return 'select';
  return showing.has(keyword) ? 'show' : 'other';
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
