import { join } from 'node:path';
import { refusal } from '../clickhouse-exception.js';
import { replaceFile } from '../replace-file.js';
import { type Access, type Account, accountRole, readAccess } from './access.js';
import type { AccessStatement } from './access-statement.js';
import { changeAccess } from './change-access.js';
import type { User, Users } from './users.js';

export interface Accounts {
  readonly access: Access;
  /** Counts the changes that the engine must learn of. */
  readonly version: number;
  /** Those of the configuration and those made by SQL. */
  find(name: string): User | undefined;
  /** Makes the change and keeps it on the disk. Throws for what is not there, or is there already. */
  apply(statement: AccessStatement): void;
  /** What a user of limited rights takes on; `asked` instead of the default roles. Throws for a role that it was not granted. */
  rolesOf(user: User, asked: readonly string[]): readonly string[];
}

export function openAccounts(dataDir: string, configured: Users): Accounts {
  const file = join(dataDir, 'access.json');
  let access = readAccess(file);
  let version = 0;
  return {
    get access() {
      return access;
    },
    get version() {
      return version;
    },
    find(name) {
      const user = Object.hasOwn(configured, name) ? configured[name] : undefined;
      if (user) return { ...user, name };
      return Object.hasOwn(access.users, name) ? userOf(name, access.users[name]!) : undefined;
    },
    apply(statement) {
      const changed = structuredClone(access);
      changeAccess(changed, statement, configured);
      replaceFile(file, JSON.stringify(changed));
      access = changed;
      version++;
    },
    rolesOf(user, asked) {
      const held = access.users[user.name];
      for (const name of asked) {
        if (!Object.hasOwn(access.roles, name))
          throw refusal('UNKNOWN_ROLE', `There is no role \`${name}\` in user directories.`);
        if (!held?.roles.includes(name))
          throw refusal('SET_NON_GRANTED_ROLE', `Role ${name} should be granted to set as a current.`);
      }
      if (!held) return [];
      const defaults = held.defaultRoles === 'ALL' ? held.roles : held.defaultRoles;
      return [accountRole(user.name), ...(asked.length > 0 ? asked : defaults)];
    },
  };
}

const userOf = (name: string, { passwordSha256, settings, defaultDatabase, rights }: Account): User => ({
  name,
  password: '',
  passwordSha256,
  readonly: settings.readonly === '1',
  grants: rights.map(({ privilege, on }) => `${privilege} ON ${on}`),
  limits: {},
  settings,
  defaultDatabase,
});
