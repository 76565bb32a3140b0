import { createHash } from 'node:crypto';

/** One name for all spellings of a schema: neither the order of attributes nor white space counts; everything else does. */
export function schemaIdentity(schema: string): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(JSON.parse(schema))))
    .digest('hex');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)]));
}
