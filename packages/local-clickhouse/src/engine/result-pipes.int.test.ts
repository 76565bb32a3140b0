import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createResultPipes, makePipes } from './result-pipes.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'result-pipes-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a pipe for results', () => {
  test('that could not be opened is there for the next query', async () => {
    const pipes = createResultPipes(folder, 1);
    const [name] = readdirSync(folder);
    rmSync(join(folder, name!));
    expect(() => pipes.open()).toThrow('ENOENT');
    execFileSync(makePipes, [join(folder, name!)]);
    const pipe = pipes.open();
    expect(pipe.path).toBe(join(folder, name!));
    pipe.output.resume();
    await pipe.finish();
  });
});
