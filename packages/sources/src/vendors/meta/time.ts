/**
 * Meta's times as milliseconds since 1970 UTC; undefined where the value is none. They come as seconds or
 * milliseconds (told apart by size), as numbers or digits in text, and in older fields as ISO 8601 with an offset.
 */
export function metaTime(value: unknown): number | undefined {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(value)) {
    const at = Date.parse(value);
    return Number.isNaN(at) ? undefined : at;
  }
  const digits = typeof value === 'string' && /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : value;
  if (typeof digits !== 'number' || !Number.isFinite(digits) || digits <= 0) return undefined;
  const at = Math.round(digits < 1e11 ? digits * 1000 : digits);
  return at <= LATEST ? at : undefined;
}

/** The last instant that a JavaScript date can hold. */
const LATEST = 8.64e15;
