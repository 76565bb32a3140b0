/**
 * Writes packages/contracts/src/schemas.generated.ts and types.generated.ts from the Avro schemas in schemas/.
 * With --check it writes nothing and fails where a file is out of date.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);
const subjects = ['touchpoint', 'quarantined', 'journey-event'];
const primitives = {
  string: 'string',
  long: 'number',
  int: 'number',
  double: 'number',
  float: 'number',
  boolean: 'boolean',
  null: 'null',
  bytes: 'Buffer',
};
const declared = new Map();

const doc = (text, indent = '') => (text ? `${indent}/** ${text} */\n` : '');
const shortName = (name) => name.split('.').at(-1);

function typeOf(schema) {
  if (Array.isArray(schema)) return schema.map(typeOf).join(' | ');
  if (typeof schema === 'string') return primitives[schema] ?? shortName(schema);
  if (schema.type === 'array') return `Array<${typeOf(schema.items)}>`;
  if (schema.type === 'map') return `Record<string, ${typeOf(schema.values)}>`;
  if (schema.type === 'record' || schema.type === 'enum') return declare(schema);
  return typeOf(schema.type);
}

function declare(schema) {
  const name = shortName(schema.name);
  if (declared.has(name)) return name;
  declared.set(name, '');
  const body =
    schema.type === 'enum'
      ? `export type ${name} = ${schema.symbols.map((symbol) => `'${symbol}'`).join(' | ')};\n`
      : `export interface ${name} {\n${schema.fields.map((field) => `${doc(field.doc, '  ')}  ${field.name}: ${typeOf(field.type)};\n`).join('')}}\n`;
  declared.set(name, doc(schema.doc) + body);
  if (schema.type === 'enum') {
    const constant = name.replace(/(?<!^)[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
    declared.set(
      `${name} values`,
      `export const ${constant}_VALUES = [${schema.symbols.map((symbol) => `'${symbol}'`).join(', ')}] as const;\n`,
    );
  }
  return name;
}

const versions = Object.fromEntries(
  subjects.map((subject) => {
    const folder = new URL(`schemas/${subject}/`, root);
    const files = readdirSync(folder)
      .filter((file) => /^v\d+\.avsc$/.test(file))
      .sort((a, b) => Number.parseInt(a.slice(1), 10) - Number.parseInt(b.slice(1), 10));
    return [subject, files.map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')))];
  }),
);
for (const all of Object.values(versions)) typeOf(all.at(-1));

const header = '// Made from schemas/ by `node infra/codegen/contracts.mjs`; do not edit.\n\n';
const outputs = {
  'types.generated.ts': header + [...declared.values()].join('\n'),
  'schemas.generated.ts': `${header}/** Every version of every Avro schema, oldest first. */\nexport const schemaVersions = ${JSON.stringify(versions, null, 2)};\n`,
};
let stale = 0;
for (const [file, text] of Object.entries(outputs)) {
  const path = new URL(`packages/contracts/src/${file}`, root);
  if (!process.argv.includes('--check')) writeFileSync(path, text);
  else if (readFileSync(path, 'utf8') !== text) {
    stale += 1;
    console.error(`packages/contracts/src/${file} is out of date: run node infra/codegen/contracts.mjs`);
  }
}
process.exitCode = stale ? 1 : 0;
