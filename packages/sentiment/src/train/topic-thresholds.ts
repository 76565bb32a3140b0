import type { Line } from '../model/line.js';
import type { Judged } from './calibration.js';
import { logistic } from './calibration.js';

/** A false alarm wakes people: of fourteen alarms at most one may be false where the line is drawn. */
const URGENT_PRECISION = 0.93;

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

const STEPS = Array.from({ length: 13 }, (_, step) => 0.2 + step * 0.025);

/** The probability from which on a text is about a topic: the middle of the three steps with the best F1. */
export function leastOfTopic(judged: readonly Judged[], { slope, offset }: Line): number {
  const figures = STEPS.map((least) => {
    let [hits, claimed, there] = [0, 0, 0];
    for (const { sum, isYes } of judged) {
      const isClaimed = logistic(slope * sum + offset) >= least;
      if (isClaimed) claimed += 1;
      if (isYes) there += 1;
      if (isYes && isClaimed) hits += 1;
    }
    return (2 * hits) / Math.max(1, claimed + there);
  });
  const around = (at: number): number => figures[at - 1]! + figures[at]! + figures[at + 1]!;
  let best = 1;
  for (let at = 2; at < STEPS.length - 1; at += 1) if (around(at) > around(best)) best = at;
  return rounded(STEPS[best]!);
}
