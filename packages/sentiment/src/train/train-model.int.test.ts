import { expect, test } from '@jest/globals';
import { pooledFigures } from './cross-validation.js';
import type { LabelledText } from './labelled-texts.js';
import type { TrainedModel } from './train-model.js';
import { trainModel } from './train-model.js';

const SIDES = { pos: ['lovely', 'kind'], neg: ['dirty', 'rude'], neu: ['tomorrow', 'at noon'] } as const;
const TEXTS: readonly LabelledText[] = Array.from({ length: 120 }, (_, at) => {
  const label = (['pos', 'neg', 'neu'] as const)[at % 3]!;
  const text = `${SIDES[label][at % 2]} room ${at % 7}, said guest ${at % 11}`;
  return { text, label, lang: 'en', set: 'own-test', topics: null, urgent: null, heldOut: false };
});

const first = trainModel(TEXTS, { bits: 12, seed: 5 });

test('the same texts and seed train the same model twice', () => {
  const second = trainModel(TEXTS, { bits: 12, seed: 5 });
  const bytesOf = ({ weights, patterns }: TrainedModel) => [
    Buffer.from(weights.buffer),
    Buffer.from(patterns.embedding.buffer),
  ];
  const isSame = bytesOf(second).map((bytes, at) => bytes.equals(bytesOf(first)[at]!));
  expect(isSame).toEqual([true, true]);
  // Jest would compare the millions of bytes one by one.
  const rest = ({ weights, patterns: { embedding, ...patterns }, ...others }: TrainedModel) => ({
    ...others,
    patterns,
  });
  expect(rest(second)).toEqual(rest(first));
}, 60_000);

test('each text is judged by a training without it', () => {
  expect(pooledFigures(first.crossJudged)).toEqual({
    'set own-test': { texts: 80, macroF1of2: 1 },
    'language en, own messages': { texts: 80, macroF1of2: 1 },
  });
});
