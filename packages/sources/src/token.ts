import { createHash, timingSafeEqual } from 'node:crypto';
import type { InboundRequest, Verification } from './source.js';

/** Compares in constant time, whatever the lengths. */
export function sameSecret(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

/** For vendors that sign nothing: the account's secret travels as `?token=` in the address that the vendor was given. */
export function verifyToken(request: InboundRequest, secret: string): Verification {
  const token = new URL(request.url).searchParams.get('token');
  if (token === null) return { ok: false, detail: 'the address lacks its token' };
  return sameSecret(token, secret)
    ? { ok: true }
    : { ok: false, detail: 'the token in the address is not the one of the account' };
}

/** The address with its token. */
export function withToken(url: string, secret: string): string {
  const address = new URL(url);
  address.searchParams.set('token', secret);
  return address.href;
}
