import { replaceCalls } from '../sql/replace-calls.js';
import { quoteString } from '../sql/sql-literal.js';
import { isKeyword, type SqlToken, sqlTokens } from '../sql/sql-tokens.js';

/**
 * The engine gives each query an id of its own, which can't be chosen. The id by which the client knows it is the last
 * word of the query's `log_comment`, and this puts it back where a statement looks for `query_id`.
 */
const clientQueryId = "splitByChar(' ', Settings['log_comment'])[-1]";

/** What `log_comment` is set to. */
export const logCommentOf = (comment: string | undefined, queryId: string): string =>
  `${comment ?? ''} ${asOneWord(queryId)}`.trim();

/** The condition that finds a client's query in `system.processes`. */
export const isQuery = (queryId: string): string => `${clientQueryId} = ${quoteString(asOneWord(queryId))}`;

const asOneWord = (queryId: string) => queryId.replaceAll(' ', '_');

/** `KILL QUERY WHERE query_id = …` and `FROM system.processes`, so that they mean the client's ids. */
export function withClientQueryIds(sql: string): string {
  if (!/processes|kill/i.test(sql)) return sql;
  const tokens = [...sqlTokens(sql)];
  const isKill = isKeyword(tokens[0], 'KILL') && isKeyword(tokens[1], 'QUERY');
  const replacements = isKill ? idsIn(tokens) : processesIn(tokens);
  let result = sql;
  for (const { start, end, text } of replacements.reverse()) {
    result = result.slice(0, start) + text + result.slice(end);
  }
  return result;
}

/** `queryID()` of a SELECT, as the client knows it. What is kept, such as a column's default, must go on calling it. */
export function withOwnQueryId(sql: string, queryId: string): string {
  if (!/query_?id\s*\(/i.test(sql)) return sql;
  const id = quoteString(queryId);
  return replaceCalls(sql, { queryid: id, query_id: id, initialqueryid: id, initial_query_id: id });
}

interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const idsIn = (tokens: readonly SqlToken[]): Replacement[] =>
  tokens
    .filter((token) => isKeyword(token, 'QUERY_ID') || isKeyword(token, 'INITIAL_QUERY_ID'))
    .map(({ start, end }) => ({ start, end, text: clientQueryId }));

function processesIn(tokens: readonly SqlToken[]): Replacement[] {
  const found: Replacement[] = [];
  tokens.forEach((token, index) => {
    const table = tokens[index + 2];
    const isTable =
      isKeyword(token, 'SYSTEM') && tokens[index + 1]?.text === '.' && isKeyword(table, 'PROCESSES');
    if (!isTable || !(isKeyword(tokens[index - 1], 'FROM') || isKeyword(tokens[index - 1], 'JOIN'))) return;
    const ids = `${clientQueryId} AS query_id, ${clientQueryId} AS initial_query_id`;
    found.push({
      start: token.start,
      end: table!.end,
      text: `(SELECT * REPLACE (${ids}) FROM system.processes)`,
    });
  });
  return found;
}
