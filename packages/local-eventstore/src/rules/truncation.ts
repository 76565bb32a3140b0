/** The `$tb` that marks a stream as deleted: 2^63 − 1, which as a double is 2^63. */
const deletedTruncateBefore = 2 ** 63;

/** The metadata document of a soft-deleted stream, written as text since JSON numbers in JavaScript can't hold 2^63 − 1. */
export const softDeletedMetadataJson = '{"$tb":9223372036854775807}';

/** What limits the reading of a stream, from its metadata document. */
export interface ReadLimits {
  /** `$maxCount`: only this many of the latest events may be read. */
  readonly maxCount?: number;
  /** `$maxAge` in seconds. */
  readonly maxAgeSeconds?: number;
  /** `$tb`: no revision below this one may be read. */
  readonly truncateBefore?: number;
}

/** Reads the limits out of a `$metadata` event's data. What is not a document of such numbers limits nothing. */
export function readLimitsOf(metadataJson: Uint8Array): ReadLimits {
  const document = parseMetadata(metadataJson);
  const maxCount = positiveNumber(document.$maxCount);
  const maxAgeSeconds = positiveNumber(document.$maxAge);
  const truncateBefore = positiveNumber(document.$tb);
  return {
    ...(maxCount === undefined ? {} : { maxCount }),
    ...(maxAgeSeconds === undefined ? {} : { maxAgeSeconds }),
    ...(truncateBefore === undefined ? {} : { truncateBefore }),
  };
}

export function isSoftDeleted(limits: ReadLimits): boolean {
  return (limits.truncateBefore ?? 0) >= deletedTruncateBefore;
}

/** The first revision that `$maxCount` and `$tb` leave readable; it may lie beyond the last one. */
export function firstReadableRevision(limits: ReadLimits, lastRevision: number): number {
  const byCount = limits.maxCount === undefined ? 0 : lastRevision - limits.maxCount + 1;
  return Math.max(0, byCount, limits.truncateBefore ?? 0);
}

/** The earliest creation time (ms since the Unix epoch) that `$maxAge` leaves readable. */
export function earliestReadableMs(limits: ReadLimits, nowMs: number): number {
  return limits.maxAgeSeconds === undefined ? Number.NEGATIVE_INFINITY : nowMs - limits.maxAgeSeconds * 1000;
}

/** The metadata document that brings a soft-deleted stream back: everything kept, and reading starts at `from`. */
export function recreatedMetadataJson(metadataJson: Uint8Array, from: number): Uint8Array {
  return Buffer.from(JSON.stringify({ ...parseMetadata(metadataJson), $tb: from }));
}

/** What is not an object reads as an empty one. */
export function parseMetadata(json: Uint8Array): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(json).toString('utf8'));
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
      ? (parsed as Record<string, unknown>)
      : {};
  } catch {
    return {};
  }
}

function positiveNumber(value: unknown): number | undefined {
  return typeof value === 'number' && value > 0 ? value : undefined;
}
