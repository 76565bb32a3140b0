import { createHash } from 'node:crypto';

/** SHA-256 in hex over values whose borders matter: `['a', 'b']` and `['ab']` differ. For ids of vendors that send none. */
export function digestOf(...parts: unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
