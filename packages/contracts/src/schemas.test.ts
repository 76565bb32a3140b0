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

test('an event from before texts had topics is written with none', () => {
  const type = Type.forSchema(schemaVersions['journey-event'].at(-1) as Schema);
  const sentiment = { language: 'en', score: 0.5, label: 'positive', confidence: 1, model: 'm1' };
  const decided = { stage: 'in_stay', businessDate: '2026-07-10', attribution: 'none', sentiment };
  const touchpoint = {
    ...{ touchpointId: 't1', vendor: 'v', vendorAccount: 'a', vendorEventId: 'e', propertyId: 'p' },
    ...{ source: 'chat', channel: 'sms', type: 'message_received', actor: 'guest', clock: 'vendor' },
    ...{ occurredAt: 1, receivedAt: 2, identifiers: [] },
  };
  const event = {
    ...{ eventId: 'e1', eventType: 'TouchpointRescored', stream: 'guest-g1' },
    ...{ revision: 1, position: 2, recordedAt: 3, touchpoint: { touchpoint, ...decided } },
    correction: { touchpoint, before: decided, after: decided },
  };
  expect(type.isValid(event)).toBe(true);
  const read = plain(type.fromBuffer(type.toBuffer(event)));
  const complete = { sentiment: { ...sentiment, topics: [], urgent: false } };
  expect(read).toMatchObject({ touchpoint: complete, correction: { before: complete, after: complete } });
});

test.each(['contracts.mjs', 'codes.mjs'])('what infra/codegen/%s makes is up to date', (script) => {
  expect(() =>
    execFileSync(process.execPath, [join(root, 'infra/codegen', script), '--check'], { stdio: 'pipe' }),
  ).not.toThrow();
});
