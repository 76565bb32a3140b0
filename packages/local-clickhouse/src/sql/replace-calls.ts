import { sqlTokens } from './sql-tokens.js';

/**
 * Puts expressions in the place of calls without arguments, whose names are given in lower case. A column that is such a call
 * keeps its name.
 */
export function replaceCalls(sql: string, expressions: Readonly<Record<string, string>>): string {
  const tokens = [...sqlTokens(sql)];
  let result = sql;
  for (const [index, { kind, text, start }] of [...tokens.entries()].reverse()) {
    const [open, close] = [tokens[index + 1], tokens[index + 2]];
    if (kind !== 'word' || open?.text !== '(' || close?.text !== ')') continue;
    const name = text.toLowerCase();
    if (Object.hasOwn(expressions, name))
      result = `${result.slice(0, start)}(${expressions[name]} AS \`${text}()\`)${result.slice(close.end)}`;
  }
  return result;
}
