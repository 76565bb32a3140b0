import type { Tokens } from './text/tokens.js';
import { TokenKind } from './text/tokens.js';

/** The most features of one text; what would follow is not looked at. A text of 5,000 letters has about 30,000. */
const MOST_FEATURES = 40_000;
const MARGIN = 256;

const LONGEST_IN_WORD = 5;
const LONGEST_UNSPACED = 4;
const LONGEST_OPENING = 3;
const LONGEST_WORD = 24;

/** How many tokens at the end of a text are counted once more as its ending, where guests come to their point. */
const ENDING = 12;

/** How much each kind of feature weighs: words and their pairs; n-grams within a word. */
export const KIND_WEIGHTS = [1, 0.7] as const;
const WORD = 0;
const WITHIN = 1;

/** Hashes of a text's features, in arrays that are used again for the next text. */
export interface Features {
  count: number;
  readonly hashes: Uint32Array;
  /** The token that each feature ends in. */
  readonly owners: Uint16Array;
  /** The kind of each, a place in `KIND_WEIGHTS`. */
  readonly kinds: Uint8Array;
}

export function createFeatures(): Features {
  return {
    count: 0,
    hashes: new Uint32Array(MOST_FEATURES),
    owners: new Uint16Array(MOST_FEATURES),
    kinds: new Uint8Array(MOST_FEATURES),
  };
}

const CHARACTERS = 0x1b873593;
const WORDS = 0x2545f491;
const PAIR = 7;
const LAST = 77;
const EDGE = 0x1f;

function mixed(hash: number, value: number): number {
  const product = Math.imul(hash ^ value, 0x9e3779b1);
  return product ^ (product >>> 15);
}

/** The last step of MurmurHash3 (https://github.com/aappleby/smhasher), so that the high bits depend on all. */
function finished(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return (twice ^ (twice >>> 16)) >>> 0;
}

function add(features: Features, hash: number, owner: number, kind: number): void {
  const at = features.count;
  features.hashes[at] = finished(hash);
  features.owners[at] = owner;
  features.kinds[at] = kind;
  features.count = at + 1;
}

/** One to four characters from each one on, and two more that mark the opening of the run. */
function addUnspaced(features: Features, tokens: Tokens, token: number): void {
  const { codes } = tokens;
  const from = tokens.from[token]!;
  const to = tokens.to[token]!;
  for (let at = from; at < to && features.count < MOST_FEATURES - MARGIN; at += 1) {
    let hash = CHARACTERS;
    const end = Math.min(to, at + LONGEST_UNSPACED);
    for (let next = at; next < end; next += 1) {
      hash = mixed(hash, codes[next]!);
      add(features, hash, token, WORD);
    }
  }
  let opening = mixed(CHARACTERS, EDGE);
  for (let next = from; next < Math.min(to, from + LONGEST_OPENING); next += 1) {
    opening = mixed(opening, codes[next]!);
    add(features, opening, token, WORD);
  }
}

/** Two to five characters from each one of a word on, its edges counted as characters. */
function addWithinWord(features: Features, tokens: Tokens, token: number): void {
  const { codes } = tokens;
  const from = tokens.from[token]!;
  const to = Math.min(tokens.to[token]!, from + LONGEST_WORD);
  for (let at = from - 1; at < to; at += 1) {
    let hash = mixed(CHARACTERS, at < from ? EDGE : codes[at]!);
    const end = Math.min(to + 1, at + LONGEST_IN_WORD);
    for (let next = at + 1; next < end; next += 1) {
      hash = mixed(hash, next >= to ? EDGE : codes[next]!);
      add(features, hash, token, WITHIN);
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
  features.count = 0;
  let before = EDGE;
  for (let token = 0; token < tokens.count && features.count < MOST_FEATURES - MARGIN; token += 1) {
    const word = wordHash(tokens, token);
    const kind = tokens.kind[token]!;
    if (kind === TokenKind.unspaced) addUnspaced(features, tokens, token);
    else add(features, word, token, WORD);
    if (kind === TokenKind.word) addWithinWord(features, tokens, token);
    add(features, mixed(before, word) + PAIR, token, WORD);
    if (token >= tokens.count - ENDING) add(features, word + LAST, token, WORD);
    before = word;
  }
}
