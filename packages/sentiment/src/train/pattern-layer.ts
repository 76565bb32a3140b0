import type { PatternModel } from '../patterns/patterns.js';
import {
  createRows,
  DIMENSIONS,
  MOST_PLACES,
  meetPatterns,
  PATTERN_BITS,
  PATTERNS,
  WINDOW,
} from '../patterns/patterns.js';
import type { HeadSums } from './heads.js';
import type { PatternExample } from './pattern-examples.js';

/** The numbers that a training of the patterns changes; `heads` are those of polarity, then of neutrality. */
export interface PatternLayer {
  readonly embedding: Float32Array;
  readonly kernel: Float64Array;
  readonly biases: Float64Array;
  readonly heads: readonly [Float64Array, Float64Array];
}

/** What a text does to a layer: its rows, and where each pattern was met most strongly; used again for the next. */
export interface Meeting {
  readonly rows: Float64Array;
  readonly strengths: Float64Array;
  readonly most: Float64Array;
  /** The place of each; -1 where the pattern was not met. */
  readonly where: Int32Array;
}

export const createMeeting = (): Meeting => ({
  rows: createRows(),
  strengths: new Float64Array(MOST_PLACES * PATTERNS),
  most: new Float64Array(PATTERNS),
  where: new Int32Array(PATTERNS),
});

/** Looks for the patterns in a text, each feature counting as `values` says. */
export function meet(
  { embedding, kernel, biases }: PatternLayer,
  { count, places, buckets }: PatternExample,
  values: Float32Array,
  { rows, strengths, most, where }: Meeting,
): void {
  rows.fill(0, 0, (count + 2) * DIMENSIONS);
  for (let feature = 0; feature < buckets.length; feature += 1) {
    const value = values[feature]!;
    if (value === 0) continue;
    const from = buckets[feature]! * DIMENSIONS;
    const to = (places[feature]! + 1) * DIMENSIONS;
    for (let at = 0; at < DIMENSIONS; at += 1) rows[to + at]! += embedding[from + at]! * value;
  }
  meetPatterns(rows, count, kernel, biases, strengths);
  most.fill(0);
  where.fill(-1);
  for (let place = 0; place < count; place += 1)
    for (let pattern = 0; pattern < PATTERNS; pattern += 1) {
      const strength = strengths[place * PATTERNS + pattern]!;
      if (strength <= most[pattern]!) continue;
      most[pattern] = strength;
      where[pattern] = place;
    }
}

export function headSum(head: Float64Array, most: Float64Array): number {
  let sum = 0;
  for (let pattern = 0; pattern < PATTERNS; pattern += 1) sum += head[pattern]! * most[pattern]!;
  return sum;
}

/**
 * How much the patterns' sums count beside those of the linear classifiers, whose size is another: two parts of five,
 * measured in standard deviations.
 */
const SHARES: readonly [polarity: number, neutrality: number] = [0.155, 0.147];

/** Makes what says what a layer adds to the sums of a text. */
export function patternJudge(layer: PatternLayer): (example: PatternExample) => HeadSums {
  const meeting = createMeeting();
  return (example) => {
    meet(layer, example, example.values, meeting);
    const [polarity, neutrality] = layer.heads.map((head, at) => SHARES[at]! * headSum(head, meeting.most));
    return { polarity: polarity!, neutrality: neutrality! };
  };
}

const rounded = (values: Float64Array, scale = 1): number[] =>
  Array.from(values, (value) => Math.round(value * scale * 1e5) / 1e5);

const LARGEST = 127;
/** What one number in ten thousand exceeds is cut to it: the steps between the others would grow with it. */
const CUT_SHARE = 0.0001;

/** The layer in eight bits, as the model file bears it. */
export function packedPatterns({ embedding, kernel, biases, heads }: PatternLayer): PatternModel {
  const sizes = embedding
    .filter((value) => value !== 0)
    .map(Math.abs)
    .sort();
  const step = (sizes[Math.floor(sizes.length * (1 - CUT_SHARE))] ?? 1) / LARGEST;
  return {
    step,
    kernel: rounded(kernel),
    biases: rounded(biases),
    polarity: rounded(heads[0], SHARES[0]),
    neutrality: rounded(heads[1], SHARES[1]),
    embedding: Int8Array.from(
      embedding.map((value) => Math.max(-LARGEST, Math.min(LARGEST, Math.round(value / step)))),
    ),
  };
}

/** A layer that knows nothing yet: small numbers by chance, and none for the buckets that `isKnown` leaves out. */
export function newLayer(isKnown: (bucket: number) => boolean, random: () => number): PatternLayer {
  const chance = (size: number): number => (2 * random() - 1) * size;
  const embedding = new Float32Array(2 ** PATTERN_BITS * DIMENSIONS);
  for (let bucket = 0; bucket < 2 ** PATTERN_BITS; bucket += 1) {
    if (!isKnown(bucket)) continue;
    for (let at = 0; at < DIMENSIONS; at += 1) embedding[bucket * DIMENSIONS + at] = chance(0.1);
  }
  return {
    embedding,
    kernel: Float64Array.from({ length: WINDOW * PATTERNS }, () => chance(0.3)),
    biases: new Float64Array(PATTERNS),
    heads: [
      Float64Array.from({ length: PATTERNS }, () => chance(0.3)),
      Float64Array.from({ length: PATTERNS }, () => chance(0.3)),
    ],
  };
}
