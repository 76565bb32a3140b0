import { expect, test } from '@jest/globals';
import { accuracy, calibrationError, macroF1 } from '../evaluate/figures.js';
import { compand, expanded } from '../model/companding.js';
import { fitLine } from './calibration.js';
import { createExampleReader } from './examples.js';
import { foldOf, isHeldOut } from './labelled-texts.js';
import { sumOf, trainLinear } from './linear-classifier.js';

const BITS = 16;
const read = createExampleReader(BITS);
const GOOD = ['a lovely room', 'lovely breakfast', 'we had a lovely stay', 'lovely and quiet'];
const BAD = ['a dirty room', 'dirty towels', 'we had a dirty bath', 'dirty and loud'];
const examples = [...GOOD, ...BAD].map((text, at) => ({
  example: read(text, 'test', 'en')!,
  side: at < GOOD.length ? (1 as const) : (-1 as const),
  weight: 1,
}));

test('a classifier learns which side a word is on, and the same seed gives the same weights', () => {
  const settings = { bits: BITS, seed: 7, rounds: 10, cost: 1 };
  const first = trainLinear(examples, settings);
  expect(sumOf(first, read('lovely pillows', 'test', 'en')!)).toBeGreaterThan(0);
  expect(sumOf(first, read('dirty pillows', 'test', 'en')!)).toBeLessThan(0);
  expect(trainLinear(examples, settings).weights).toEqual(first.weights);
});

test('a line is fitted so that what is right half of the time has even odds', () => {
  const judged = [-2, -1, 0, 1, 2].flatMap((sum) =>
    Array.from({ length: 100 }, (_, at) => ({ sum, isYes: at < 50 + sum * 20, weight: 1 })),
  );
  const { slope, offset } = fitLine(judged, { slope: 1, offset: 0 }, 1);
  expect(slope).toBeGreaterThan(0.8);
  expect(offset).toBeCloseTo(0, 1);
});

test('a weight comes back from its byte to within a hundredth of the greatest', () => {
  const values = expanded(2);
  for (let weight = -2; weight <= 2; weight += 0.01)
    expect(Math.abs(values[compand(weight, 2) & 0xff]! - weight)).toBeLessThan(0.02);
});

test('texts that differ in case and punctuation are both held out or in one fold', () => {
  const shouted = Array.from(
    { length: 200 },
    (_, at) => [`Room ${at} is nice`, `ROOM, ${at} IS NICE!!`] as const,
  );
  for (const [plain, loud] of shouted) {
    expect(isHeldOut(plain)).toBe(isHeldOut(loud));
    expect(foldOf(plain, 8)).toBe(foldOf(loud, 8));
  }
  const share = shouted.filter(([plain]) => isHeldOut(plain)).length / shouted.length;
  expect(share).toBeGreaterThan(0.05);
  expect(share).toBeLessThan(0.3);
});

test('the folds part what is not held out evenly', () => {
  const rest = Array.from({ length: 1_000 }, (_, at) => `Room ${at} is nice`).filter(
    (text) => !isHeldOut(text),
  );
  for (let fold = 0; fold < 4; fold += 1) {
    const share = rest.filter((text) => foldOf(text, 4) === fold).length / rest.length;
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.3);
  }
});

test('figures are what their definitions say', () => {
  const pairs = [
    { truth: 'pos', said: 'pos' },
    { truth: 'pos', said: 'neg' },
    { truth: 'neg', said: 'neg' },
  ];
  expect(accuracy(pairs)).toBeCloseTo(2 / 3);
  expect(macroF1(pairs, ['pos', 'neg'])).toBeCloseTo(2 / 3);
  expect(
    calibrationError([
      { sureness: 0.75, isRight: true },
      { sureness: 0.75, isRight: false },
    ]),
  ).toBeCloseTo(0.25);
});
