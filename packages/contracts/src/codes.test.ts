import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { CODES } from './codes.js';

test('docs/codes.md lists exactly the codes, each with its meaning', () => {
  const page = readFileSync(join(__dirname, '../../../docs/codes.md'), 'utf8');
  const listed = [...page.matchAll(/^\| `([^`]+)` \| (.+) \|$/gm)].map(([, code, meaning]) => [
    code,
    meaning,
  ]);
  expect(listed).toEqual(Object.entries(CODES));
});

test('codes are lower-case words, and their meanings fit a table', () => {
  for (const [code, meaning] of Object.entries(CODES)) {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(meaning).not.toMatch(/[|\n]/);
  }
});
