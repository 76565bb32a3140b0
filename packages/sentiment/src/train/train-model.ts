import type { PatternModel } from '../patterns/patterns.js';
import type { UnseenPair } from './cross-validation.js';
import { crossJudgedPairs } from './cross-validation.js';
import { createExampleReader } from './examples.js';
import { headSums, lexiconExamples, trainHeads } from './heads.js';
import type { LabelledText } from './labelled-texts.js';
import { foldOf } from './labelled-texts.js';
import type { Calibrations } from './language-calibration.js';
import { calibrate } from './language-calibration.js';
import type { PackedWeights } from './packed-weights.js';
import { packedWeights } from './packed-weights.js';
import { createPatternExampleReader } from './pattern-examples.js';
import { packedPatterns, patternJudge } from './pattern-layer.js';
import type { PatternLabelled } from './train-patterns.js';
import { trainPatterns } from './train-patterns.js';
import { crossJudged } from './unseen.js';

/** With more, what judges a text is more like the model; each takes as long as the model itself. */
export const FOLDS = 8;

export interface TrainingSettings {
  readonly seed: number;
  readonly bits: number;
  /** Told of each step, for a person who waits. */
  readonly onStep?: (step: string) => void;
}

export interface TrainedModel extends Calibrations, PackedWeights {
  /** What stands in the model's card, not in its file. */
  readonly crossJudged: readonly UnseenPair[];
  readonly patterns: PatternModel;
}

/** Trains a model on labelled texts; the same texts in the same order and the same seed give the same bytes. */
export function trainModel(texts: readonly LabelledText[], settings: TrainingSettings): TrainedModel {
  const read = createExampleReader(settings.bits);
  settings.onStep?.(`reading ${texts.length} texts`);
  const readPatterns = createPatternExampleReader();
  const labelled = texts.flatMap(({ text, label, lang, set }): PatternLabelled[] => {
    const example = read(text, set, lang);
    return example === null
      ? []
      : [{ example, label, fold: foldOf(text, FOLDS), patterns: readPatterns(text, lang) }];
  });
  const lexicon = lexiconExamples(settings.bits);
  const unseen = crossJudged(
    labelled,
    (rest) => {
      const heads = trainHeads(rest, lexicon, settings);
      const judge = patternJudge(trainPatterns(rest, settings.seed));
      return ({ example, patterns }) => {
        const [linear, found] = [headSums(heads, example), judge(patterns)];
        return {
          polarity: linear.polarity + found.polarity,
          neutrality: linear.neutrality + found.neutrality,
        };
      };
    },
    settings.onStep,
  );
  settings.onStep?.('all folds together');
  return {
    ...calibrate(unseen),
    ...packedWeights(trainHeads(labelled, lexicon, settings)),
    patterns: packedPatterns(trainPatterns(labelled, settings.seed)),
    crossJudged: crossJudgedPairs(unseen),
  };
}
