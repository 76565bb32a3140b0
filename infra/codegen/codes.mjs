/**
 * Writes docs/codes.md from the table in packages/contracts/src/codes.ts.
 * With --check it writes nothing and fails where the page is out of date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { transformSync } from '@swc/core';

const root = new URL('../../', import.meta.url);
const page = new URL('docs/codes.md', root);

const source = readFileSync(new URL('packages/contracts/src/codes.ts', root), 'utf8');
const { code } = transformSync(source, { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } });
const { CODES } = await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);

const rows = Object.entries(CODES).map(([name, meaning]) => `| \`${name}\` | ${meaning} |`);
const text = `<!-- Made from packages/contracts/src/codes.ts by \`node infra/codegen/codes.mjs\`; do not edit. -->

# Codes

Every problem that ingest answers with, and every message in quarantine, carries one of these codes.

| code | what it means, and what to do |
| --- | --- |
${rows.join('\n')}
`;

if (!process.argv.includes('--check')) writeFileSync(page, text);
else if (readFileSync(page, 'utf8') !== text) {
  console.error('docs/codes.md is out of date: run node infra/codegen/codes.mjs');
  process.exitCode = 1;
}
