import { compand } from '../model/companding.js';
import type { Heads } from './heads.js';
import type { LinearClassifier } from './linear-classifier.js';

/** The weights of a model as its file bears them. */
export interface PackedWeights {
  readonly greatestPolarity: number;
  readonly greatestNeutrality: number;
  /** Two bytes a bucket. */
  readonly weights: Int8Array;
}

/** What one weight in ten thousand exceeds is cut to it: the steps between the others would grow with it. */
const CUT_SHARE = 0.0001;

function greatestOf({ weights }: LinearClassifier): number {
  const sizes = weights
    .filter((weight) => weight !== 0)
    .map(Math.abs)
    .sort();
  return sizes[Math.floor(sizes.length * (1 - CUT_SHARE))] ?? 1;
}

export function packedWeights({ polarity, neutrality }: Heads): PackedWeights {
  const [greatestPolarity, greatestNeutrality] = [greatestOf(polarity), greatestOf(neutrality)];
  const weights = new Int8Array(2 * polarity.weights.length);
  polarity.weights.forEach((weight, bucket) => {
    weights[2 * bucket] = compand(weight, greatestPolarity);
    weights[2 * bucket + 1] = compand(neutrality.weights[bucket]!, greatestNeutrality);
  });
  return { greatestPolarity, greatestNeutrality, weights };
}
