import { createHash, timingSafeEqual } from 'node:crypto';

/** Names and passwords of those who may come in. */
export type Users = Readonly<Record<string, string>>;

/** The user whom an `authorization` header of the scheme Basic names with the right password; undefined for any other. */
export function userOf(users: Users, header: string): string | undefined {
  const [, encoded] = /^Basic ([A-Za-z0-9+/]+=*)$/i.exec(header) ?? [];
  if (encoded === undefined) return undefined;
  const [, name, password] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded, 'base64').toString('utf8')) ?? [];
  if (name === undefined || password === undefined || !Object.hasOwn(users, name)) return undefined;
  return isSame(users[name] ?? '', password) ? name : undefined;
}

/** Takes equally long whatever the texts are. */
function isSame(text: string, other: string): boolean {
  const digest = (of: string): Buffer => createHash('sha256').update(of).digest();
  return timingSafeEqual(digest(text), digest(other));
}
