import { refusal } from '../clickhouse-exception.js';
import { dynamic, json } from './dynamic-layouts.js';
import {
  array,
  type ColumnLayout,
  fixed,
  inTurn,
  lowCardinality,
  nullable,
  strings,
  variant,
} from './layout-parts.js';
import { namedElement, parseTypeName } from './type-name.js';

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
      return dynamic(layoutOf);
    case 'JSON':
      return json(args, layoutOf);
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
