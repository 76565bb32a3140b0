import { setGroups } from '../evaluate/evaluation.js';
import type { Pair } from '../evaluate/figures.js';
import { macroF1 } from '../evaluate/figures.js';
import { isNeutral } from './heads.js';
import { calibrate } from './language-calibration.js';
import type { Unseen } from './unseen.js';

/** A positive or negative text, and what a training without it said of it. */
export interface UnseenPair {
  readonly set: string;
  readonly language: string;
  readonly pair: Pair;
}

/** By group, over its positive and negative texts. */
export type PooledFigures = Readonly<Record<string, { readonly texts: number; readonly macroF1of2: number }>>;

/** What is said of each text that is not neutral, the calibration too being that of the other folds. */
export function crossJudgedPairs(unseen: readonly Unseen[]): UnseenPair[] {
  return [...new Set(unseen.map(({ fold }) => fold))].flatMap((fold) => {
    const { calibrations, fallback } = calibrate(unseen.filter((one) => one.fold !== fold));
    return unseen
      .filter((one) => one.fold === fold && !isNeutral(one))
      .map(({ example: { set, language }, label, polarity }) => {
        const { slope, offset } = (calibrations[language] ?? fallback).polarity;
        return { set, language, pair: { truth: label, said: slope * polarity + offset > 0 ? 'pos' : 'neg' } };
      });
  });
}

export function pooledFigures(unseen: readonly UnseenPair[]): PooledFigures {
  const groups = new Map<string, Pair[]>();
  for (const { set, language, pair } of unseen)
    for (const group of setGroups(set, language)) {
      const pairs = groups.get(group) ?? [];
      pairs.push(pair);
      groups.set(group, pairs);
    }
  return Object.fromEntries(
    [...groups].map(([group, pairs]) => [
      group,
      { texts: pairs.length, macroF1of2: macroF1(pairs, ['pos', 'neg']) },
    ]),
  );
}
