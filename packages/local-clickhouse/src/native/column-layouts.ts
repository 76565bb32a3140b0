import { refusal } from '../clickhouse-exception.js';
import {
  type ByteWalk,
  readText,
  readUInt64,
  readVarint,
  skip,
  skipStrings,
  type Walk,
} from './byte-walk.js';
import { namedElement, parseTypeName } from './type-name.js';

/** How long a column of a type is in the format Native (src/DataTypes/Serializations). Of one column: it has state. */
export interface ColumnLayout {
  /** What all parts of the column write before the first one's data. */
  prefix?(walk: ByteWalk): Walk;
  data(walk: ByteWalk, rows: number): Walk;
}

const fixed = (bytes: number): ColumnLayout => ({ data: (walk, rows) => skip(walk, rows * bytes) });
const strings: ColumnLayout = { data: skipStrings };

const fixedBytes: Readonly<Record<string, number>> = {
  ...{ Int8: 1, UInt8: 1, Bool: 1, Enum8: 1, Nothing: 1 },
  ...{ Int16: 2, UInt16: 2, Enum16: 2, Date: 2, BFloat16: 2 },
  ...{ Int32: 4, UInt32: 4, Float32: 4, Date32: 4, DateTime: 4, Time: 4, IPv4: 4, Decimal32: 4 },
  ...{ Int64: 8, UInt64: 8, Float64: 8, DateTime64: 8, Time64: 8, Decimal64: 8 },
  ...{ Int128: 16, UInt128: 16, UUID: 16, IPv6: 16, Decimal128: 16, Point: 16 },
  ...{ Int256: 32, UInt256: 32, Decimal256: 32 },
};

const geometries: Readonly<Record<string, string>> = {
  Ring: 'Array(Point)',
  LineString: 'Array(Point)',
  MultiLineString: 'Array(Array(Point))',
  Polygon: 'Array(Array(Point))',
  MultiPolygon: 'Array(Array(Array(Point)))',
  Geometry: 'Variant(LineString, MultiLineString, MultiPolygon, Point, Polygon, Ring)',
};

/** Throws NOT_IMPLEMENTED for a type whose length can't be told from its bytes, such as an aggregate function's state. */
export function layoutOf(type: string): ColumnLayout {
  const { name, args } = parseTypeName(type);
  const bytes = fixedBytes[name] ?? (name.startsWith('Interval') ? 8 : undefined);
  if (bytes !== undefined) return fixed(bytes);
  switch (name) {
    case 'String':
      return strings;
    case 'FixedString':
      return fixed(Number(args[0]));
    case 'Decimal':
      return fixed(decimalBytes(Number(args[0])));
    case 'SimpleAggregateFunction':
      return layoutOf(args[1]!);
    case 'Nullable':
      return nullable(layoutOf(args[0]!));
    case 'Array':
      return array(layoutOf(args[0]!));
    case 'Map':
    case 'Nested':
      return array(layoutOf(`Tuple(${args.join(', ')})`));
    case 'Tuple':
      return args.length === 0 ? fixed(1) : inTurn(args.map((arg) => layoutOf(namedElement(arg).type)));
    case 'LowCardinality':
      return lowCardinality(layoutOf(args[0]!.replace(/^Nullable\((.*)\)$/s, '$1')));
    case 'Variant':
      return variant(args.map(layoutOf));
    case 'Dynamic':
      return dynamic();
    case 'JSON':
      return json(args);
    default: {
      const geometry = geometries[name];
      if (geometry) return layoutOf(geometry);
      throw refusal(
        'NOT_IMPLEMENTED',
        `A column of type ${type} can't be sent to a client of client_protocol_version 54454 or later. Use finalizeAggregation or toString.`,
      );
    }
  }
}

const decimalBytes = (precision: number) =>
  precision <= 9 ? 4 : precision <= 18 ? 8 : precision <= 38 ? 16 : 32;

function* prefixesOf(walk: ByteWalk, parts: readonly ColumnLayout[]): Walk {
  for (const part of parts) if (part.prefix) yield* part.prefix(walk);
}

const inTurn = (parts: readonly ColumnLayout[]): ColumnLayout => ({
  prefix: (walk) => prefixesOf(walk, parts),
  *data(walk, rows) {
    for (const part of parts) yield* part.data(walk, rows);
  },
});

const nullable = (inner: ColumnLayout): ColumnLayout => ({
  prefix: (walk) => prefixesOf(walk, [inner]),
  *data(walk, rows) {
    yield* skip(walk, rows);
    yield* inner.data(walk, rows);
  },
});

const array = (inner: ColumnLayout): ColumnLayout => ({
  prefix: (walk) => prefixesOf(walk, [inner]),
  *data(walk, rows) {
    if (rows === 0) return;
    yield* skip(walk, (rows - 1) * 8);
    yield* inner.data(walk, yield* readUInt64(walk));
  },
});

const lowCardinality = (keys: ColumnLayout): ColumnLayout => ({
  prefix: (walk) => skip(walk, 8),
  *data(walk, rows) {
    if (rows === 0) return;
    const flags = yield* readUInt64(walk);
    if (flags & 0x200) yield* keys.data(walk, yield* readUInt64(walk));
    yield* skip(walk, (yield* readUInt64(walk)) * 2 ** (flags & 0xff));
  },
});

const variant = (alternatives: readonly ColumnLayout[]): ColumnLayout => ({
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

function* readVarintByte(walk: ByteWalk): Walk<number> {
  yield* skip(walk, 1);
  return walk.chunk[walk.at - 1]!;
}

/** Versions 1 and 2 of its structure: the types that it holds, as a Variant with one more for all others, in order of name. */
function dynamic(): ColumnLayout {
  let held: ColumnLayout | undefined;
  return {
    *prefix(walk) {
      const version = yield* readUInt64(walk);
      if (version > 2) throw refusal('NOT_IMPLEMENTED', `Dynamic of version ${version} is not known here.`);
      if (version === 1) yield* readVarint(walk);
      const types = yield* readTexts(walk);
      const names = [...types, 'SharedVariant'].sort(byBytes);
      held = variant(names.map((name) => (name === 'SharedVariant' ? strings : layoutOf(name))));
      yield* held.prefix!(walk);
    },
    *data(walk, rows) {
      yield* held!.data(walk, rows);
    },
  };
}

/** Versions 0 and 2 of its structure: the paths that have a type, those that have none, and pairs of all others. Or a string. */
function json(args: readonly string[]): ColumnLayout {
  const typed = args
    .filter((arg) => !/^(?:max_dynamic_\w+\s*=|SKIP\s)/i.test(arg))
    .map(namedElement)
    .sort((a, b) => byBytes(a.name, b.name));
  let held: ColumnLayout | undefined;
  return {
    *prefix(walk) {
      const version = yield* readUInt64(walk);
      if (version === 1) {
        held = strings;
        return;
      }
      if (version > 2) throw refusal('NOT_IMPLEMENTED', `JSON of version ${version} is not known here.`);
      if (version === 0) yield* readVarint(walk);
      const paths = yield* readTexts(walk);
      const others = layoutOf('Array(Tuple(String, String))');
      held = inTurn([...typed.map(({ type }) => layoutOf(type)), ...paths.map(() => dynamic()), others]);
      yield* held.prefix!(walk);
    },
    *data(walk, rows) {
      yield* held!.data(walk, rows);
    },
  };
}

function* readTexts(walk: ByteWalk): Walk<string[]> {
  const texts: string[] = [];
  const count = yield* readVarint(walk);
  for (let index = 0; index < count; index++) texts.push(yield* readText(walk));
  return texts;
}

const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
