import type { CrossFigures } from './cross-validation.js';
import { crossFigures } from './cross-validation.js';
import { createExampleReader } from './examples.js';
import { lexiconExamples, trainHeads } from './heads.js';
import type { LabelledText } from './labelled-texts.js';
import type { Calibrations } from './language-calibration.js';
import { calibrate } from './language-calibration.js';
import type { PackedWeights } from './packed-weights.js';
import { packedWeights } from './packed-weights.js';
import { crossJudged } from './unseen.js';

export interface TrainingSettings {
  readonly seed: number;
  readonly bits: number;
  /** Told of each step, for a person who waits. */
  readonly onStep?: (step: string) => void;
}

export interface TrainedModel extends Calibrations, PackedWeights {
  /** What stands in the model's card, not in its file. */
  readonly crossValidated: CrossFigures;
}

/** Trains a model on labelled texts; the same texts in the same order and the same seed give the same bytes. */
export function trainModel(texts: readonly LabelledText[], settings: TrainingSettings): TrainedModel {
  const read = createExampleReader(settings.bits);
  settings.onStep?.(`reading ${texts.length} texts`);
  const labelled = texts.flatMap(({ text, label, lang, set }) => {
    const example = read(text, set, lang);
    return example === null ? [] : [{ example, label }];
  });
  const lexicon = lexiconExamples(settings.bits);
  const unseen = crossJudged(labelled, (rest) => trainHeads(rest, lexicon, settings), settings.onStep);
  settings.onStep?.('all folds together');
  return {
    ...calibrate(unseen),
    ...packedWeights(trainHeads(labelled, lexicon, settings)),
    crossValidated: crossFigures(unseen),
  };
}
