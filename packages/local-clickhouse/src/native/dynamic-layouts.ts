import { refusal } from '../clickhouse-exception.js';
import { type ByteWalk, readText, readUInt64, readVarint, type Walk } from './byte-walk.js';
import { type ColumnLayout, flattened, inTurn, strings, variant } from './layout-parts.js';
import { namedElement } from './type-name.js';

/** The layout of a type that a column turns out to hold. */
type LayoutOf = (type: string) => ColumnLayout;

/**
 * Version 3 of both structures, by `output_format_native_use_flattened_dynamic_and_json_serialization`: a Dynamic has all of
 * its types, and a JSON all of its paths.
 */
const isFlattened = 3;

/** Versions 1 and 2 of its structure: the types that it holds, as a Variant with one more for all others, in order of name. */
export function dynamic(layoutOf: LayoutOf): ColumnLayout {
  let held: ColumnLayout | undefined;
  return {
    *prefix(walk) {
      const version = yield* readUInt64(walk);
      if (version > isFlattened)
        throw refusal('NOT_IMPLEMENTED', `Dynamic of version ${version} is not known here.`);
      if (version === 1) yield* readVarint(walk);
      const types = yield* readTexts(walk);
      if (version === isFlattened) {
        held = flattened(types.map(layoutOf));
        yield* held.prefix!(walk);
        return;
      }
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
export function json(args: readonly string[], layoutOf: LayoutOf): ColumnLayout {
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
      if (version > isFlattened)
        throw refusal('NOT_IMPLEMENTED', `JSON of version ${version} is not known here.`);
      if (version === 0) yield* readVarint(walk);
      const paths = yield* readTexts(walk);
      const others = version === isFlattened ? [] : [layoutOf('Array(Tuple(String, String))')];
      held = inTurn([
        ...typed.map(({ type }) => layoutOf(type)),
        ...paths.map(() => dynamic(layoutOf)),
        ...others,
      ]);
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
