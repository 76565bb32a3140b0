import type { FeatureKind, Features } from '../features.js';
import { SHARED_WEIGHTS } from '../features.js';
import { expanded } from '../model/companding.js';
import type { Line } from '../model/line.js';
import { HIT_WEIGHT } from './topic-hits.js';

/** One classifier of the topic model: a topic, or urgency. */
export interface TopicHead {
  /** A topic (`other` among them), or 'urgent'. */
  readonly name: string;
  readonly greatest: number;
  /** From sums to log-odds. */
  readonly line: Line;
  /** The probability from which on it says yes. */
  readonly least: number;
}

export interface TopicModel {
  readonly bits: number;
  readonly heads: readonly TopicHead[];
  /** One byte a head and bucket, the heads of a bucket side by side. */
  readonly weights: Uint8Array;
}

/** Makes what says how likely every head is by a text's features; the array is used again for the next text. */
export function createTopicScores({ bits, heads, weights }: TopicModel) {
  const count = heads.length;
  const shift = 32 - bits;
  const values = heads.map(({ greatest }) => expanded(greatest));
  // The tables of all heads in one array: head after head within each byte.
  const table = Float32Array.from(
    { length: 256 * count },
    (_, at) => values[at % count]![Math.floor(at / count)]!,
  );
  const sums = new Float64Array(count);

  function add(hash: number, value: number): void {
    const bucket = (hash >>> shift) * count;
    for (let head = 0; head < count; head += 1)
      sums[head]! += table[weights[bucket + head]! * count + head]! * value;
  }

  return (features: Features, hits: readonly number[]): Float64Array => {
    sums.fill(0);
    let squares = 0;
    for (let at = 0; at < features.count; at += 1) {
      const weight = SHARED_WEIGHTS[features.kinds[at] as FeatureKind];
      if (weight === 0) continue;
      add(features.hashes[at]!, features.values[at]!);
      squares += weight * weight;
    }
    for (const hash of hits) add(hash, HIT_WEIGHT);
    squares += hits.length * HIT_WEIGHT ** 2;
    const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares);
    heads.forEach(({ line: { slope, offset } }, head) => {
      sums[head] = 1 / (1 + Math.exp(-(slope * scale * sums[head]! + offset)));
    });
    return sums;
  };
}
