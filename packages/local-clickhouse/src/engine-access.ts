import { logTableNames } from './query-log-tables.js';
import type { Users } from './users.js';

/** The engine's role of a user, or undefined for one who has all rights. */
export function roleOf(users: Users, name: string): string | undefined {
  const index = Object.keys(users).indexOf(name);
  return index >= 0 && grantsOf(users[name]!) ? `user_${index}` : undefined;
}

/** The engine shows a user its own queries, and everybody's are its one user's. */
const hidden = ['processes', 'query_cache', 'asynchronous_inserts', ...logTableNames]
  .map((table) => `<${table}><filter>has(currentRoles(), 'all_rights')</filter></${table}>`)
  .join('');
const othersQueries = `<databases><system>${hidden}</system></databases>`;

const readerGrants = ['SELECT ON *.*', 'SHOW ON *.*', 'dictGet ON *.*'];

const grantsOf = ({ grants, readonly }: Users[string]): readonly string[] | undefined =>
  grants ?? (readonly ? readerGrants : undefined);

/**
 * The engine's users.xml. It runs everything as its one user `default`, so each user of the front is a role of that user: a
 * connection that has `SET ROLE` may do what the role may, and the engine holds it to that.
 */
export function engineAccess(users: Users): string {
  const roles: Array<readonly [string, readonly string[]]> = [
    ['all_rights', ['ALL ON *.* WITH GRANT OPTION']],
  ];
  for (const [name, user] of Object.entries(users)) {
    const role = roleOf(users, name);
    if (role) roles.push([role, grantsOf(user)!]);
  }
  const elements = roles.map(([name, grants]) => {
    const queries = grants.map((grant) => `<query>GRANT ${escapeXml(grant)}</query>`).join('');
    return `    <${name}><grants>${queries}</grants></${name}>\n`;
  });
  return (
    '<clickhouse>\n' +
    '  <profiles><default/></profiles>\n  <quotas><default/></quotas>\n' +
    `  <roles>\n${elements.join('')}  </roles>\n` +
    '  <users><default><password></password><networks><ip>::/0</ip></networks><profile>default</profile>' +
    `<quota>default</quota>${othersQueries}<grants><query>GRANT ${roles.map(([name]) => name).join(', ')}</query></grants>` +
    '</default></users>\n</clickhouse>\n'
  );
}

const escapeXml = (text: string) => text.replace(/[<>&]/g, (sign) => `&#${sign.charCodeAt(0)};`);
