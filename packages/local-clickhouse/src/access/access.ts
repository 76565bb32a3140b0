import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { refusal } from '../clickhouse-exception.js';

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
export type Account = z.output<typeof account>;
export type Role = z.output<typeof role>;

/** The engine's role that holds what was granted to a user itself. */
export const accountRole = (user: string): string => `account_${user}`;

export function readAccess(file: string): Access {
  if (!existsSync(file)) return { users: {}, roles: {} };
  try {
    return accessSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw refusal('CORRUPTED_DATA', `${file} is not what local-clickhouse writes there.`);
  }
}
