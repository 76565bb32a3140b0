import { LEXICON_SOURCES } from '../lexicons/index.js';
import { emojiEntries, everydayEntries, lexiconEntries } from '../lexicons/lexicon-entries.js';
import type { Example } from './examples.js';
import { createExampleReader } from './examples.js';
import { trustIn } from './known-sets.js';
import type { Label } from './labelled-texts.js';
import type { LinearClassifier, Weighed } from './linear-classifier.js';
import { sumOf, trainLinear } from './linear-classifier.js';

/** What the two classifiers of a model say of a text. */
export interface HeadSums {
  readonly polarity: number;
  readonly neutrality: number;
}

export interface Labelled {
  readonly example: Example;
  readonly label: Label;
  /** Texts of the same fold are judged together by what was trained on the others. */
  readonly fold: number;
  /** What the model that is trained further says of it. */
  readonly prior?: HeadSums;
}

/** The two classifiers of a model: positive against negative, and neutral against both. */
export interface Heads {
  readonly polarity: LinearClassifier;
  readonly neutrality: LinearClassifier;
}

/** What both say of a text. */
export const headSums = ({ polarity, neutrality }: Heads, example: Example): HeadSums => ({
  polarity: sumOf(polarity, example),
  neutrality: sumOf(neutrality, example),
});

interface HeadSettings {
  readonly bits: number;
  readonly seed: number;
}

const LEXICON_WEIGHT = 1;
const POLARITY = { cost: 0.7, rounds: 12 };
const NEUTRALITY = { cost: 0.25, rounds: 10 };

export const isPositive = ({ label }: Labelled): boolean => label === 'pos';
export const isNeutral = ({ label }: Labelled): boolean => label === 'neu';

/** A set's rarer side counts more, half-way (by square roots) to as much as the other. */
export function balanced(
  labelled: readonly Labelled[],
  isYes: (one: Labelled) => boolean,
  head: keyof HeadSums,
): Weighed[] {
  const counts = new Map<string, [no: number, yes: number]>();
  for (const one of labelled) {
    const count = counts.get(one.example.set) ?? [0, 0];
    count[isYes(one) ? 1 : 0] += 1;
    counts.set(one.example.set, count);
  }
  return labelled.map((one) => {
    const count = counts.get(one.example.set)!;
    const mine = count[isYes(one) ? 1 : 0];
    const weight = trustIn(one.example.set) * Math.sqrt((count[0] + count[1]) / (2 * mine));
    return { example: one.example, side: isYes(one) ? 1 : -1, weight, prior: one.prior?.[head] ?? 0 };
  });
}

/** The project's lexicons as tiny texts to learn polarity from; what concepts are worth, real texts tell better. */
export function lexiconExamples(bits: number): Weighed[] {
  const read = createExampleReader(bits, { concepts: false });
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

/** Two trainings that weigh features differently err differently; the mean of linear classifiers is one too. */
function meanOf([one, other]: readonly [LinearClassifier, LinearClassifier]): LinearClassifier {
  return { weights: one.weights.map((weight, bucket) => (weight + other.weights[bucket]!) / 2) };
}

/** Trains both classifiers; `lexicon` is learnt from beside the texts. */
export function trainHeads(
  labelled: readonly Labelled[],
  lexicon: readonly Weighed[],
  { bits, seed }: HeadSettings,
): Heads {
  const polar = labelled.filter((one) => !isNeutral(one));
  const sides = [...balanced(polar, isPositive, 'polarity'), ...lexicon];
  return {
    polarity: meanOf([
      trainLinear(sides, { ...POLARITY, bits, seed, evenSides: false }),
      trainLinear(sides, { ...POLARITY, bits, seed, evenSides: true }),
    ]),
    neutrality: trainLinear(balanced(labelled, isNeutral, 'neutrality'), { ...NEUTRALITY, bits, seed }),
  };
}
