import { compand } from '../model/companding.js';
import type { Line } from '../model/line.js';
import { TOPICS } from '../topics/topic.js';
import { URGENT } from '../topics/topic-choice.js';
import type { TopicHead, TopicModel } from '../topics/topic-scores.js';
import type { Judged } from './calibration.js';
import { fitLine } from './calibration.js';
import type { Example } from './examples.js';
import { createTopicExampleReader } from './examples.js';
import type { LabelledText } from './labelled-texts.js';
import { foldOf } from './labelled-texts.js';
import type { LinearClassifier, Weighed } from './linear-classifier.js';
import { sumOf, trainLinear } from './linear-classifier.js';
import { leastOfUrgency } from './urgency-threshold.js';

const BITS = 16;
const SETTINGS = { bits: BITS, cost: 0.3, rounds: 8 };
/** Emergencies are rarer and told by fewer words. */
const URGENT_COST = 1;
const FOLDS = 4;
const settingsOf = (name: string) => (name === URGENT ? { ...SETTINGS, cost: URGENT_COST } : SETTINGS);

/** From here on a text is about a topic: about as much of what is said is right as of what is there is said. */
const LEAST = 0.3;
const START: Line = { slope: 2, offset: 0 };
const HOLD = 5;

interface Told {
  readonly example: Example;
  readonly topics: ReadonlySet<string>;
  readonly fold: number;
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
    const rest = told.filter((one) => one.fold !== fold);
    const classifier = trainLinear(weighed(rest, name), { ...settingsOf(name), seed });
    return told
      .filter((one) => one.fold === fold)
      .map(({ example, topics }) => ({
        sum: sumOf(classifier, example),
        isYes: topics.has(name),
        weight: 1,
      }));
  });
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

function headOf(name: string, greatest: number, judged: readonly Judged[]): TopicHead {
  const { slope, offset } = fitLine(judged, START, HOLD);
  const line = { slope: rounded(slope), offset: rounded(offset) };
  return { name, greatest, line, least: name === URGENT ? leastOfUrgency(judged, line) : LEAST };
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
    const named = new Set([...topics!, ...(urgent === true ? [URGENT] : [])]);
    return [{ example, topics: named, fold: foldOf(text, FOLDS) }];
  });
  const names = [...TOPICS, URGENT];
  const weights = new Uint8Array(names.length * 2 ** BITS);
  const heads = names.map((name, head): TopicHead => {
    onStep?.(`topic ${name}`);
    const classifier = trainLinear(weighed(told, name), { ...settingsOf(name), seed });
    const greatest = largest(classifier);
    classifier.weights.forEach((weight, bucket) => {
      weights[bucket * names.length + head] = compand(weight, greatest);
    });
    return headOf(name, greatest, judgedByOthers(told, name, seed));
  });
  return { bits: BITS, heads, weights };
}

function largest({ weights }: LinearClassifier): number {
  let greatest = 1e-9;
  for (const weight of weights) greatest = Math.max(greatest, Math.abs(weight));
  return greatest;
}
