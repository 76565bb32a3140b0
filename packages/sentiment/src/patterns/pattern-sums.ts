import type { Features } from '../features.js';
import type { PatternModel } from './patterns.js';
import { createRows, DIMENSIONS, MOST_PLACES, meetPatterns, PATTERNS } from './patterns.js';
import { createPlaceReader, keptPlace } from './place-reader.js';

/** What the patterns of a stretch of text add to its sums. */
export interface PatternSums {
  polarity: number;
  neutrality: number;
}

/** Makes what looks for patterns in the text whose features it was given last. */
export function createPatternSums(model: PatternModel) {
  const { embedding, step } = model;
  const [kernel, biases] = [Float64Array.from(model.kernel), Float64Array.from(model.biases)];
  const [polarity, neutrality] = [Float64Array.from(model.polarity), Float64Array.from(model.neutrality)];
  const readPlaces = createPlaceReader();
  const rows = createRows();
  const strengths = new Float64Array(MOST_PLACES * PATTERNS);
  const most = new Float64Array(PATTERNS);
  let all = 0;
  const listener = (place: number, bucket: number, weight: number): void => {
    const from = bucket * DIMENSIONS;
    const to = (place + 1) * DIMENSIONS;
    const scale = weight * step;
    for (let at = 0; at < DIMENSIONS; at += 1) rows[to + at]! += embedding[from + at]! * scale;
  };

  function meetBetween(from: number, to: number): void {
    for (let place = from; place < to; place += 1) {
      const kept = keptPlace(place, all);
      if (kept < 0) continue;
      const row = kept * PATTERNS;
      for (let pattern = 0; pattern < PATTERNS; pattern += 1)
        if (strengths[row + pattern]! > most[pattern]!) most[pattern] = strengths[row + pattern]!;
    }
  }

  function sumsOfMost(): PatternSums {
    const sums: PatternSums = { polarity: 0, neutrality: 0 };
    for (let pattern = 0; pattern < PATTERNS; pattern += 1) {
      sums.polarity += most[pattern]! * polarity[pattern]!;
      sums.neutrality += most[pattern]! * neutrality[pattern]!;
    }
    return sums;
  }

  return {
    /** Reads a text of `count` places. */
    read(features: Features, count: number): void {
      all = count;
      rows.fill(0, 0, (Math.min(count, MOST_PLACES) + 2) * DIMENSIONS);
      meetPatterns(rows, readPlaces(features, count, listener), kernel, biases, strengths);
    },
    /** Each pattern counts where it is met most strongly from place `from` up to `to`. */
    between: (from: number, to: number): PatternSums => {
      most.fill(0);
      meetBetween(from, to);
      return sumsOfMost();
    },
    /** What the whole text would lose if no pattern were met from place `from` up to `to`. */
    lostWithout(from: number, to: number): PatternSums {
      most.fill(0);
      meetBetween(0, from);
      meetBetween(to, all);
      const left = sumsOfMost();
      meetBetween(from, to);
      const whole = sumsOfMost();
      return { polarity: whole.polarity - left.polarity, neutrality: whole.neutrality - left.neutrality };
    },
  };
}
