import { expect, test } from '@jest/globals';
import { createFeatures, readFeatures } from './features.js';
import { readableText } from './text/readable-text.js';
import { createTokens, readTokens } from './text/tokens.js';

const tokens = createTokens();
const features = createFeatures();

/** What the features of the same hash add up to, of the one that adds most. */
function mostOf(text: string): number {
  readTokens(readableText(text), tokens);
  readFeatures(tokens, features);
  const sums = new Map<number, number>();
  for (let at = 0; at < features.count; at += 1)
    sums.set(features.hashes[at]!, (sums.get(features.hashes[at]!) ?? 0) + features.values[at]!);
  return Math.max(...sums.values());
}

test('what a text says four times counts twice', () => {
  expect(mostOf('好')).toBeCloseTo(1);
  expect(mostOf('好, 好. 好! 好')).toBeCloseTo(2);
});

test('what an earlier text said is forgotten', () => {
  mostOf('好好好好');
  expect(mostOf('好')).toBeCloseTo(1);
});
