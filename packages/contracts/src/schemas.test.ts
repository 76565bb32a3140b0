import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type Schema, Type } from 'avsc';
import fc from 'fast-check';
import { valuesOf } from './avro-values.fixture.js';
import { schemaVersions } from './schemas.generated.js';

const root = join(__dirname, '../../..');
const subjects = Object.entries(schemaVersions) as unknown as [string, Schema[]][];
/** Plain objects, since avsc makes objects of classes of its own. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe.each(subjects)('the contract %s', (subject, schemas) => {
  const versions = schemas.map((schema, index) => ({
    number: index + 1,
    schema,
    type: Type.forSchema(schema),
  }));

  test('has every version of its folder, numbered without a gap', () => {
    const files = readdirSync(join(root, 'schemas', subject));
    expect(files.sort()).toEqual(versions.map(({ number }) => `v${number}.avsc`).sort());
    for (const { number, schema } of versions) {
      expect(JSON.parse(readFileSync(join(root, 'schemas', subject, `v${number}.avsc`), 'utf8'))).toEqual(
        schema,
      );
    }
  });

  const pairs = versions.flatMap((writer) =>
    versions.filter(({ number }) => number >= writer.number).map((reader) => ({ writer, reader })),
  );
  test.each(pairs)('v$reader.number reads all that v$writer.number wrote', ({ writer, reader }) => {
    const resolver = reader.type.createResolver(writer.type);
    fc.assert(
      fc.property(valuesOf(writer.schema), (value) => {
        const read = reader.type.fromBuffer(writer.type.toBuffer(value), resolver);
        expect(reader.type.isValid(read)).toBe(true);
        if (reader === writer) expect(plain(read)).toEqual(plain(value));
        expect(plain(reader.type.fromBuffer(reader.type.toBuffer(read)))).toEqual(plain(read));
      }),
      { numRuns: 50 },
    );
  });

  test('would not be read by a version that asks for more, or for another type', () => {
    const { schema, type } = versions.at(-1)!;
    const { fields, ...record } = schema as { fields: { name: string; type: unknown }[] };
    const asking = { ...record, fields: [...fields, { name: 'more', type: 'string' }] };
    const [first, ...others] = fields;
    const changing = { ...record, fields: [{ ...first, type: 'boolean' }, ...others] };
    for (const changed of [asking, changing]) {
      expect(() => Type.forSchema(changed as Schema).createResolver(type)).toThrow();
    }
  });
});

test.each(['contracts.mjs', 'codes.mjs'])('what infra/codegen/%s makes is up to date', (script) => {
  expect(() =>
    execFileSync(process.execPath, [join(root, 'infra/codegen', script), '--check'], { stdio: 'pipe' }),
  ).not.toThrow();
});
