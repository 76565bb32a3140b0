import type { Line } from '../model/line.js';
import type { Judged } from './calibration.js';
import { logistic } from './calibration.js';

/**
 * A false alarm wakes people: of twenty alarms at most one may be false. A line flatters itself on the texts that it was
 * drawn by, and is drawn where three in a hundred are.
 */
const URGENT_PRECISION = 0.97;

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/** The probability from which on most emergencies are found while few alarms are false, in all languages together. */
export function leastOfUrgency(judged: readonly Judged[], { slope, offset }: Line): number {
  const falling = judged.toSorted((a, b) => b.sum - a.sum);
  let [hits, threshold] = [0, Number.POSITIVE_INFINITY];
  falling.forEach(({ sum, isYes }, at) => {
    if (isYes) hits += 1;
    if (hits / (at + 1) >= URGENT_PRECISION) threshold = sum;
  });
  return rounded(logistic(slope * threshold + offset));
}
