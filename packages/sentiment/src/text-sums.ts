import { createConceptReader } from './concepts/concept-features.js';
import type { FeatureKind, Features } from './features.js';
import { createFeatures, KIND_WEIGHTS, readFeatures } from './features.js';
import type { SentimentModel } from './model/sentiment-model.js';
import { createPatternSums } from './patterns/pattern-sums.js';
import type { Tokens } from './text/tokens.js';
import { createTokens, readTokens } from './text/tokens.js';

/** What a stretch of a text adds up to. */
export interface Sums {
  polarity: number;
  neutrality: number;
  /** Squared length of its features; 0 where it has none. */
  squares: number;
}

export interface TextSums {
  readonly tokens: Tokens;
  readonly features: Features;
  /** Reads a readable text in a language; what the other members say is of the text read last. */
  read(text: string, language: string): void;
  /** The sums of the whole text. */
  whole(): Sums;
  /** The sums of tokens `from` up to `to`, scaled as those of a text of their own that says nothing twice. */
  between(from: number, to: number): Sums;
  /** The sums of the whole text without what one token adds to them. */
  without(token: number): Sums;
}

/** Reads texts into sums of the model's weights, token by token. */
export function createTextSums({
  weights,
  polarityOf,
  neutralityOf,
  shift,
  patterns,
}: SentimentModel): TextSums {
  const tokens = createTokens();
  const features = createFeatures();
  const readConcepts = createConceptReader();
  const patternSums = createPatternSums(patterns);
  const size = tokens.kind.length;
  const polarity = new Float64Array(size);
  const neutrality = new Float64Array(size);
  const squares = new Float64Array(size);
  // As part of the whole text, where what is said again counts less.
  const polarityOfWhole = new Float64Array(size);
  const neutralityOfWhole = new Float64Array(size);

  function read(text: string, language: string): void {
    readTokens(text, tokens);
    readFeatures(tokens, features);
    readConcepts(tokens, language, features);
    polarity.fill(0, 0, tokens.count);
    neutrality.fill(0, 0, tokens.count);
    squares.fill(0, 0, tokens.count);
    polarityOfWhole.fill(0, 0, tokens.count);
    neutralityOfWhole.fill(0, 0, tokens.count);
    const { count, hashes, owners, kinds, values } = features;
    for (let at = 0; at < count; at += 1) {
      const bucket = (hashes[at]! >>> shift) * 2;
      const owner = owners[at]!;
      const weight = KIND_WEIGHTS[kinds[at] as FeatureKind];
      const value = values[at]!;
      const polar = polarityOf[weights[bucket]!]!;
      const neutral = neutralityOf[weights[bucket + 1]!]!;
      polarity[owner]! += polar * weight;
      neutrality[owner]! += neutral * weight;
      squares[owner]! += weight * weight;
      polarityOfWhole[owner]! += polar * value;
      neutralityOfWhole[owner]! += neutral * value;
    }
    patternSums.read(features, placesUpTo(tokens.count));
  }

  const placesUpTo = (token: number): number => (token === 0 ? 0 : features.lastPlaces[token - 1]! + 1);

  function scaledSum(polar: Float64Array, neutral: Float64Array, from: number, to: number): Sums {
    const sums: Sums = { polarity: 0, neutrality: 0, squares: 0 };
    for (let token = from; token < to; token += 1) {
      sums.polarity += polar[token]!;
      sums.neutrality += neutral[token]!;
      sums.squares += squares[token]!;
    }
    if (sums.squares === 0) return sums;
    const scale = 1 / Math.sqrt(sums.squares);
    const found = patternSums.between(placesUpTo(from), placesUpTo(to));
    sums.polarity = sums.polarity * scale + found.polarity;
    sums.neutrality = sums.neutrality * scale + found.neutrality;
    return sums;
  }

  const between = (from: number, to: number): Sums => scaledSum(polarity, neutrality, from, to);
  const whole = (): Sums => scaledSum(polarityOfWhole, neutralityOfWhole, 0, tokens.count);

  function without(token: number): Sums {
    const all = whole();
    const scale = all.squares === 0 ? 0 : 1 / Math.sqrt(all.squares);
    const lost = patternSums.lostWithout(placesUpTo(token), placesUpTo(token + 1));
    return {
      polarity: all.polarity - polarityOfWhole[token]! * scale - lost.polarity,
      neutrality: all.neutrality - neutralityOfWhole[token]! * scale - lost.neutrality,
      squares: all.squares,
    };
  }

  return { tokens, features, read, whole, between, without };
}
