import { expect, test } from '@jest/globals';
import type { Label } from './labelled-texts.js';
import { calibrate } from './language-calibration.js';
import type { Unseen } from './unseen.js';

const NOTHING = { buckets: new Uint32Array(), values: new Float32Array(), scale: 1 };

/** Two hundred texts of a set, whose sums lie around `middle`: above it positive, below it negative. */
function judged(set: string, middle: number): Unseen[] {
  return Array.from({ length: 200 }, (_, at): Unseen => {
    const label: Label = at % 2 === 0 ? 'pos' : 'neg';
    const polarity = middle + (label === 'pos' ? 1 : -1) * (0.2 + at / 100);
    return { example: { set, language: 'en', ...NOTHING }, label, fold: at % 4, polarity, neutrality: -1 };
  });
}

const turnsAt = (unseen: readonly Unseen[]): number => {
  const { slope, offset } = calibrate(unseen).calibrations.en!.polarity;
  return -offset / slope;
};

test('a language is calibrated on what will be scored: neither tweets nor our own reviews move its line', () => {
  const alone = turnsAt(judged('en-somebodys_hotels', 1));
  expect(alone).toBeGreaterThan(0.7);
  const others = [...judged('en-umsab_tweets', -1), ...judged('own-reviews-en', -1)];
  const beside = turnsAt([...judged('en-somebodys_hotels', 1), ...others]);
  // A language is held a little to what all texts together say, these among them.
  expect(Math.abs(beside - alone)).toBeLessThan(0.2);
});

test('our own messages do move it', () => {
  const reviews = judged('en-somebodys_hotels', 1);
  expect(turnsAt([...reviews, ...judged('own-en', -1)])).toBeLessThan(turnsAt(reviews) - 0.3);
});
