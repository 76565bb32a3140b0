import { type ByteWalk, readUInt64, skip, skipStrings, type Walk } from './byte-walk.js';

/** How long a column of a type is in the format Native (src/DataTypes/Serializations). Of one column: it has state. */
export interface ColumnLayout {
  /** What all parts of the column write before the first one's data. */
  prefix?(walk: ByteWalk): Walk;
  data(walk: ByteWalk, rows: number): Walk;
}

export const fixed = (bytes: number): ColumnLayout => ({ data: (walk, rows) => skip(walk, rows * bytes) });
export const strings: ColumnLayout = { data: skipStrings };

function* prefixesOf(walk: ByteWalk, parts: readonly ColumnLayout[]): Walk {
  for (const part of parts) if (part.prefix) yield* part.prefix(walk);
}

export const inTurn = (parts: readonly ColumnLayout[]): ColumnLayout => ({
  prefix: (walk) => prefixesOf(walk, parts),
  *data(walk, rows) {
    for (const part of parts) yield* part.data(walk, rows);
  },
});

export const nullable = (inner: ColumnLayout): ColumnLayout => ({
  prefix: (walk) => prefixesOf(walk, [inner]),
  *data(walk, rows) {
    yield* skip(walk, rows);
    yield* inner.data(walk, rows);
  },
});

export const array = (inner: ColumnLayout): ColumnLayout => ({
  prefix: (walk) => prefixesOf(walk, [inner]),
  *data(walk, rows) {
    if (rows === 0) return;
    yield* skip(walk, (rows - 1) * 8);
    yield* inner.data(walk, yield* readUInt64(walk));
  },
});

export const lowCardinality = (keys: ColumnLayout): ColumnLayout => ({
  prefix: (walk) => skip(walk, 8),
  *data(walk, rows) {
    if (rows === 0) return;
    const flags = yield* readUInt64(walk);
    if (flags & 0x200) yield* keys.data(walk, yield* readUInt64(walk));
    yield* skip(walk, (yield* readUInt64(walk)) * 2 ** (flags & 0xff));
  },
});

export const variant = (alternatives: readonly ColumnLayout[]): ColumnLayout => ({
  *prefix(walk) {
    yield* skip(walk, 8);
    yield* prefixesOf(walk, alternatives);
  },
  data: (walk, rows) => variantData(walk, rows, alternatives),
});

function* variantData(walk: ByteWalk, rows: number, alternatives: readonly ColumnLayout[]): Walk {
  const counts = alternatives.map(() => 0);
  for (let row = 0; row < rows; row++) {
    const which = yield* readVarintByte(walk);
    // 255 is NULL.
    if (which < counts.length) counts[which]!++;
  }
  for (const [index, alternative] of alternatives.entries()) yield* alternative.data(walk, counts[index]!);
}

/** As a Variant is, but for the number that tells the type of a row: it is as long as it must be to be one for NULL too. */
export const flattened = (alternatives: readonly ColumnLayout[]): ColumnLayout => ({
  prefix: (walk) => prefixesOf(walk, alternatives),
  *data(walk, rows) {
    const counts = alternatives.map(() => 0);
    const isLong = alternatives.length > 255;
    for (let row = 0; row < rows; row++) {
      const low = yield* readVarintByte(walk);
      const which = isLong ? low + 256 * (yield* readVarintByte(walk)) : low;
      if (which < counts.length) counts[which]!++;
    }
    for (const [index, alternative] of alternatives.entries()) yield* alternative.data(walk, counts[index]!);
  },
});

function* readVarintByte(walk: ByteWalk): Walk<number> {
  yield* skip(walk, 1);
  return walk.chunk[walk.at - 1]!;
}
