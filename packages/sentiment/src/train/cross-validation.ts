import { setGroups } from '../evaluate/evaluation.js';
import type { Pair } from '../evaluate/figures.js';
import { macroF1 } from '../evaluate/figures.js';
import { isNeutral } from './heads.js';
import { calibrate } from './language-calibration.js';
import type { Unseen } from './unseen.js';

/** Macro-F1 of two classes by group of texts, each text judged by a model that had seen neither it nor its fold. */
export type CrossFigures = Readonly<Record<string, number>>;

/** What is said of each text that is not neutral, the calibration too being that of the other folds. */
function judgedPairs(unseen: readonly Unseen[]): { set: string; language: string; pair: Pair }[] {
  const folds = [...new Set(unseen.map(({ fold }) => fold))];
  return folds.flatMap((fold) => {
    const { calibrations, fallback } = calibrate(unseen.filter((one) => one.fold !== fold));
    return unseen
      .filter((one) => one.fold === fold && !isNeutral(one))
      .map(({ example: { set, language }, label, polarity }) => {
        const { slope, offset } = (calibrations[language] ?? fallback).polarity;
        return { set, language, pair: { truth: label, said: slope * polarity + offset > 0 ? 'pos' : 'neg' } };
      });
  });
}

export function crossFigures(unseen: readonly Unseen[]): CrossFigures {
  const groups = new Map<string, Pair[]>();
  for (const { set, language, pair } of judgedPairs(unseen))
    for (const group of setGroups(set, language)) {
      const pairs = groups.get(group) ?? [];
      pairs.push(pair);
      groups.set(group, pairs);
    }
  return Object.fromEntries([...groups].map(([group, pairs]) => [group, macroF1(pairs, ['pos', 'neg'])]));
}
