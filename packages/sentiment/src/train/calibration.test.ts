import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fitLine, type Judged, logistic } from './calibration.js';

const START = { slope: 2, offset: 0 };
const HOLD = 5;

test('a line says yes as often as it was right', () => {
  const judged = Array.from(
    { length: 4_000 },
    (_, at): Judged => ({ sum: (at % 40) / 10 - 2, isYes: at % 40 > 10 + (at % 7) * 4, weight: 1 }),
  );
  const { slope, offset } = fitLine(judged, START, HOLD);
  const said = judged.reduce((sum, one) => sum + logistic(slope * one.sum + offset), 0);
  expect(said / judged.filter(({ isYes }) => isYes).length).toBeCloseTo(1, 2);
});

test('no line is further from what is right than the one that the search began with', () => {
  const judged = fc.record({
    sum: fc.double({ min: -6, max: 6, noNaN: true }),
    isYes: fc.boolean(),
    weight: fc.constant(1),
  });
  fc.assert(
    fc.property(
      fc.array(judged, { minLength: 1, maxLength: 200 }),
      fc.integer({ min: 1, max: 30 }),
      (few, times) => {
        const texts = few.flatMap((one) => (one.isYes ? [one] : Array.from({ length: times }, () => one)));
        const surpriseOf = ({ slope, offset }: { slope: number; offset: number }) =>
          texts.reduce((sum, one) => {
            const odds = (one.isYes ? 1 : -1) * (slope * one.sum + offset);
            return sum + Math.max(0, -odds) + Math.log1p(Math.exp(-Math.abs(odds)));
          }, 0);
        const line = fitLine(texts, START, HOLD);
        expect(surpriseOf(line)).toBeLessThanOrEqual(surpriseOf(START) + 1e-9);
      },
    ),
  );
});
