/** How many numbers stand for one place of a text. */
export const DIMENSIONS = 16;
/** How many patterns are looked for. */
export const PATTERNS = 24;
/** A pattern is of a place and its two neighbours. */
export const WINDOW = 3 * DIMENSIONS;
/** The most places of a text: of a longer one, what opens it and what ends it. */
export const MOST_PLACES = 512;
export const PATTERN_BITS = 18;

/** What the model file's header bears of the patterns. */
export interface PatternHeader {
  /** What one step of an eight-bit number stands for. */
  readonly step: number;
  /** `WINDOW` rows of `PATTERNS` weights. */
  readonly kernel: readonly number[];
  readonly biases: readonly number[];
  /** What each pattern adds to polarity and to neutrality. */
  readonly polarity: readonly number[];
  readonly neutrality: readonly number[];
}

export interface PatternModel extends PatternHeader {
  /** `DIMENSIONS` numbers a bucket. */
  readonly embedding: Int8Array;
}

/** Rows of numbers, one a place, with an empty row before the first and room for one after the last. */
export const createRows = (): Float64Array => new Float64Array((MOST_PLACES + 2) * DIMENSIONS);

/**
 * How strongly each pattern is met at each of the first `count` places, into `strengths`. Four patterns at once, so
 * that a number is fetched once for all of them.
 */
export function meetPatterns(
  rows: Float64Array,
  count: number,
  kernel: Float64Array,
  biases: Float64Array,
  strengths: Float64Array,
): void {
  for (let place = 0; place < count; place += 1) {
    const base = place * DIMENSIONS;
    const to = place * PATTERNS;
    for (let pattern = 0; pattern < PATTERNS; pattern += 4) {
      let one = biases[pattern]!;
      let two = biases[pattern + 1]!;
      let three = biases[pattern + 2]!;
      let four = biases[pattern + 3]!;
      for (let at = 0; at < WINDOW; at += 1) {
        const value = rows[base + at]!;
        const row = at * PATTERNS + pattern;
        one += value * kernel[row]!;
        two += value * kernel[row + 1]!;
        three += value * kernel[row + 2]!;
        four += value * kernel[row + 3]!;
      }
      strengths[to + pattern] = one;
      strengths[to + pattern + 1] = two;
      strengths[to + pattern + 2] = three;
      strengths[to + pattern + 3] = four;
    }
  }
}
