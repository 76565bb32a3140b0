import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { macroF1 } from './evaluate/figures.js';
import { createSentimentScorer } from './index.js';
import type { LabelledText } from './train/labelled-texts.js';
import { readLabelledTexts } from './train/labelled-texts.js';

/** Labelled texts for development lie beside the repository; they are no part of it. */
const FOLDER = join(__dirname, '../../../../shared/data/reviews');
const OWN = join(__dirname, '../corpus');
const scorer = createSentimentScorer();

const describeIfThere = existsSync(FOLDER) ? describe : describe.skip;

function binaryMacroF1(texts: readonly LabelledText[]): number {
  const pairs = texts
    .filter(({ heldOut, label }) => heldOut && label !== 'neu')
    .map(({ text, label }) => ({ truth: label, said: scorer.score(text).score > 0 ? 'pos' : 'neg' }));
  return macroF1(pairs, ['pos', 'neg']);
}

describeIfThere('on the held-out texts of shared/data/reviews beside the repository', () => {
  const texts = existsSync(FOLDER) ? readLabelledTexts(FOLDER) : [];

  test.each([
    ['ar-semeval16_hotels', 0.89],
    ['en-deceptive_hotels', 0.93],
    ['en-opener_hotels', 0.86],
    ['es-cuba_hotels', 0.93],
    ['ko-yanolja_hotels', 0.74],
    ['pl-wccrs_hotels', 0.9],
    ['ru-yandexmaps_hotels', 0.82],
    ['zh-online_shopping_hotel', 0.9],
    ['zh-chnsenticorp_htl', 0.86],
  ])('%s is scored with a macro-F1 of at least %d', (set, least) => {
    expect(binaryMacroF1(texts.filter((text) => text.set === set))).toBeGreaterThanOrEqual(least);
  });
});

test('the held-out messages of our own are scored far above chance', () => {
  expect(binaryMacroF1(readLabelledTexts(OWN, 'own-'))).toBeGreaterThan(0.72);
});
