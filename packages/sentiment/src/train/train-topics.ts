import { compand } from '../model/companding.js';
import { TOPICS } from '../topics/topic.js';
import type { TopicHead, TopicModel } from '../topics/topic-scores.js';
import type { Example } from './examples.js';
import { createTopicExampleReader } from './examples.js';
import type { LabelledText } from './labelled-texts.js';
import type { LinearClassifier, Weighed } from './linear-classifier.js';
import { sumOf, trainLinear } from './linear-classifier.js';

const BITS = 16;
const SETTINGS = { bits: BITS, cost: 0.3, rounds: 8 };
const FOLDS = 4;
const URGENT = 'urgent';

/** A false alarm wakes people: of ten alarms at most one may be false where the threshold is set. */
const URGENT_PRECISION = 0.93;

interface Told {
  readonly example: Example;
  readonly topics: ReadonlySet<string>;
}

interface Judged {
  readonly sum: number;
  readonly isYes: boolean;
}

/** Yes is rare for every topic, and counts more. */
const YES_WEIGHT = 2;

const weighed = (told: readonly Told[], name: string): Weighed[] =>
  told.map(({ example, topics }) => {
    const isYes = topics.has(name);
    return { example, side: isYes ? 1 : -1, weight: isYes ? YES_WEIGHT : 1 };
  });

function judgedByOthers(told: readonly Told[], name: string, seed: number): Judged[] {
  return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const rest = told.filter((_, at) => at % FOLDS !== fold);
    const classifier = trainLinear(weighed(rest, name), { ...SETTINGS, seed });
    return told
      .filter((_, at) => at % FOLDS === fold)
      .map(({ example, topics }) => ({ sum: sumOf(classifier, example), isYes: topics.has(name) }));
  });
}

/** The sum from which on saying yes gives the best F1, or, for urgency, most yeses at the wanted precision. */
function thresholdOf(judged: readonly Judged[], name: string): number {
  const falling = judged.toSorted((a, b) => b.sum - a.sum);
  const there = judged.filter(({ isYes }) => isYes).length;
  let [hits, best, threshold] = [0, 0, Number.POSITIVE_INFINITY];
  falling.forEach(({ sum, isYes }, at) => {
    if (isYes) hits += 1;
    const precision = hits / (at + 1);
    const value =
      name === URGENT ? (precision >= URGENT_PRECISION ? hits : 0) : (2 * hits) / (at + 1 + there);
    if (value > best) [best, threshold] = [value, sum];
  });
  return Math.round(threshold * 1000) / 1000;
}

/** Trains the classifiers of topics and urgency on the texts that are labelled with them. */
export function trainTopics(
  texts: readonly LabelledText[],
  { seed, onStep }: { seed: number; onStep?: ((step: string) => void) | undefined },
): TopicModel {
  const read = createTopicExampleReader(BITS);
  const told = texts.flatMap(({ text, topics, urgent, lang, set }): Told[] => {
    const example = topics === null ? null : read(text, set, lang);
    if (example === null) return [];
    return [{ example, topics: new Set([...topics!, ...(urgent === true ? [URGENT] : [])]) }];
  });
  const names = [...TOPICS.filter((topic) => topic !== 'other'), URGENT];
  const weights = new Uint8Array(names.length * 2 ** BITS);
  const heads = names.map((name, head): TopicHead => {
    onStep?.(`topic ${name}`);
    const classifier = trainLinear(weighed(told, name), { ...SETTINGS, seed });
    const greatest = largest(classifier);
    classifier.weights.forEach((weight, bucket) => {
      weights[bucket * names.length + head] = compand(weight, greatest);
    });
    return { name, greatest, threshold: thresholdOf(judgedByOthers(told, name, seed), name) };
  });
  return { bits: BITS, heads, weights };
}

function largest({ weights }: LinearClassifier): number {
  let greatest = 1e-9;
  for (const weight of weights) greatest = Math.max(greatest, Math.abs(weight));
  return greatest;
}
