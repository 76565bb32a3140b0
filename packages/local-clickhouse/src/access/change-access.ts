import { refusal } from '../clickhouse-exception.js';
import type { Access, Account, Role } from './access.js';
import type { AccessStatement, Right, RoleList, UserProperties } from './access-statement.js';
import type { Users } from './users.js';

/** Makes the change in `access`. Throws for what is not there, or is there already: then `access` may be half changed. */
export function changeAccess(access: Access, statement: AccessStatement, configured: Users): void {
  const { users, roles } = access;
  switch (statement.kind) {
    case 'createUsers':
      for (const name of statement.names) {
        if (Object.hasOwn(configured, name)) {
          if (!statement.ifNotExists) throw alreadyThere('User', name);
        } else if (mayCreate('User', name, statement, Object.hasOwn(users, name)))
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
  if (!/^[A-Za-z_][\w-]*$/.test(name) || /^(?:__proto__|all_rights|user_\d+|account_.*)$/.test(name))
    throw refusal(
      'BAD_ARGUMENTS',
      `${kind} ${name} can't be made: it may have letters, digits, _ and - in its name, and some names are taken.`,
    );
  if (exists && ifNotExists) return false;
  if (exists && !orReplace) throw alreadyThere(kind, name);
  return true;
}

const alreadyThere = (kind: 'User' | 'Role', name: string) =>
  refusal(
    'ACCESS_ENTITY_ALREADY_EXISTS',
    `${kind} \`${name}\`: cannot insert because ${kind.toLowerCase()} \`${name}\` already exists.`,
  );

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
