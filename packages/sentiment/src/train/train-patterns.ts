import { MOST_FEATURES } from '../features.js';
import { DIMENSIONS, MOST_PLACES, PATTERN_BITS, PATTERNS, WINDOW } from '../patterns/patterns.js';
import { logistic } from './calibration.js';
import type { Labelled } from './heads.js';
import { balanced, isNeutral, isPositive } from './heads.js';
import type { PatternExample } from './pattern-examples.js';
import type { PatternLayer } from './pattern-layer.js';
import { createMeeting, headSum, meet, newLayer } from './pattern-layer.js';
import { seededRandom, shuffle } from './seeded-random.js';

/** A text that the patterns are learnt from. */
export interface PatternLabelled extends Labelled {
  readonly patterns: PatternExample;
}

const ROUNDS = 4;
const RATE = 0.2;
const KERNEL_RATE = 0.05;
const BIAS_RATE = 0.02;
/** What is left out by chance in each round, so that no text is learnt by heart: features, and whole places. */
const DROPPED = 0.2;
const DROPPED_PLACES = 0.1;
/** Where the sums of squared gradients begin (Adagrad): the first steps would be too long without. */
const CAUTION = 0.01;
const LEAST_TEXTS = 2;

/** How many texts each bucket is in, counted to `LEAST_TEXTS`. */
function textsOf(labelled: readonly PatternLabelled[]): Uint8Array {
  const counts = new Uint8Array(2 ** PATTERN_BITS);
  const last = new Int32Array(2 ** PATTERN_BITS).fill(-1);
  labelled.forEach(({ patterns: { buckets } }, text) => {
    for (const bucket of buckets) {
      if (last[bucket] === text || counts[bucket]! >= LEAST_TEXTS) continue;
      last[bucket] = text;
      counts[bucket]! += 1;
    }
  });
  return counts;
}

/** Steps against gradients, each number's the shorter the more it has been moved (Duchi et al. 2011). */
function createSteps(numbers: Float64Array, rate: number) {
  const squares = new Float64Array(numbers.length).fill(CAUTION);
  return (at: number, gradient: number, decay: number): void => {
    squares[at]! += gradient * gradient;
    numbers[at]! -= (rate * decay * gradient) / Math.sqrt(squares[at]!);
  };
}

interface Side {
  readonly side: number;
  readonly weight: number;
}

/** Of each text its side and weight for polarity (none where it is neutral), and for neutrality. */
function sidesOf(labelled: readonly PatternLabelled[]): [polarity: Side, neutrality: Side][] {
  const polar = balanced(
    labelled.filter((one) => !isNeutral(one)),
    isPositive,
    'polarity',
  );
  const neutral = balanced(labelled, isNeutral, 'neutrality');
  let next = 0;
  return labelled.map((one, at) => {
    if (isNeutral(one)) return [{ side: 0, weight: 0 }, neutral[at]!];
    next += 1;
    return [polar[next - 1]!, neutral[at]!];
  });
}

/**
 * Learns patterns: what three neighbouring places add up to, the strongest place of a text counting. They see what the
 * linear classifiers cannot, such as what a word means beside another that the training never saw it beside. Logistic
 * loss, by steps after each text in an order by chance; the same texts and seed give the same numbers.
 */
