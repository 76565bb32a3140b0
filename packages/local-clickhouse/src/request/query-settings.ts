import type { User } from '../access/users.js';
import { refusal } from '../clickhouse-exception.js';

/**
 * The settings that one query runs with, in the order of their SET. A user's limits may be lowered, never raised; the
 * engine itself holds `readonly`, which goes last because nothing can be set after it.
 */
export function querySettings(request: {
  readonly settings: ReadonlyMap<string, string>;
  readonly user: User;
  readonly method: string;
}): ReadonlyMap<string, string> {
  const { settings, user } = request;
  const result = new Map(settings);
  result.delete('readonly');
  for (const [name, limit] of Object.entries(user.limits)) {
    if (limit === undefined) continue;
    result.set(name, String(boundedBy(name, settings.get(name), limit)));
  }
  const readonly = readonlyLevel(request);
  if (readonly > 0) result.set('readonly', String(readonly));
  return result;
}

function boundedBy(name: string, asked: string | undefined, limit: number): number {
  if (asked === undefined) return limit;
  const value = Number(asked);
  if (value > 0 && value <= limit) return value;
  throw refusal('SETTING_CONSTRAINT_VIOLATION', `Setting ${name} shouldn't be greater than ${limit}.`);
}

/** A readonly user gets level 1, which also closes files and URLs to table functions; a GET gets level 2, as in a server. */
function readonlyLevel({ settings, user, method }: Parameters<typeof querySettings>[0]): number {
  const asked = Number(settings.get('readonly') ?? 0);
  if (user.readonly) {
    if (settings.has('readonly') && asked !== 1) {
      throw refusal('READONLY', "Cannot modify 'readonly' setting in readonly mode.");
    }
    return 1;
  }
  return method === 'GET' || method === 'HEAD' ? (asked === 1 ? 1 : 2) : asked;
}
