import type { Schema } from 'avsc';
import fc from 'fast-check';

type Named = Record<string, unknown> & { type: unknown };

/** Any value that a schema allows. Named types may be used again by their name. */
export function valuesOf(schema: Schema): fc.Arbitrary<unknown> {
  return valuesIn(schema, new Map());
}

const PRIMITIVES: Record<string, () => fc.Arbitrary<unknown>> = {
  null: () => fc.constant(null),
  boolean: () => fc.boolean(),
  int: () => fc.integer(),
  // avsc keeps longs exact up to 52 bits: times and positions stay far below.
  long: () => fc.integer({ min: -(2 ** 52) + 1, max: 2 ** 52 - 1 }),
  float: () => fc.float({ noNaN: true }),
  double: () => fc.double({ noNaN: true }),
  string: () => fc.string({ unit: 'binary' }).map((text) => Buffer.from(text).toString()),
  bytes: () => fc.uint8Array().map((bytes) => Buffer.from(bytes)),
};

function valuesIn(schema: unknown, named: Map<string, fc.Arbitrary<unknown>>): fc.Arbitrary<unknown> {
  if (Array.isArray(schema)) return fc.oneof(...schema.map((branch) => valuesIn(branch, named)));
  if (typeof schema === 'string') return PRIMITIVES[schema]?.() ?? named.get(lastPart(schema))!;
  const { type, ...rest } = schema as Named;
  const remember = (values: fc.Arbitrary<unknown>) => {
    named.set(lastPart(String(rest.name)), values);
    return values;
  };
  if (type === 'enum') return remember(fc.constantFrom(...(rest.symbols as string[])));
  if (type === 'array') return fc.array(valuesIn(rest.items, named), { maxLength: 3 });
  if (type === 'map')
    // avsc reads a map into a plain object, which has no key of that name.
    return fc.dictionary(
      fc.string().filter((key) => key !== '__proto__'),
      valuesIn(rest.values, named),
      { maxKeys: 3, noNullPrototype: true },
    );
  if (type !== 'record') return valuesIn(type, named);
  const fields = (rest.fields as (Named & { name: string })[]).map((field) => [
    field.name,
    valuesIn(field.type, named),
  ]);
  return remember(fc.record(Object.fromEntries(fields), { noNullPrototype: true }));
}

const lastPart = (name: string) => name.slice(name.lastIndexOf('.') + 1);
