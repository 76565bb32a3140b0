import { finished, mixed } from './feature-hash.js';
import { READ_LIMIT } from './text/readable-text.js';
import type { Tokens } from './text/tokens.js';
import { TokenKind } from './text/tokens.js';

/** The most features of one text; what would follow is not looked at. A text of 5,000 letters has about 35,000. */
export const MOST_FEATURES = 40_000;
const MARGIN = 256;

const LONGEST_IN_WORD = 6;
const LONGEST_UNSPACED = 4;
const LONGEST_OPENING = 3;
const LONGEST_WORD = 24;

/** How many tokens at the end of a text are counted once more as its ending, where guests come to their point. */
const ENDING = 12;

export const FeatureKind = {
  word: 0,
  within: 1,
  concept: 2,
  inside: 3,
  nativeConcept: 4,
  nativeInside: 5,
} as const;
export type FeatureKind = (typeof FeatureKind)[keyof typeof FeatureKind];

/**
 * How much each kind of feature weighs: words and their pairs; n-grams within a word; concepts of all languages; concepts
 * that were found inside text without spaces, where they are many; and both kinds of concepts as those of their language.
 */
export const KIND_WEIGHTS: Readonly<Record<FeatureKind, number>> = [1, 0.7, 4, 2, 2, 1];

/** As `KIND_WEIGHTS`, for what learns from all languages at once: concepts of one language alone count nothing. */
export const SHARED_WEIGHTS: Readonly<Record<FeatureKind, number>> = {
  ...KIND_WEIGHTS,
  [FeatureKind.nativeConcept]: 0,
  [FeatureKind.nativeInside]: 0,
};

/** Repeats are counted by this many bits of a hash; two features that share them count as one, in training and scoring alike. */
const REPEAT_BITS = 21;
const REPEAT_SHIFT = 32 - REPEAT_BITS;
const MOST_REPEATS = 255;
/** What the next one adds where a text has had n: √(n + 1) − √n. */
const RISES = Float32Array.from({ length: MOST_REPEATS + 1 }, (_, n) => Math.sqrt(n + 1) - Math.sqrt(n));

/** Hashes of a text's features, in arrays that are used again for the next text. */
export interface Features {
  count: number;
  readonly hashes: Uint32Array;
  /** The token that each feature ends in. */
  readonly owners: Uint16Array;
  /** The kind of each, a place in `KIND_WEIGHTS`. */
  readonly kinds: Uint8Array;
  /** What each adds: its kind's weight, and less where the text has had it before, so that the n-th brings all to √n. */
  readonly values: Float32Array;
  /** How often the text has each, by the first bits of its hash. */
  readonly repeats: Uint8Array;
  /** Where each stands: a place is a token, or one character of unspaced text. */
  readonly places: Uint16Array;
  /** Of each token, its last place. */
  readonly lastPlaces: Uint16Array;
}

export function createFeatures(): Features {
  return {
    count: 0,
    hashes: new Uint32Array(MOST_FEATURES),
    owners: new Uint16Array(MOST_FEATURES),
    kinds: new Uint8Array(MOST_FEATURES),
    values: new Float32Array(MOST_FEATURES),
    repeats: new Uint8Array(2 ** REPEAT_BITS),
    places: new Uint16Array(MOST_FEATURES),
    lastPlaces: new Uint16Array(READ_LIMIT + 1),
  };
}

const CHARACTERS = 0x1b873593;
const WORDS = 0x2545f491;
const PAIR = 7;
const LAST = 77;
const EDGE = 0x1f;

/** Adds one feature, by a hash that is finished here; nothing where the arrays are full. It stands at its token's last place unless another is named. */
export function addFeature(
  features: Features,
  hash: number,
  owner: number,
  kind: FeatureKind,
  place = features.lastPlaces[owner]!,
): void {
  const at = features.count;
  if (at >= MOST_FEATURES) return;
  const whole = finished(hash);
  const repeat = whole >>> REPEAT_SHIFT;
  const before = features.repeats[repeat]!;
  if (before < MOST_REPEATS) features.repeats[repeat] = before + 1;
  features.hashes[at] = whole;
  features.values[at] = KIND_WEIGHTS[kind] * RISES[before]!;
  features.owners[at] = owner;
  features.kinds[at] = kind;
  features.places[at] = place;
  features.count = at + 1;
}

/** One to four characters from each one on, and two more that mark the opening of the run. */
function addUnspaced(features: Features, tokens: Tokens, token: number): void {
  const { codes } = tokens;
  const from = tokens.from[token]!;
  const to = tokens.to[token]!;
  const first = features.lastPlaces[token]! - (to - from - 1);
  for (let at = from; at < to && features.count < MOST_FEATURES - MARGIN; at += 1) {
    let hash = CHARACTERS;
    const end = Math.min(to, at + LONGEST_UNSPACED);
    for (let next = at; next < end; next += 1) {
      hash = mixed(hash, codes[next]!);
      addFeature(features, hash, token, FeatureKind.word, first + at - from);
    }
  }
  let opening = mixed(CHARACTERS, EDGE);
  for (let next = from; next < Math.min(to, from + LONGEST_OPENING); next += 1) {
    opening = mixed(opening, codes[next]!);
    addFeature(features, opening, token, FeatureKind.word, first + next - from);
  }
}

/** Two to six characters from each one of a word on, its edges counted as characters. */
function addWithinWord(features: Features, tokens: Tokens, token: number): void {
  const { codes } = tokens;
  const from = tokens.from[token]!;
  const to = Math.min(tokens.to[token]!, from + LONGEST_WORD);
  for (let at = from - 1; at < to; at += 1) {
    let hash = mixed(CHARACTERS, at < from ? EDGE : codes[at]!);
    const end = Math.min(to + 1, at + LONGEST_IN_WORD);
    for (let next = at + 1; next < end; next += 1) {
      hash = mixed(hash, next >= to ? EDGE : codes[next]!);
      addFeature(features, hash, token, FeatureKind.within);
    }
  }
}

function wordHash({ codes, from, to }: Tokens, token: number): number {
  let hash = WORDS;
  for (let at = from[token]!; at < to[token]!; at += 1) hash = mixed(hash, codes[at]!);
  return hash;
}

/**
 * The features of a text: whole words and signs, pairs of neighbours (a negation and what it negates among them),
 * n-grams of characters, and the words of the ending once more.
 */
export function readFeatures(tokens: Tokens, features: Features): void {
  for (let at = 0; at < features.count; at += 1) features.repeats[features.hashes[at]! >>> REPEAT_SHIFT] = 0;
  features.count = 0;
  features.lastPlaces.fill(0, 0, tokens.count);
  let before = EDGE;
  let places = 0;
  for (let token = 0; token < tokens.count && features.count < MOST_FEATURES - MARGIN; token += 1) {
    const word = wordHash(tokens, token);
    const kind = tokens.kind[token]!;
    places += kind === TokenKind.unspaced ? tokens.to[token]! - tokens.from[token]! : 1;
    features.lastPlaces[token] = places - 1;
    if (kind === TokenKind.unspaced) addUnspaced(features, tokens, token);
    else addFeature(features, word, token, FeatureKind.word);
    if (kind === TokenKind.word) addWithinWord(features, tokens, token);
    addFeature(features, mixed(before, word) + PAIR, token, FeatureKind.word);
    if (token >= tokens.count - ENDING) addFeature(features, word + LAST, token, FeatureKind.word);
    before = word;
  }
}
