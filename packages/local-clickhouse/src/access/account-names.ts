import { replaceCalls } from '../sql/replace-calls.js';
import { quoteString } from '../sql/sql-literal.js';
import { accountRole } from './access.js';

/**
 * `currentUser()` and `currentRoles()` as a user means them that was made by SQL. To the engine all users are one, and what was
 * granted to this one is a role.
 */
export function withAccountNames(sql: string, user: string): string {
  if (!/current(?:user|roles)/i.test(sql)) return sql;
  return replaceCalls(sql, {
    currentuser: quoteString(user),
    currentroles: `arrayFilter(each -> each != ${quoteString(accountRole(user))}, currentRoles())`,
  });
}
