import type { Example } from './examples.js';
import { seededRandom, shuffle } from './seeded-random.js';

/** An example with its side and how much it counts. */
export interface Weighed {
  readonly example: Example;
  readonly side: 1 | -1;
  readonly weight: number;
  /** What a classifier that is trained further already says of it; 0 where there is none. */
  readonly prior?: number;
}

export interface LinearClassifier {
  readonly weights: Float32Array;
}

interface Settings {
  readonly bits: number;
  readonly seed: number;
  readonly rounds: number;
  /** How much a training error costs beside the size of the weights. */
  readonly cost: number;
  /** Whether both sides of each set count the same in the factors, however many texts each has. */
  readonly evenSides?: boolean;
}

/** A feature of one text alone says nothing. */
const LEAST_TEXTS = 2;
const SMOOTHING = 1;
const LEAST_FACTOR = 0.5;

/** How much an example counts where both sides of its set are to count the same. */
function evenWeights(examples: readonly Weighed[]): Float64Array {
  const totals = new Map<string, number>();
  const keyOf = ({ example, side }: Weighed): string => `${example.set}${side}`;
  for (const one of examples) totals.set(keyOf(one), (totals.get(keyOf(one)) ?? 0) + one.weight);
  return Float64Array.from(examples, (one) => {
    const mine = totals.get(keyOf(one))!;
    const other = totals.get(`${one.example.set}${-one.side}`) ?? mine;
    return (one.weight * (mine + other)) / (2 * mine);
  });
}

/**
 * How far each bucket tells the sides apart: |log-ratio of its naive Bayes counts| plus a floor, as in NBSVM (Wang
 * and Manning 2012, https://aclanthology.org/P12-2018/). Buckets that tell much may learn much.
 */
function factors(examples: readonly Weighed[], size: number, evenSides: boolean): Float32Array {
  const sides = [new Float64Array(size), new Float64Array(size)] as const;
  const texts = new Uint8Array(size);
  const totals = [0, 0];
  const weights = evenSides ? evenWeights(examples) : Float64Array.from(examples, ({ weight }) => weight);
  examples.forEach(({ example, side }, at) => {
    const weight = weights[at]!;
    const which = side === 1 ? 0 : 1;
    totals[which]! += weight;
    for (const bucket of example.buckets) {
      sides[which][bucket]! += weight;
      if (texts[bucket]! < LEAST_TEXTS) texts[bucket]! += 1;
    }
  });
  const prior = Math.log((totals[1]! + 2 * SMOOTHING) / (totals[0]! + 2 * SMOOTHING));
  return Float32Array.from(texts, (count, bucket) => {
    if (count < LEAST_TEXTS) return 0;
    const ratio = Math.log((sides[0][bucket]! + SMOOTHING) / (sides[1][bucket]! + SMOOTHING));
    return Math.abs(ratio + prior) + LEAST_FACTOR;
  });
}

function scaledValues({ example }: Weighed, factor: Float32Array): Float32Array {
  return example.values.map((value, at) => value * example.scale * factor[example.buckets[at]!]!);
}

function squared(values: Float32Array): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return sum;
}

/**
 * A linear support vector machine with squared hinge loss, by dual coordinate descent (Hsieh et al. 2008,
 * https://doi.org/10.1145/1390156.1390208): no learning rate, and the same weights for the same seed. Each language
 * has a bias of its own, which is left to its calibration. Where the examples bear what an earlier classifier says
 * of them, the weights are what to add to its own, kept as small as the examples allow.
 */
export function trainLinear(examples: readonly Weighed[], settings: Settings): LinearClassifier {
  const size = 2 ** settings.bits;
  const factor = factors(examples, size, settings.evenSides ?? false);
  const scaled = examples.map((one) => scaledValues(one, factor));
  const norms = Float64Array.from(scaled, (values) => 1 + squared(values));
  const weights = new Float32Array(size);
  const duals = new Float64Array(examples.length);
  const order = Uint32Array.from(examples.keys());
  const random = seededRandom(settings.seed);
  const languages = [...new Set(examples.map(({ example }) => example.language))];
  const languageOf = Uint8Array.from(examples, ({ example }) => languages.indexOf(example.language));
  const biases = new Float64Array(languages.length);
  for (let round = 0; round < settings.rounds; round += 1) {
    shuffle(order, random);
    for (const at of order) {
      const { example, side, weight, prior = 0 } = examples[at]!;
      const { buckets } = example;
      const values = scaled[at]!;
      let sum = prior + biases[languageOf[at]!]!;
      for (let i = 0; i < buckets.length; i += 1) sum += weights[buckets[i]!]! * values[i]!;
      const softness = 1 / (2 * settings.cost * weight);
      const gradient = side * sum - 1 + duals[at]! * softness;
      const dual = Math.max(0, duals[at]! - gradient / (norms[at]! + softness));
      const step = (dual - duals[at]!) * side;
      if (step === 0) continue;
      duals[at] = dual;
      biases[languageOf[at]!]! += step;
      for (let i = 0; i < buckets.length; i += 1) weights[buckets[i]!]! += step * values[i]!;
    }
  }
  return { weights: weights.map((weight, bucket) => weight * factor[bucket]!) };
}

/** The sum that a classifier gives to a text. */
export function sumOf({ weights }: LinearClassifier, { buckets, values, scale }: Example): number {
  let sum = 0;
  for (let at = 0; at < buckets.length; at += 1) sum += weights[buckets[at]!]! * values[at]!;
  return sum * scale;
}
