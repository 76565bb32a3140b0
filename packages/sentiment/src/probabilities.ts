import type { Line } from './model/line.js';
import type { Calibration } from './model/sentiment-model.js';
import type { Sums } from './text-sums.js';

export interface Probabilities {
  readonly positive: number;
  readonly neutral: number;
  readonly negative: number;
}

const along = ({ slope, offset }: Line, sum: number): number => 1 / (1 + Math.exp(-(slope * sum + offset)));

/** The probabilities of what a stretch of text adds up to; they sum to 1. */
export function probabilitiesOf(sums: Sums, { polarity, neutrality }: Calibration): Probabilities {
  const neutral = along(neutrality, sums.neutrality);
  const positive = along(polarity, sums.polarity) * (1 - neutral);
  return { positive, neutral, negative: 1 - neutral - positive };
}
