import { quoteString } from '../sql/sql-literal.js';
import { sqlTokens } from '../sql/sql-tokens.js';
import { accountRole } from './access.js';

/**
 * `currentUser()` and `currentRoles()` as a user means them that was made by SQL. To the engine all users are one, and what was
 * granted to this one is a role.
 */
export function withAccountNames(sql: string, user: string): string {
  if (!/current(?:user|roles)/i.test(sql)) return sql;
  const tokens = [...sqlTokens(sql)];
  let result = sql;
  for (const [index, { kind, text, start }] of [...tokens.entries()].reverse()) {
    const [open, close] = [tokens[index + 1], tokens[index + 2]];
    if (kind !== 'word' || open?.text !== '(' || close?.text !== ')') continue;
    const expression = expressions[text.toLowerCase()]?.(user);
    if (expression)
      result = `${result.slice(0, start)}(${expression} AS \`${text}()\`)${result.slice(close.end)}`;
  }
  return result;
}

const expressions: Readonly<Record<string, (user: string) => string>> = {
  currentuser: (user) => quoteString(user),
  currentroles: (user) => `arrayFilter(each -> each != ${quoteString(accountRole(user))}, currentRoles())`,
};
