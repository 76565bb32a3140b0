import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { csat, type Figure, mean, nps } from './metrics.js';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const average = (values: readonly number[]) => sum(values) / values.length;

/** The mean of values with the normal interval, straight from its definition. */
function normalInterval(values: readonly number[], degrees: number): Figure {
  const value = average(values);
  const variance = degrees > 0 ? sum(values.map((each) => (each - value) ** 2)) / degrees : 0;
  const margin = 1.959964 * Math.sqrt(variance / values.length);
  return { value, low: value - margin, high: value + margin, n: values.length };
}

function expectClose(actual: Figure | undefined, expected: Figure): void {
  expect(actual?.n).toBe(expected.n);
  for (const part of ['value', 'low', 'high'] as const) expect(actual?.[part]).toBeCloseTo(expected[part], 6);
}

describe('the metrics', () => {
  test('are undefined where nobody answered', () => {
    expect(nps({ n: 0, promoters: 0, detractors: 0 })).toBeUndefined();
    expect(csat({ n: 0, topTwo: 0 })).toBeUndefined();
    expect(mean({ n: 0, sum: 0, sumOfSquares: 0 })).toBeUndefined();
  });

  test('NPS is the mean of +100, 0 and -100, its interval cut at the ends of the scale', () => {
    const answers = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(answers, (given) => {
        const points = given.map((answer) => (answer >= 9 ? 100 : answer <= 6 ? -100 : 0));
        const { low, high, ...rest } = normalInterval(points, points.length);
        const promoters = given.filter((answer) => answer >= 9).length;
        const detractors = given.filter((answer) => answer <= 6).length;
        const cut = { low: Math.max(-100, low), high: Math.min(100, high) };
        expectClose(nps({ n: given.length, promoters, detractors }), { ...rest, ...cut });
      }),
    );
  });

  test('a mean from its sums is the mean of the values, with the interval of the sample', () => {
    const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(values, (thousandths) => {
        const given = thousandths.map((value) => value / 1000);
        const sums = { n: given.length, sum: sum(given), sumOfSquares: sum(given.map((each) => each ** 2)) };
        expectClose(mean(sums), normalInterval(given, given.length - 1));
      }),
    );
  });

  test("a mean's interval stays within its scale, where one is given", () => {
    const sums = { n: 2, sum: 1.9, sumOfSquares: 1.81 };
    const free = mean(sums)!;
    expect(mean(sums, { min: -1, max: 1 })).toEqual({ ...free, high: 1 });
    expect(mean(sums, { min: 0.9, max: 9 })).toEqual({ ...free, low: 0.9 });
  });

  test("CSAT's bounds solve Wilson's equation", () => {
    const samples = fc
      .integer({ min: 1, max: 500 })
      .chain((n) => fc.integer({ min: 0, max: n }).map((topTwo) => ({ n, topTwo })));
    fc.assert(
      fc.property(samples, ({ n, topTwo }) => {
        const figure = csat({ n, topTwo })!;
        expect(figure.value).toBeCloseTo((100 * topTwo) / n, 9);
        for (const bound of [figure.low / 100, figure.high / 100]) {
          expect((bound - topTwo / n) ** 2).toBeCloseTo((1.959964 ** 2 * bound * (1 - bound)) / n, 9);
        }
        expect(figure.low).toBeLessThanOrEqual(figure.value + 1e-9);
        expect(figure.high).toBeGreaterThanOrEqual(figure.value - 1e-9);
      }),
    );
  });

  test.each([
    [{ n: 4, promoters: 3, detractors: 1 }, 50],
    [{ n: 10, promoters: 0, detractors: 10 }, -100],
    [{ n: 3, promoters: 1, detractors: 1 }, 0],
  ])('NPS of %j is %d', (counts, value) => {
    expect(nps(counts)?.value).toBe(value);
  });
});
