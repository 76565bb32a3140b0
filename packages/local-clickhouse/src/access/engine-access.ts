import { logTableNames } from '../log/query-log-tables.js';
import { quoteIdentifier } from '../sql/sql-literal.js';
import { type Access, accountRole } from './access.js';
import type { Accounts } from './accounts.js';
import type { User, Users } from './users.js';

/** The engine's roles of a user, and undefined for one who has all rights. Throws for a role that it was not granted. */
export function rolesOf(
  { users, accounts }: { users: Users; accounts: Accounts },
  user: User,
  asked: readonly string[],
): readonly string[] | undefined {
  if (!Object.hasOwn(users, user.name)) return accounts.rolesOf(user, asked);
  accounts.rolesOf(user, asked);
  const role = roleOf(users, user.name);
  return role === undefined ? undefined : [role];
}

function roleOf(users: Users, name: string): string | undefined {
  const index = Object.keys(users).indexOf(name);
  return index >= 0 && grantsOf(users[name]!) ? `user_${index}` : undefined;
}

/** What the engine has other defaults for than a server: `foobar` is a syntax error, and not `SELECT foobar`. */
const profile = ['implicit_select', 'allow_introspection_functions']
  .map((name) => `<${name}>0</${name}>`)
  .join('');

/** The engine shows a user its own queries, and everybody's are its one user's. */
const hidden = ['processes', 'query_cache', 'asynchronous_inserts', ...logTableNames]
  .map((table) => `<${table}><filter>has(currentRoles(), 'all_rights')</filter></${table}>`)
  .join('');
const othersQueries = `<databases><system>${hidden}</system></databases>`;

const readerGrants = ['SELECT ON *.*', 'SHOW ON *.*', 'dictGet ON *.*'];

const grantsOf = ({ grants, readonly }: Users[string]): readonly string[] | undefined =>
  grants ?? (readonly ? readerGrants : undefined);

/** Names are quoted: to the engine a bare `all` is no role. */
const rightsOf = ({ rights, roles }: Access['roles'][string]): string[] => [
  ...rights.map(({ privilege, on }) => `${privilege} ON ${on}`),
  ...roles.map(quoteIdentifier),
];

/**
 * The engine's users.xml. It runs everything as its one user `default`, so each user of the front is a role of that user: a
 * connection that has `SET ROLE` may do what the role may, and the engine holds it to that. So are the roles made by SQL.
 */
export function engineAccess(users: Users, access: Access): string {
  const roles: Array<readonly [string, readonly string[]]> = [
    ['all_rights', ['ALL ON *.* WITH GRANT OPTION']],
  ];
  for (const [name, user] of Object.entries(users)) {
    const role = roleOf(users, name);
    if (role) roles.push([role, grantsOf(user)!]);
  }
  for (const [name, role] of Object.entries(access.roles)) roles.push([name, rightsOf(role)]);
  for (const [name, { rights }] of Object.entries(access.users)) {
    roles.push([accountRole(name), rightsOf({ rights, roles: [] })]);
  }
  const elements = roles.map(([name, grants]) => {
    const queries = grants.map((grant) => `<query>GRANT ${escapeXml(grant)}</query>`).join('');
    return `    <${name}><grants>${queries}</grants></${name}>\n`;
  });
  return (
    '<clickhouse>\n' +
    `  <profiles><default>${profile}</default></profiles>\n  <quotas><default/></quotas>\n` +
    `  <roles>\n${elements.join('')}  </roles>\n` +
    '  <users><default><password></password><networks><ip>::/0</ip></networks><profile>default</profile>' +
    `<quota>default</quota>${othersQueries}<grants><query>GRANT ${roles.map(([name]) => quoteIdentifier(name)).join(', ')}</query></grants>` +
    '</default></users>\n</clickhouse>\n'
  );
}

const escapeXml = (text: string) => text.replace(/[<>&]/g, (sign) => `&#${sign.charCodeAt(0)};`);
