import { ngramHash } from '../language/ngram-hash.js';
import { binaryFile } from '../model/binary-file.js';

/** A table of eld: weights by language number, by n-gram in eld's own letters for bytes. */
export interface EldTable {
  readonly languages: Readonly<Record<string, string>>;
  readonly ngrams: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

const isPlain = (letter: string): boolean => /[a-z' ]/.test(letter);

/** The bytes of an n-gram of eld, and whether it begins or ends a word. */
function bytesOf(ngram: string, byteOf: ReadonlyMap<string, number>): number[] {
  return [...ngram].map((letter) => (isPlain(letter) ? letter.charCodeAt(0) : byteOf.get(letter)!));
}

/** Packs a table of eld into `model/languages.bin`; `letters` is eld's letter of each byte. */
export function packLanguages(table: EldTable, letters: readonly string[], source: string): Buffer {
  const byteOf = new Map<string, number>();
  for (let byte = 0x80; byte < letters.length; byte += 1) byteOf.set(letters[byte]!, byte);
  const packed = Object.entries(table.ngrams)
    .map(([ngram, weights]) => {
      const bytes = bytesOf(ngram, byteOf);
      const key = ngramHash(bytes, 0, bytes.length, { before: false, after: false });
      return { key, weights: Object.entries(weights) };
    })
    .sort((a, b) => a.key - b.key);
  const entries = packed.flatMap(({ weights }) => weights);
  const starts = new Uint32Array(packed.length + 1);
  packed.forEach(({ weights }, at) => {
    starts[at + 1] = starts[at]! + weights.length;
  });
  const header = {
    source,
    licence: 'Apache-2.0',
    languages: Object.values(table.languages),
    ngrams: packed.length,
    entries: entries.length,
  };
  return binaryFile(header, [
    Uint32Array.from(packed, ({ key }) => key),
    starts,
    Uint8Array.from(entries, ([id]) => Number(id)),
    Uint8Array.from(entries, ([, weight]) => weight),
  ]);
}
