import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { refusal } from '../clickhouse-exception.js';
import { headerText } from '../request/header-text.js';

const limit = z.number().int().positive();

/** A user: all rights, or those granted, or `readonly` with limits that its queries can lower but not raise. */
export const userSchema = z.strictObject({
  password: z.string().default(''),
  readonly: z.boolean().default(false),
  /** Rights, as behind GRANT: `SELECT, INSERT ON bellhop.*`. Without them all, or for `readonly` to read everything. */
  grants: z.array(z.string().regex(/^[^;']+ ON [^;']+$/i)).optional(),
  /** Limits of one query, by ClickHouse's names: rows read and returned, bytes of memory, seconds. */
  limits: z
    .strictObject({
      max_rows_to_read: limit.optional(),
      max_result_rows: limit.optional(),
      max_memory_usage: limit.optional(),
      max_execution_time: limit.optional(),
    })
    .default({}),
});

export const usersSchema = z.record(z.string().min(1), userSchema);

export type LocalClickHouseUser = z.input<typeof userSchema>;
export type User = z.output<typeof userSchema> & {
  readonly name: string;
  /** Of a user that was made by SQL, in place of the password. */
  readonly passwordSha256?: string | undefined;
  /** What its queries run with, where they do not ask for something else. */
  readonly settings?: Readonly<Record<string, string>> | undefined;
  readonly defaultDatabase?: string | undefined;
};
export type Users = z.output<typeof usersSchema>;

/**
 * Who asks: X-ClickHouse-User and X-ClickHouse-Key, else Basic, else the parameters `user` and `password`, else
 * `default`. Throws AUTHENTICATION_FAILED, and also when two of the ways are mixed.
 */
export function authenticate(
  find: (name: string) => User | undefined,
  headers: IncomingHttpHeaders,
  parameters: URLSearchParams,
): User {
  const claim = claimOf(headers, parameters);
  const user = find(claim.name);
  if (!user || !hasPassword(user, claim.password)) {
    throw refusal(
      'AUTHENTICATION_FAILED',
      `${claim.name}: Authentication failed: password is incorrect, or there is no user with such name.`,
    );
  }
  return user;
}

function claimOf(
  headers: IncomingHttpHeaders,
  parameters: URLSearchParams,
): { name: string; password: string } {
  const byHeader = headers['x-clickhouse-user'] ?? headers['x-clickhouse-key'];
  if (headers.authorization && !/^Basic /i.test(headers.authorization)) {
    throw refusal(
      'AUTHENTICATION_FAILED',
      'Invalid authentication: only the Basic scheme is supported here.',
    );
  }
  const basic = /^Basic (.+)$/i.exec(headers.authorization ?? '')?.[1];
  const byParameter = parameters.get('user') ?? parameters.get('password');
  if ([byHeader, basic, byParameter].filter((way) => way !== undefined && way !== null).length > 1) {
    throw refusal(
      'AUTHENTICATION_FAILED',
      'Invalid authentication: it is not allowed to use several of ClickHouse HTTP headers, Basic and parameters.',
    );
  }
  if (byHeader !== undefined) {
    return {
      name: headerText(headers['x-clickhouse-user']) || 'default',
      password: headerText(headers['x-clickhouse-key']) ?? '',
    };
  }
  if (basic !== undefined) {
    const [name = '', ...password] = Buffer.from(basic, 'base64').toString('utf8').split(':');
    return { name: name || 'default', password: password.join(':') };
  }
  return { name: parameters.get('user') || 'default', password: parameters.get('password') ?? '' };
}

function hasPassword({ password, passwordSha256 }: User, given: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  const expected = passwordSha256 === undefined ? digest(password) : Buffer.from(passwordSha256, 'hex');
  return expected.length === 32 && timingSafeEqual(expected, digest(given));
}
