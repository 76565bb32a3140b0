/** A figure with what it rests on. `low` and `high` bound the 95 % confidence interval. */
export interface Figure {
  value: number;
  low: number;
  high: number;
  /** The sample size. */
  n: number;
}

const Z = 1.959964;

/** Net promoter score, -100…100: promoters (9–10) less detractors (0–6) per hundred answers. */
export function nps({
  n,
  promoters,
  detractors,
}: {
  n: number;
  promoters: number;
  detractors: number;
}): Figure | undefined {
  if (n === 0) return undefined;
  const mean = (promoters - detractors) / n;
  const variance = (promoters + detractors) / n - mean * mean;
  const margin = Z * Math.sqrt(variance / n);
  return {
    value: 100 * mean,
    low: 100 * Math.max(-1, mean - margin),
    high: 100 * Math.min(1, mean + margin),
    n,
  };
}

/** CSAT, 0…100: the share of answers in the two top boxes, with Wilson's interval. */
export function csat({ n, topTwo }: { n: number; topTwo: number }): Figure | undefined {
  if (n === 0) return undefined;
  const share = topTwo / n;
  const centre = (share + (Z * Z) / (2 * n)) / (1 + (Z * Z) / n);
  const margin = (Z / (1 + (Z * Z) / n)) * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n));
  return { value: 100 * share, low: 100 * (centre - margin), high: 100 * (centre + margin), n };
}

/** A mean with its normal interval, which stays within the scale: customer effort, review index, sentiment. */
export function mean(
  { n, sum, sumOfSquares }: { n: number; sum: number; sumOfSquares: number },
  scale = { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY },
): Figure | undefined {
  if (n === 0) return undefined;
  const value = sum / n;
  const variance = n > 1 ? Math.max(0, (sumOfSquares - n * value * value) / (n - 1)) : 0;
  const margin = Z * Math.sqrt(variance / n);
  return { value, low: Math.max(scale.min, value - margin), high: Math.min(scale.max, value + margin), n };
}
