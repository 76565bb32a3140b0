import { compand } from '../model/companding.js';
import type { Calibration, Line } from '../model/sentiment-model.js';
import type { Judged } from './calibration.js';
import { fitLine, logistic } from './calibration.js';
import type { Example } from './examples.js';
import { createExampleReader } from './examples.js';
import { OWN_SETS } from './known-sets.js';
import type { LabelledText } from './labelled-texts.js';
import { LEXICON_SOURCES } from './lexicons/index.js';
import { emojiEntries, everydayEntries, lexiconEntries } from './lexicons/lexicon-entries.js';
import type { LinearClassifier, Weighed } from './linear-classifier.js';
import { sumOf, trainLinear } from './linear-classifier.js';
import { bestBand, bestShift } from './thresholds.js';

export interface TrainingSettings {
  readonly seed: number;
  readonly bits: number;
  /** Told of each step, for a person who waits. */
  readonly onStep?: (step: string) => void;
}

export interface TrainedModel {
  readonly calibrations: Readonly<Record<string, Calibration>>;
  readonly fallback: Calibration;
  readonly greatestPolarity: number;
  readonly greatestNeutrality: number;
  /** Two bytes a bucket. */
  readonly weights: Int8Array;
}

interface Labelled {
  readonly example: Example;
  readonly label: LabelledText['label'];
}

/** The project's own messages are few and are what guests write in a chat: each counts as two. */
const OWN_MESSAGE = 2;
const LEXICON_WEIGHT = 1;
const POLARITY = { cost: 0.5, rounds: 12 };
const NEUTRALITY = { cost: 0.25, rounds: 10 };
const FOLDS = 4;

/** A set's rarer side counts more, half-way (by square roots) to as much as the other. */
function balanced(labelled: readonly Labelled[], isYes: (one: Labelled) => boolean): Weighed[] {
  const counts = new Map<string, [no: number, yes: number]>();
  for (const one of labelled) {
    const count = counts.get(one.example.set) ?? [0, 0];
    count[isYes(one) ? 1 : 0] += 1;
    counts.set(one.example.set, count);
  }
  return labelled.map((one) => {
    const count = counts.get(one.example.set)!;
    const mine = count[isYes(one) ? 1 : 0];
    const own = one.example.set.startsWith(OWN_SETS) ? OWN_MESSAGE : 1;
    const weight = own * Math.sqrt((count[0] + count[1]) / (2 * mine));
    return { example: one.example, side: isYes(one) ? 1 : -1, weight };
  });
}

const isPositive = ({ label }: Labelled): boolean => label === 'pos';
const isNeutral = ({ label }: Labelled): boolean => label === 'neu';

function lexiconExamples(read: ReturnType<typeof createExampleReader>): Weighed[] {
  return [...LEXICON_SOURCES.flatMap(lexiconEntries), ...everydayEntries(), ...emojiEntries()].flatMap(
    ({ text, language, weight }) => {
      const example = read(text, 'lexicon', language);
      if (example === null) return [];
      return [
        { example, side: weight > 0 ? 1 : -1, weight: LEXICON_WEIGHT * Math.abs(weight) } satisfies Weighed,
      ];
    },
  );
}

interface Heads {
  readonly polarity: LinearClassifier;
  readonly neutrality: LinearClassifier;
}

/** Two trainings that weigh features differently err differently; the mean of linear classifiers is one too. */
function meanOf([one, other]: readonly [LinearClassifier, LinearClassifier]): LinearClassifier {
  return { weights: one.weights.map((weight, bucket) => (weight + other.weights[bucket]!) / 2) };
}

function trainHeads(
  labelled: readonly Labelled[],
  lexicon: readonly Weighed[],
  { bits, seed }: TrainingSettings,
): Heads {
  const polar = balanced(
    labelled.filter((one) => !isNeutral(one)),
    isPositive,
  );
  return {
    polarity: meanOf([
      trainLinear([...polar, ...lexicon], { ...POLARITY, bits, seed, evenSides: false }),
      trainLinear([...polar, ...lexicon], { ...POLARITY, bits, seed, evenSides: true }),
    ]),
    neutrality: trainLinear(balanced(labelled, isNeutral), { ...NEUTRALITY, bits, seed }),
  };
}

/** What both classifiers say of a text that neither has seen. */
export interface Unseen extends Labelled {
  readonly polarity: number;
  readonly neutrality: number;
}

