import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { createSentimentScorer } from '../index.js';
import type { OwnRow } from './own-rows.js';
import { trainOnOwnRows } from './own-rows.js';

const folder = mkdtempSync(join(tmpdir(), 'own-rows-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A word of a group's own, which no model can know, on one side and its opposite on the other. */
const ROWS: readonly OwnRow[] = Array.from({ length: 160 }, (_, at) => ({
  text: `${at % 2 === 0 ? 'pure zibbly' : 'pure quorvax'} again, stay number ${at} with the ${at % 3} of us`,
  label: at % 2 === 0 ? 'pos' : 'neg',
  lang: 'en',
}));

test('a model trained on a group’s own rows knows its words, bears a name of its own, and comes out the same twice', async () => {
  const [first, second] = [
    await trainOnOwnRows({ rows: ROWS, seed: 3 }),
    await trainOnOwnRows({ rows: ROWS, seed: 3 }),
  ];
  expect(first.candidate.equals(second.candidate)).toBe(true);
  expect(first.heldOut.texts).toBeGreaterThan(5);
  expect(first.trainedOn).toBe(ROWS.length - first.heldOut.texts);
  expect(first.heldOut.candidate.macroF1of2).toBeGreaterThan(first.heldOut.shipped.macroF1of2);
  expect(first.messages.candidate.macroF1of2).toBeGreaterThan(first.messages.shipped.macroF1of2 - 0.03);

  const modelFile = join(folder, 'candidate.bin');
  writeFileSync(modelFile, first.candidate);
  const scorer = createSentimentScorer({ modelFile });
  const good = scorer.score('zibbly', 'en');
  expect(good.model).toBe(first.id);
  expect(good.model).toMatch(/^guest-linear-.*-own-\d+-[0-9a-f]{8}$/);
  expect(good.score).toBeGreaterThan(scorer.score('quorvax', 'en').score);
}, 120_000);

test('a file that is no model is named in the error', () => {
  const modelFile = join(folder, 'none.bin');
  writeFileSync(modelFile, 'nothing');
  expect(() => createSentimentScorer({ modelFile })).toThrow(modelFile);
});
