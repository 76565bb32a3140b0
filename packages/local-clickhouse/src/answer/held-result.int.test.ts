import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { holdBack } from './held-result.js';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'held-result-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const source = (chunks: number) =>
  Readable.from(Array.from({ length: chunks }, (_, index) => Buffer.alloc(10, `${index}`)));

describe('a result that is held back', () => {
  test('to its end has what is too much for memory in a file, until it is discarded', async () => {
    const spillFile = join(folder, 'spilt');
    const held = await holdBack(source(9), { bytes: 25, untilEnd: true, spillFile });
    expect(held).toMatchObject({ isWhole: true, isEmpty: false });
    expect(held.inMemory).toHaveLength(3);
    const text = Buffer.concat([...held.inMemory, await buffer(held.inFile())]).toString();
    expect(text.replace(/(.)\1{9}/g, '$1')).toBe('012345678');
    await held.discard();
    expect(existsSync(spillFile)).toBe(false);
  });

  test('up to a limit leaves the rest to be read', async () => {
    const rest = source(5);
    const held = await holdBack(rest, { bytes: 20, untilEnd: false, spillFile: join(folder, 'unused') });
    expect(held).toMatchObject({ isWhole: false });
    expect(Buffer.concat(held.inMemory)).toHaveLength(20);
    expect(await buffer(rest)).toHaveLength(30);
  });

  test.each([0, 1])('is whole where %s chunks are all there is', async (chunks) => {
    const held = await holdBack(source(chunks), {
      bytes: 20,
      untilEnd: false,
      spillFile: join(folder, 'unused'),
    });
    expect(held).toMatchObject({ isWhole: true, isEmpty: chunks === 0 });
  });
});