function crossJudged(
  labelled: readonly Labelled[],
  lexicon: readonly Weighed[],
  settings: TrainingSettings,
): Unseen[] {
  return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    settings.onStep?.(`fold ${fold + 1} of ${FOLDS}, for the calibration`);
    const rest = labelled.filter((_, at) => at % FOLDS !== fold);
    const heads = trainHeads(rest, lexicon, settings);
    return labelled
      .filter((_, at) => at % FOLDS === fold)
      .map((one) => ({
        ...one,
        polarity: sumOf(heads.polarity, one.example),
        neutrality: sumOf(heads.neutrality, one.example),
      }));
  });
}

const START: Line = { slope: 2, offset: 0 };
/** A language of some hundred messages mostly keeps to what all languages say. */
const HOLD = 40;

function judgedPolarity(unseen: readonly Unseen[]): Judged[] {
  const polar = unseen.filter((one) => !isNeutral(one));
  return balanced(polar, isPositive).map(({ side, weight }, at) => ({
    sum: polar[at]!.polarity,
    isYes: side === 1,
    weight,
  }));
}

function judgedNeutrality(unseen: readonly Unseen[]): Judged[] {
  return unseen.map((one) => ({ sum: one.neutrality, isYes: isNeutral(one), weight: 1 }));
}

function scoreOf(one: Unseen, polarity: Line, neutrality: Line): number {
  const positive = logistic(polarity.slope * one.polarity + polarity.offset);
  const neutral = logistic(neutrality.slope * one.neutrality + neutrality.offset);
  return (1 - neutral) * (2 * positive - 1);
}

function calibrationOf(
  unseen: readonly Unseen[],
  towards: Pick<Calibration, 'polarity' | 'neutrality'>,
): Calibration {
  const fitted = fitLine(judgedPolarity(unseen), towards.polarity, HOLD);
  const shift = bestShift(
    unseen
      .filter((one) => !isNeutral(one))
      .map((one) => ({
        set: one.example.set,
        isYes: isPositive(one),
        odds: fitted.slope * one.polarity + fitted.offset,
      })),
  );
  const polarity = { slope: fitted.slope, offset: fitted.offset + shift };
  const neutrality = fitLine(judgedNeutrality(unseen), towards.neutrality, HOLD);
  const scored = unseen.map((one) => ({ label: one.label, score: scoreOf(one, polarity, neutrality) }));
  return { polarity, neutrality, neutralBand: bestBand(scored) };
}

function calibrate(unseen: readonly Unseen[]): Pick<TrainedModel, 'calibrations' | 'fallback'> {
  const fallback = calibrationOf(unseen, { polarity: START, neutrality: START });
  const languages = [...new Set(unseen.map(({ example }) => example.language))].sort();
  const calibrations = languages.map((language) => {
    const own = unseen.filter(({ example }) => example.language === language);
    return [language, calibrationOf(own, fallback)] as const;
  });
  return { fallback, calibrations: Object.fromEntries(calibrations) };
}

/** What one weight in ten thousand exceeds is cut to it: the steps between the others would grow with it. */
const CUT_SHARE = 0.0001;

function greatestOf({ weights }: LinearClassifier): number {
  const sizes = weights
    .filter((weight) => weight !== 0)
    .map(Math.abs)
    .sort();
  return sizes[Math.floor(sizes.length * (1 - CUT_SHARE))] ?? 1;
}

/** Trains a model on labelled texts; the same texts in the same order and the same seed give the same bytes. */
export function trainModel(texts: readonly LabelledText[], settings: TrainingSettings): TrainedModel {
  const read = createExampleReader(settings.bits);
  settings.onStep?.(`reading ${texts.length} texts`);
  const labelled = texts.flatMap(({ text, label, lang, set }) => {
    const example = read(text, set, lang);
    return example === null ? [] : [{ example, label }];
  });
  const lexicon = lexiconExamples(read);
  const unseen = crossJudged(labelled, lexicon, settings);
  const { calibrations, fallback } = calibrate(unseen);
  settings.onStep?.('all folds together');
  const heads = trainHeads(labelled, lexicon, settings);
  const greatestPolarity = greatestOf(heads.polarity);
  const greatestNeutrality = greatestOf(heads.neutrality);
  const weights = new Int8Array(2 ** (settings.bits + 1));
  for (let bucket = 0; bucket < 2 ** settings.bits; bucket += 1) {
    weights[2 * bucket] = compand(heads.polarity.weights[bucket]!, greatestPolarity);
    weights[2 * bucket + 1] = compand(heads.neutrality.weights[bucket]!, greatestNeutrality);
  }
  return {
    calibrations,
    fallback,
    greatestPolarity,
    greatestNeutrality,
    weights,
  };
}
