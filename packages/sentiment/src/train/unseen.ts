import type { HeadSums, Heads, Labelled } from './heads.js';
import { sumOf } from './linear-classifier.js';

/** What both classifiers say of a text that neither has seen. */
export interface Unseen extends HeadSums, Labelled {
  readonly fold: number;
}

const FOLDS = 4;

/** Judges each text by classifiers that `trained` made of the other folds; what was said before is added. */
export function crossJudged(
  labelled: readonly Labelled[],
  trained: (rest: readonly Labelled[]) => Heads,
  onStep?: (step: string) => void,
): Unseen[] {
  return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    onStep?.(`fold ${fold + 1} of ${FOLDS}, for the calibration`);
    const heads = trained(labelled.filter((_, at) => at % FOLDS !== fold));
    return labelled
      .filter((_, at) => at % FOLDS === fold)
      .map((one) => ({
        ...one,
        fold,
        polarity: sumOf(heads.polarity, one.example),
        neutrality: sumOf(heads.neutrality, one.example),
      }));
  });
}