export function trainPatterns(labelled: readonly PatternLabelled[], seed: number): PatternLayer {
  const random = seededRandom(seed);
  const texts = textsOf(labelled);
  const layer = newLayer((bucket) => texts[bucket]! >= LEAST_TEXTS, random);
  const { embedding, kernel, biases, heads } = layer;
  const sides = sidesOf(labelled);
  const squares = new Float32Array(2 ** PATTERN_BITS).fill(CAUTION);
  const stepKernel = createSteps(kernel, KERNEL_RATE);
  const stepBiases = createSteps(biases, KERNEL_RATE);
  const stepHeads = heads.map((head) => createSteps(head, KERNEL_RATE));
  const languages = [...new Set(labelled.map(({ example }) => example.language))];
  const offsets = heads.map(() => new Float64Array(languages.length));
  const languageOf = Uint8Array.from(labelled, ({ example }) => languages.indexOf(example.language));
  const meeting = createMeeting();
  const { rows, most, where } = meeting;
  const wanted = new Float64Array(PATTERNS);
  const pull = new Float64Array((MOST_PLACES + 2) * DIMENSIONS);
  const changes = new Float64Array(WINDOW * PATTERNS);
  const kept = new Float32Array(MOST_FEATURES);
  const isDropped = new Uint8Array(MOST_PLACES);

  function keep({ count, places, buckets, values }: PatternExample): void {
    for (let place = 0; place < count; place += 1) isDropped[place] = random() < DROPPED_PLACES ? 1 : 0;
    for (let feature = 0; feature < values.length; feature += 1) {
      const isLeft = isDropped[places[feature]!] === 0 && texts[buckets[feature]!]! >= LEAST_TEXTS;
      kept[feature] = isLeft && random() >= DROPPED ? values[feature]! / (1 - DROPPED) : 0;
    }
  }

  /** Moves the heads, and says into `wanted` how the strength of each pattern should change. */
  function moveHeads(at: number, decay: number): void {
    wanted.fill(0);
    const language = languageOf[at]!;
    heads.forEach((head, which) => {
      const { side, weight } = sides[at]![which]!;
      if (weight === 0) return;
      const sum = headSum(head, most) + offsets[which]![language]!;
      const gradient = -side * weight * logistic(-side * sum);
      offsets[which]![language]! -= BIAS_RATE * decay * gradient;
      for (let pattern = 0; pattern < PATTERNS; pattern += 1) wanted[pattern]! += gradient * head[pattern]!;
      for (let pattern = 0; pattern < PATTERNS; pattern += 1)
        if (most[pattern]! > 0) stepHeads[which]!(pattern, gradient * most[pattern]!, decay);
    });
  }

  /** Moves the patterns, and says into `pull` how the numbers of each place should change. */
  function movePatterns(count: number, decay: number): void {
    pull.fill(0, 0, (count + 2) * DIMENSIONS);
    for (let pattern = 0; pattern < PATTERNS; pattern += 1) {
      const base = where[pattern]! * DIMENSIONS;
      const gradient = base < 0 ? 0 : wanted[pattern]!;
      for (let at = 0; at < WINDOW; at += 1) {
        const weight = at * PATTERNS + pattern;
        changes[weight] = 0;
        if (gradient === 0) continue;
        changes[weight] = gradient * rows[base + at]!;
        pull[base + at]! += gradient * kernel[weight]!;
      }
      if (gradient !== 0) stepBiases(pattern, gradient, decay);
    }
    for (let weight = 0; weight < changes.length; weight += 1)
      if (changes[weight] !== 0) stepKernel(weight, changes[weight]!, decay);
  }

  function moveFeatures({ places, buckets }: PatternExample, decay: number): void {
    for (let feature = 0; feature < buckets.length; feature += 1) {
      const value = kept[feature]!;
      if (value === 0) continue;
      const place = (places[feature]! + 1) * DIMENSIONS;
      let square = 0;
      for (let at = 0; at < DIMENSIONS; at += 1) square += pull[place + at]! ** 2;
      if (square === 0) continue;
      const bucket = buckets[feature]!;
      squares[bucket]! += (value * value * square) / DIMENSIONS;
      const step = (RATE * decay * value) / Math.sqrt(squares[bucket]!);
      const to = bucket * DIMENSIONS;
      for (let at = 0; at < DIMENSIONS; at += 1) embedding[to + at]! -= step * pull[place + at]!;
    }
  }

  const order = Uint32Array.from(labelled.keys());
  for (let round = 0; round < ROUNDS; round += 1) {
    shuffle(order, random);
    order.forEach((at, done) => {
      const { patterns } = labelled[at]!;
      const decay = 1 - (round + done / order.length) / ROUNDS;
      keep(patterns);
      meet(layer, patterns, kept, meeting);
      moveHeads(at, decay);
      movePatterns(patterns.count, decay);
      moveFeatures(patterns, decay);
    });
  }
  return layer;
}
