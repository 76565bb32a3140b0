import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { keepSystemDatabase } from './system-database.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'system-database-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const definition = () => readFileSync(join(folder, 'metadata/system.sql'), 'utf8');

describe("the definition of the engine's database", () => {
  test('stays what it is from start to start', () => {
    keepSystemDatabase(folder);
    const first = definition();
    expect(first).toMatch(/^ATTACH DATABASE _ UUID '[0-9a-f-]{36}'\nENGINE = Atomic\n$/);
    keepSystemDatabase(folder);
    expect(definition()).toBe(first);
  });

  test('is written anew where a kill has left an empty file, with which the engine would not open', () => {
    mkdirSync(join(folder, 'metadata'));
    writeFileSync(join(folder, 'metadata/system.sql'), '');
    keepSystemDatabase(folder);
    expect(definition()).toContain('ENGINE = Atomic');
  });
});
