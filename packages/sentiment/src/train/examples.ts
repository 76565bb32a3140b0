import { createConceptReader } from '../concepts/concept-features.js';
import type { FeatureKind, Features } from '../features.js';
import { createFeatures, KIND_WEIGHTS, readFeatures, SHARED_WEIGHTS } from '../features.js';
import { readableText } from '../text/readable-text.js';
import { createTokens, readTokens } from '../text/tokens.js';
import { wordsOf } from '../text/word-index.js';
import { clausesOf } from '../topics/clauses.js';
import { hazardHashes } from '../topics/hazard-hits.js';
import { createTopicFinder } from '../topics/topic-finder.js';
import { HIT_WEIGHT, hitHashes } from '../topics/topic-hits.js';

/** A text as a linear model sees it. */
export interface Example {
  /** The set that the text came from. */
  readonly set: string;
  readonly language: string;
  /** Buckets, each once, with what its features add. */
  readonly buckets: Uint32Array;
  readonly values: Float32Array;
  /** What the sum of a text's weights is multiplied by, so that long texts don't outweigh short ones. */
  readonly scale: number;
}

/** Makes what reads texts into examples with 2^bits buckets; without their concepts where it is told so. */
export function createExampleReader(bits: number, { concepts = true } = {}) {
  const tokens = createTokens();
  const features = createFeatures();
  const readConcepts = createConceptReader();
  return (text: string, set: string, language: string): Example | null => {
    readTokens(readableText(text), tokens);
    readFeatures(tokens, features);
    if (concepts) readConcepts(tokens, language, features);
    return features.count === 0 ? null : { set, language, ...bucketsOf(features, bits, KIND_WEIGHTS, []) };
  };
}

/** As `createExampleReader`, with what the word lists of topics find as features more. */
export function createTopicExampleReader(bits: number) {
  const tokens = createTokens();
  const features = createFeatures();
  const readConcepts = createConceptReader();
  const findTopics = createTopicFinder();
  return (text: string, set: string, language: string): Example | null => {
    readTokens(readableText(text), tokens);
    readFeatures(tokens, features);
    readConcepts(tokens, language, features);
    if (features.count === 0) return null;
    const words = wordsOf(tokens);
    const findings = findTopics(tokens, words, clausesOf(tokens, words), language);
    const hits = [...hitHashes(findings), ...hazardHashes(tokens, language)];
    return { set, language, ...bucketsOf(features, bits, SHARED_WEIGHTS, hits) };
  };
}

function bucketsOf(
  features: Features,
  bits: number,
  weights: Readonly<Record<FeatureKind, number>>,
  hits: readonly number[],
): Pick<Example, 'buckets' | 'values' | 'scale'> {
  const values = new Map<number, number>();
  let squares = 0;
  const add = (hash: number, value: number, weight: number): void => {
    const bucket = hash >>> (32 - bits);
    values.set(bucket, (values.get(bucket) ?? 0) + value);
    squares += weight * weight;
  };
  for (let at = 0; at < features.count; at += 1) {
    const weight = weights[features.kinds[at] as FeatureKind];
    if (weight > 0) add(features.hashes[at]!, features.values[at]!, weight);
  }
  for (const hash of hits) add(hash, HIT_WEIGHT, HIT_WEIGHT);
  return {
    buckets: Uint32Array.from(values.keys()),
    values: Float32Array.from(values.values()),
    scale: 1 / Math.sqrt(squares),
  };
}
