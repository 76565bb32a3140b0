import { expect, test } from '@jest/globals';
import { createConceptReader } from '../concepts/concept-features.js';
import { createFeatures, readFeatures } from '../features.js';
import { createPatternSums } from '../patterns/pattern-sums.js';
import { keptPlace } from '../patterns/place-reader.js';
import { createTokens, readTokens } from '../text/tokens.js';
import { createExampleReader } from './examples.js';
import { createPatternExampleReader } from './pattern-examples.js';
import { packedPatterns, patternJudge } from './pattern-layer.js';
import type { PatternLabelled } from './train-patterns.js';
import { trainPatterns } from './train-patterns.js';

const read = createExampleReader(12);
const readPatterns = createPatternExampleReader();
const LABELLED = Array.from({ length: 200 }, (_, at): PatternLabelled => {
  const label = (['pos', 'neg', 'neu'] as const)[at % 3]!;
  const word = { pos: 'lovely', neg: 'dirty', neu: 'tomorrow' }[label];
  const text = `the room ${at % 7} is ${word}, says guest ${at % 11}`;
  return {
    example: read(text, 'own-test', 'en')!,
    label,
    fold: 0,
    patterns: readPatterns(text, 'en'),
  };
});
const layer = trainPatterns(LABELLED, 3);
const judge = patternJudge(layer);
const said = (text: string) => judge(readPatterns(text, 'en'));

test('patterns tell the sides of texts that they were not learnt from', () => {
  expect(said('what a lovely pool').polarity).toBeGreaterThan(said('what a dirty pool').polarity);
  expect(said('see you tomorrow').neutrality).toBeGreaterThan(said('so dirty').neutrality);
});

test('the scorer finds in eight bits what the training found in full', () => {
  const text = 'the pool is dirty, but lovely 房间很干净';
  const tokens = createTokens();
  const features = createFeatures();
  readTokens(text, tokens);
  readFeatures(tokens, features);
  createConceptReader()(tokens, 'en', features);
  const places = features.lastPlaces[tokens.count - 1]! + 1;
  expect(places).toBe(12);
  const sums = createPatternSums(packedPatterns(layer));
  sums.read(features, places);
  const whole = sums.between(0, places);
  expect(whole.polarity).toBeCloseTo(said(text).polarity, 2);
  expect(whole.neutrality).toBeCloseTo(said(text).neutrality, 2);
  expect(sums.lostWithout(0, places).polarity).toBeCloseTo(whole.polarity - sums.between(0, 0).polarity, 6);
});

test('of a very long text the opening and the ending are kept', () => {
  expect([0, 255, 256, 1743, 1744, 1999].map((place) => keptPlace(place, 2_000))).toEqual([
    0, 255, -1, -1, 256, 511,
  ]);
  expect(keptPlace(500, 512)).toBe(500);
});
