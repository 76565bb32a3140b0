import { expect, test } from '@jest/globals';
import type { LabelledText } from './labelled-texts.js';
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
  expect(Buffer.from(second.weights.buffer).equals(Buffer.from(first.weights.buffer))).toBe(true);
  expect(second).toEqual(first);
}, 60_000);

test('each text is judged by a training without it', () => {
  expect(Object.keys(first.crossValidated)).toEqual(['set own-test', 'language en, own messages']);
  expect(first.crossValidated['set own-test']).toBe(1);
});
