import type { BinaryFile } from '../model/binary-file.js';
import { readBinaryFile } from '../model/binary-file.js';
import { ngramHash } from './ngram-hash.js';

export interface NgramHeader {
  readonly source: string;
  readonly licence: string;
  /** ISO 639-1 codes; the tables name a language by its place here. */
  readonly languages: readonly string[];
  readonly ngrams: number;
  readonly entries: number;
}

/** `score`: 0 to 1, on the scale of eld's scores. */
export type Ranked = (language: string, score: number) => void;

const FILE = new URL('../../model/languages.bin', import.meta.url);

/** How eld (2.1.0) reads a text: four bytes at every third one of a word, of the first 350 bytes. */
const NGRAM_BYTES = 4;
const STRIDE = 3;
const LONGEST_WORD_BYTES = 70;
const READ_BYTES = 350;
const READ_LETTERS = 1_000;
const LEAST_SCORE = 53;
const SCALE = 25;

const NO_LETTERS = /[^\p{L}\p{M}']+/gu;
const encoder = new TextEncoder();
/** A code unit takes at most three bytes. */
const bytes = new Uint8Array(3 * READ_LETTERS);

function position(keys: Uint32Array, key: number): number {
  let low = 0;
  let high = keys.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const there = keys[middle]!;
    if (there === key) return middle;
    if (there < key) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/**
 * Hashes, each once, in an array that is used again for the next text: a Set that is cleared leaves its table behind,
 * and each of those holds the next one until all of the heap is collected.
 */
interface Hashes {
  count: number;
  readonly of: Uint32Array;
}

function addHash(hashes: Hashes, hash: number): void {
  const { count, of } = hashes;
  for (let at = 0; at < count; at += 1) if (of[at] === hash) return;
  of[count] = hash;
  hashes.count += 1;
}

/** The hashes of a text's n-grams, each once. */
function ngramsOf(text: string, hashes: Hashes): void {
  hashes.count = 0;
  const letters = text.slice(0, READ_LETTERS).replace(NO_LETTERS, ' ').trim().toLowerCase();
  const { written } = encoder.encodeInto(letters, bytes);
  let from = 0;
  while (from < written && from <= READ_BYTES) {
    let to = from;
    while (to < written && bytes[to] !== 0x20) to += 1;
    const end = Math.min(to, from + LONGEST_WORD_BYTES);
    const length = end - from;
    let at = 0;
    for (; at + NGRAM_BYTES < length; at += STRIDE)
      addHash(
        hashes,
        ngramHash(bytes, from + at, from + at + NGRAM_BYTES, { before: at === 0, after: false }),
      );
    const last = length > NGRAM_BYTES ? length - NGRAM_BYTES : 0;
    if (length > 0) addHash(hashes, ngramHash(bytes, from + last, end, { before: at === 0, after: true }));
    from = to + 1;
  }
}

/**
 * Ranks the languages of a text by the n-grams of eld (https://github.com/nitotm/efficient-language-detector-js,
 * Apache-2.0). Its tables are packed at training time: as objects they take 50 to 150 MB, packed about two.
 */
export function createNgramLanguages(file: BinaryFile<NgramHeader> = readBinaryFile(FILE)) {
  const { languages, ngrams, entries } = file.header;
  const keys = file.words(ngrams);
  const starts = file.words(ngrams + 1);
  const ids = file.bytes(entries);
  const weights = file.bytes(entries);
  const scores = new Float64Array(languages.length);
  const hashes: Hashes = { count: 0, of: new Uint32Array(READ_BYTES + LONGEST_WORD_BYTES) };

  return (text: string, ranked: Ranked): void => {
    ngramsOf(text, hashes);
    scores.fill(0);
    for (let one = 0; one < hashes.count; one += 1) {
      const at = position(keys, hashes.of[one]!);
      if (at < 0) continue;
      for (let entry = starts[at]!; entry < starts[at + 1]!; entry += 1)
        scores[ids[entry]!]! += weights[entry]! + LEAST_SCORE;
    }
    for (let id = 0; id < languages.length; id += 1) {
      const perNgram = scores[id]! / hashes.count;
      if (perNgram > 0) ranked(languages[id]!, perNgram / (perNgram + SCALE));
    }
  };
}
