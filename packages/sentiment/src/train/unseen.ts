import type { HeadSums, Labelled } from './heads.js';
import { FOLDS } from './labelled-texts.js';

/** What both classifiers say of a text that neither has seen. */
export interface Unseen extends HeadSums, Labelled {}

/** Judges each text by what `trained` made of the other folds. */
export function crossJudged<Text extends Labelled>(
  labelled: readonly Text[],
  trained: (rest: readonly Text[]) => (text: Text) => HeadSums,
  onStep?: (step: string) => void,
): (Text & Unseen)[] {
  return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    onStep?.(`fold ${fold + 1} of ${FOLDS}, for the calibration`);
    const judge = trained(labelled.filter((one) => one.fold !== fold));
    return labelled.filter((one) => one.fold === fold).map((one) => ({ ...one, ...judge(one) }));
  });
}
