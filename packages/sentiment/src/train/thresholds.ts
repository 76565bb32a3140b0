import { macroF1 } from '../evaluate/figures.js';
import { logistic } from './calibration.js';

interface PolarJudged {
  readonly set: string;
  readonly isYes: boolean;
  /** Log-odds of positive. */
  readonly odds: number;
}

const LEAST_OF_A_SIDE = 40;
const STEEPNESS = 2;
const SHIFTS = Array.from({ length: 61 }, (_, step) => (step - 30) / 10);

function setsOf(judged: readonly PolarJudged[]): PolarJudged[][] {
  const sets = new Map<string, PolarJudged[]>();
  for (const one of judged) sets.set(one.set, [...(sets.get(one.set) ?? []), one]);
  return [...sets.values()].filter((set) => {
    const yes = set.filter(({ isYes }) => isYes).length;
    return Math.min(yes, set.length - yes) >= LEAST_OF_A_SIDE;
  });
}

/**
 * Macro-F1 where each text counts on both sides, by how far its odds lie from the line: counted whole, the few texts of
 * a set's rarer side would let chance choose the line.
 */
function gradedMacroF1(judged: readonly PolarJudged[], shift: number): number {
  const sum = { yesAsYes: 0, yesAsNo: 0, noAsYes: 0, noAsNo: 0 };
  for (const { isYes, odds } of judged) {
    const yes = logistic(STEEPNESS * (odds + shift));
    sum[isYes ? 'yesAsYes' : 'noAsYes'] += yes;
    sum[isYes ? 'yesAsNo' : 'noAsNo'] += 1 - yes;
  }
  const wrong = sum.yesAsNo + sum.noAsYes;
  return sum.yesAsYes / (2 * sum.yesAsYes + wrong) + sum.noAsNo / (2 * sum.noAsNo + wrong);
}

/**
 * What to add to the log-odds so that their sign gives the best macro-F1 over a language's sets, a large one
 * counting more (by the square root of its size). 0 where too few texts are there to tell.
 */
export function bestShift(judged: readonly PolarJudged[]): number {
  const sets = setsOf(judged);
  if (sets.length === 0) return 0;
  const trust = sets.map((set) => Math.sqrt(set.length));
  const figures = SHIFTS.map((shift) => {
    const each = sets.map((set) => gradedMacroF1(set, shift));
    return each.reduce((sum, value, at) => sum + value * trust[at]!, 0);
  });
  const best = SHIFTS.reduce((top, _, at) => (figures[at]! > figures[top]! ? at : top), SHIFTS.indexOf(0));
  return SHIFTS[best]!;
}

const BANDS = Array.from({ length: 25 }, (_, step) => 0.04 + step * 0.02);
const USUAL_BAND = 0.2;
const LEAST_NEUTRAL = 30;
const NEIGHBOURS = 2;

function smoothed(values: readonly number[], at: number): number {
  const near = values.slice(Math.max(0, at - NEIGHBOURS), at + NEIGHBOURS + 1);
  return near.reduce((sum, value) => sum + value, 0) / near.length;
}

/**
 * The band around zero that labels a language's neutral texts best, by macro-F1 of three classes; the middle of the best
 * stretch, since the very best step may be chance.
 */
export function bestBand(scored: readonly { label: 'pos' | 'neu' | 'neg'; score: number }[]): number {
  if (scored.filter(({ label }) => label === 'neu').length < LEAST_NEUTRAL) return USUAL_BAND;
  const figures = BANDS.map((band) => {
    const pairs = scored.map(({ label, score }) => ({
      truth: label,
      said: Math.abs(score) < band ? 'neu' : score > 0 ? 'pos' : 'neg',
    }));
    return macroF1(pairs, ['pos', 'neu', 'neg']);
  });
  const best = BANDS.reduce((top, _, at) => (smoothed(figures, at) > smoothed(figures, top) ? at : top), 0);
  return Math.round(BANDS[best]! * 100) / 100;
}
