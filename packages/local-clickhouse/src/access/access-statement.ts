/** `ALL` or names. */
export type RoleList = 'ALL' | readonly string[];

/** What CREATE USER and ALTER USER say of a user. */
export interface UserProperties {
  readonly passwordSha256?: string;
  readonly defaultDatabase?: string;
  readonly defaultRoles?: RoleList;
  readonly settings?: Readonly<Record<string, string>>;
}

/** A privilege and what it is on, as behind GRANT: `SELECT(a)` and `db.*`. */
export interface Right {
  readonly privilege: string;
  readonly on: string;
}

/** A statement about users, roles and their rights. */
export type AccessStatement =
  | {
      kind: 'createUsers';
      names: string[];
      ifNotExists: boolean;
      orReplace: boolean;
      properties: UserProperties;
    }
  | { kind: 'alterUsers'; names: string[]; ifExists: boolean; properties: UserProperties }
  | { kind: 'createRoles'; names: string[]; ifNotExists: boolean; orReplace: boolean }
  | { kind: 'dropUsers' | 'dropRoles'; names: string[]; ifExists: boolean }
  | { kind: 'grantRights' | 'revokeRights'; rights: Right[]; names: string[] }
  | { kind: 'grantRoles' | 'revokeRoles'; roles: string[]; names: string[] }
  | { kind: 'setDefaultRoles'; roles: RoleList; names: string[] };
