import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { refusal } from '../clickhouse-exception.js';
import { replaceFile } from '../replace-file.js';
import type { AccessStatement, Right, RoleList, UserProperties } from './access-statement.js';
import type { User, Users } from './users.js';

const right = z.strictObject({ privilege: z.string(), on: z.string() });
const account = z.strictObject({
  passwordSha256: z.string(),
  defaultDatabase: z.string().optional(),
  defaultRoles: z.union([z.literal('ALL'), z.array(z.string())]),
  settings: z.record(z.string(), z.string()),
  rights: z.array(right),
  roles: z.array(z.string()),
});
const role = z.strictObject({ rights: z.array(right), roles: z.array(z.string()) });
const accessSchema = z.strictObject({
  users: z.record(z.string(), account),
  roles: z.record(z.string(), role),
});

/** Users and roles that were made by SQL. */
export type Access = z.output<typeof accessSchema>;
type Account = z.output<typeof account>;
type Role = z.output<typeof role>;

/** The engine's role that holds what was granted to a user itself. */
export const accountRole = (user: string): string => `account_${user}`;

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
      change(changed, statement, configured);
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

function readAccess(file: string): Access {
  if (!existsSync(file)) return { users: {}, roles: {} };
  try {
    return accessSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw refusal('CORRUPTED_DATA', `${file} is not what local-clickhouse writes there.`);
  }
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

function change(access: Access, statement: AccessStatement, configured: Users): void {
  const { users, roles } = access;
  switch (statement.kind) {
    case 'createUsers':
      for (const name of statement.names) {
        if (
          !mayCreate('User', name, statement, Object.hasOwn(users, name) || Object.hasOwn(configured, name))
        )
          continue;
        users[name] = withProperties(emptyAccount(), statement.properties, access);
      }
      return;
    case 'alterUsers':
      for (const name of statement.names) {
        if (Object.hasOwn(users, name))
          users[name] = withProperties(users[name]!, statement.properties, access);
        else if (!statement.ifExists) throw unknownUser(name);
      }
      return;
    case 'createRoles':
      for (const name of statement.names) {
        if (mayCreate('Role', name, statement, Object.hasOwn(roles, name)))
          roles[name] = { rights: [], roles: [] };
      }
      return;
    case 'dropUsers':
      for (const name of statement.names) {
        if (!Object.hasOwn(users, name) && !statement.ifExists) throw unknownUser(name);
        delete users[name];
      }
      return;
    case 'dropRoles':
      for (const name of statement.names) {
        if (!Object.hasOwn(roles, name) && !statement.ifExists) throw unknownRole(name);
        delete roles[name];
        for (const holder of [...Object.values(users), ...Object.values(roles)]) takeRoles(holder, [name]);
      }
      return;
    case 'grantRights':
      for (const holder of holdersOf(access, statement.names)) {
        holder.rights = [...without(holder.rights, statement.rights), ...statement.rights];
      }
      return;
    case 'revokeRights':
      for (const holder of holdersOf(access, statement.names)) {
        holder.rights = without(holder.rights, statement.rights);
      }
      return;
    case 'grantRoles':
      for (const name of statement.roles) if (!Object.hasOwn(roles, name)) throw unknownRole(name);
      for (const holder of holdersOf(access, statement.names)) {
        holder.roles = [...new Set([...holder.roles, ...statement.roles])];
      }
      return;
    case 'revokeRoles':
      for (const holder of holdersOf(access, statement.names)) takeRoles(holder, statement.roles);
      return;
    case 'setDefaultRoles':
      for (const name of statement.names) {
        if (!Object.hasOwn(users, name)) throw unknownUser(name);
        users[name] = withProperties(users[name]!, { defaultRoles: statement.roles }, access);
      }
  }
}

const emptyAccount = (): Account => ({
  ...{ passwordSha256: '', defaultRoles: 'ALL', settings: {}, rights: [], roles: [] },
});

function withProperties(held: Account, properties: UserProperties, access: Access): Account {
  const { defaultRoles } = properties;
  const named: RoleList = defaultRoles === undefined || defaultRoles === 'ALL' ? [] : defaultRoles;
  for (const name of named) if (!Object.hasOwn(access.roles, name)) throw unknownRole(name);
  // CREATE USER … DEFAULT ROLE grants it too.
  const roles = [...new Set([...held.roles, ...named])];
  return {
    ...held,
    ...properties,
    roles,
    defaultRoles:
      defaultRoles === undefined ? held.defaultRoles : defaultRoles === 'ALL' ? 'ALL' : [...named],
    settings: { ...(properties.settings ?? held.settings) },
  };
}

/** False where it is there and that is all right. */
function mayCreate(
  kind: 'User' | 'Role',
  name: string,
  { ifNotExists, orReplace }: { ifNotExists: boolean; orReplace: boolean },
  exists: boolean,
): boolean {
  if (!/^[A-Za-z_]\w*$/.test(name) || /^(?:all_rights|user_\d+|account_.*)$/.test(name))
    throw refusal(
      'BAD_ARGUMENTS',
      `${kind} ${name} can't be made: it may have letters, digits and _ in its name.`,
    );
  if (exists && ifNotExists) return false;
  if (exists && !orReplace)
    throw refusal(
      'ACCESS_ENTITY_ALREADY_EXISTS',
      `${kind} \`${name}\`: cannot insert because ${kind.toLowerCase()} \`${name}\` already exists.`,
    );
  return true;
}

function holdersOf({ users, roles }: Access, names: readonly string[]): Array<Account | Role> {
  return names.map((name) => {
    if (Object.hasOwn(users, name)) return users[name]!;
    if (Object.hasOwn(roles, name)) return roles[name]!;
    throw unknownRole(name);
  });
}

function takeRoles(holder: Account | Role, names: readonly string[]): void {
  holder.roles = holder.roles.filter((name) => !names.includes(name));
  if ('defaultRoles' in holder && holder.defaultRoles !== 'ALL')
    holder.defaultRoles = holder.defaultRoles.filter((name) => !names.includes(name));
}

const without = (rights: readonly Right[], taken: readonly Right[]): Right[] =>
  rights.filter(({ privilege, on }) => !taken.some((each) => each.privilege === privilege && each.on === on));

const unknownUser = (name: string) =>
  refusal('UNKNOWN_USER', `There is no user \`${name}\` in user directories.`);
const unknownRole = (name: string) =>
  refusal('UNKNOWN_ROLE', `There is no role \`${name}\` in user directories.`);
