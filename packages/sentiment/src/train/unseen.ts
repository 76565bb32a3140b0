import type { HeadSums, Labelled } from './heads.js';

/** What both classifiers say of a text that neither has seen. */
export interface Unseen extends HeadSums, Labelled {}

/** Judges each text by what `trained` made of the other folds. */
export function crossJudged<Text extends Labelled>(
  labelled: readonly Text[],
  trained: (rest: readonly Text[]) => (text: Text) => HeadSums,
  onStep?: (step: string) => void,
): (Text & Unseen)[] {
  const folds = [...new Set(labelled.map(({ fold }) => fold))].sort((a, b) => a - b);
  return folds.flatMap((fold, at) => {
    onStep?.(`fold ${at + 1} of ${folds.length}, for the calibration`);
    const judge = trained(labelled.filter((one) => one.fold !== fold));
    return labelled.filter((one) => one.fold === fold).map((one) => ({ ...one, ...judge(one) }));
  });
}
