import { createConceptReader } from '../concepts/concept-features.js';
import { createFeatures, readFeatures } from '../features.js';
import { createPlaceReader } from '../patterns/place-reader.js';
import { readableText } from '../text/readable-text.js';
import { createTokens, readTokens } from '../text/tokens.js';

/** A text as the patterns see it: of each feature its place, its bucket, and its share of its place. */
export interface PatternExample {
  readonly count: number;
  readonly places: Uint16Array;
  readonly buckets: Uint32Array;
  readonly values: Float32Array;
}

/** Makes what reads texts into examples for the patterns. */
export function createPatternExampleReader() {
  const tokens = createTokens();
  const features = createFeatures();
  const readConcepts = createConceptReader();
  const readPlaces = createPlaceReader();
  return (text: string, language: string): PatternExample => {
    readTokens(readableText(text), tokens);
    readFeatures(tokens, features);
    readConcepts(tokens, language, features);
    const places = new Uint16Array(features.count);
    const buckets = new Uint32Array(features.count);
    const values = new Float32Array(features.count);
    const all = tokens.count === 0 ? 0 : features.lastPlaces[tokens.count - 1]! + 1;
    let size = 0;
    const count = readPlaces(features, all, (place, bucket, value) => {
      places[size] = place;
      buckets[size] = bucket;
      values[size] = value;
      size += 1;
    });
    return { count, places, buckets, values };
  };
}
