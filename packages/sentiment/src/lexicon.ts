/** What a person writes down about the valence of a language's words. */
export interface LexiconSource {
  /** ISO 639-1. */
  readonly language: string;
  /** `spaced` text is matched word by word; `unspaced` text by the longest entry at each character. */
  readonly writing: 'spaced' | 'unspaced';
  /** Whether an apostrophe joins its neighbours into one word (don't) or parts them (l'hôtel). */
  readonly apostrophe?: 'joins' | 'parts';
  /**
   * Words by weight, -3 (awful) to 3 (wonderful), parted by spaces. `_` stands for the space inside a phrase,
   * a trailing `*` for any ending. A phrase of weight 0 uses its words up, so that they count for nothing.
   */
  readonly weights: Readonly<Record<string, string>>;
  /** Words that turn the valence of what follows them. */
  readonly negations: string;
  /** Words that turn the valence of what stands before them. */
  readonly negationsAfter?: string;
  /** Words like 'and' and 'but', over which neither negation nor emphasis reaches. */
  readonly conjunctions?: string;
  /** Words that strengthen what follows them. */
  readonly intensifiers: string;
  /** Words that weaken what follows them. */
  readonly diminishers: string;
  /** What may be written in front of a word as one with it: the Arabic article and its like. */
  readonly proclitics?: string;
}

export interface Lexicon {
  readonly source: LexiconSource;
  readonly exact: ReadonlyMap<string, number>;
  readonly stems: ReadonlyMap<string, number>;
  /** The most words (spaced) or characters (unspaced) in one entry. */
  readonly longest: number;
  readonly negations: ReadonlySet<string>;
  readonly negationsAfter: ReadonlySet<string>;
  readonly conjunctions: ReadonlySet<string>;
  readonly factors: ReadonlyMap<string, number>;
  readonly proclitics: readonly string[];
}

const STRENGTHENED = 1.5;
const WEAKENED = 0.6;

const LATIN_LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  ı: 'i',
  đ: 'd',
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
};
const GERMAN_LETTERS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' };

const withoutMarks = (letter: string): string =>
  LATIN_LETTERS[letter] ?? letter.normalize('NFD').replace(/\p{Mn}/gu, '');

/**
 * The form in which a language's words are compared. Guests leave accents out on a phone, so Latin letters lose
 * theirs; German umlauts become two letters, for `schon` is not `schön`.
 */
export function foldLetters(text: string, language: string): string {
  const lower = language === 'tr' ? text.toLocaleLowerCase('tr') : text.toLowerCase();
  if (language === 'ar')
    return lower
      .replace(/[أإآٱ]/g, 'ا')
      .replace(/ى/g, 'ي')
      .replace(/ة/g, 'ه')
      .replace(/ـ/g, '');
  if (language === 'ru') return lower.replace(/ё/g, 'е');
  const german = language === 'de' ? lower.replace(/[äöü]/g, (letter) => GERMAN_LETTERS[letter]!) : lower;
  return german.replace(/[\u00df-\u024f\u1e00-\u1eff]/g, withoutMarks).replace(/\p{Mn}/gu, '');
}

const listed = (words: string | undefined): string[] =>
  (words ?? '').split(/\s+/).filter((word) => word !== '');

/** Makes a lexicon ready to look words up in. */
export function createLexicon(source: LexiconSource): Lexicon {
  const fold = (word: string): string => foldLetters(word, source.language).replaceAll('_', ' ');
  const exact = new Map<string, number>();
  const stems = new Map<string, number>();
  for (const [weight, words] of Object.entries(source.weights)) {
    for (const word of listed(words).map(fold)) {
      if (word.endsWith('*')) stems.set(word.slice(0, -1), Number(weight));
      else exact.set(word, Number(weight));
    }
  }
  const lengths = [...exact.keys(), ...stems.keys()].map((entry) =>
    source.writing === 'spaced' ? entry.split(' ').length : entry.length,
  );
  return {
    source,
    exact,
    stems,
    longest: Math.max(1, ...lengths),
    negations: new Set(listed(source.negations).map(fold)),
    negationsAfter: new Set(listed(source.negationsAfter).map(fold)),
    conjunctions: new Set(listed(source.conjunctions).map(fold)),
    factors: new Map([
      ...listed(source.intensifiers).map((word) => [fold(word), STRENGTHENED] as const),
      ...listed(source.diminishers).map((word) => [fold(word), WEAKENED] as const),
    ]),
    proclitics: listed(source.proclitics).map(fold),
  };
}
