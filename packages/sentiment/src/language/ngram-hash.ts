const START = 0x811c9dc5;
const PRIME = 0x01000193;

/** FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/) of bytes `from` up to `to`, with a blank before or after. */
export function ngramHash(
  bytes: ArrayLike<number>,
  from: number,
  to: number,
  blanks: { before: boolean; after: boolean },
): number {
  let hash = START;
  if (blanks.before) hash = Math.imul(hash ^ 0x20, PRIME);
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ bytes[at]!, PRIME);
  if (blanks.after) hash = Math.imul(hash ^ 0x20, PRIME);
  return hash >>> 0;
}
