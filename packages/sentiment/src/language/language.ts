import { createNgramLanguages, type Ranked } from './ngram-languages.js';
import type { ScriptCounts } from './script.js';
import { countScripts, languageOfScript } from './script.js';

/** What is known of the language of a text; codes are ISO 639-1. */
export interface LanguageGuess {
  /** Null when unsure. */
  readonly language: string | null;
  /** The likeliest language where `language` is null and nothing was stated; null for a text without letters. */
  readonly likeliest: string | null;
}

/** The languages that the project has words and messages of its own in. */
export const KNOWN_LANGUAGES = [
  ...['ar', 'de', 'el', 'en', 'es', 'fr', 'he', 'hi', 'hy', 'it', 'ja'],
  ...['ko', 'nl', 'pl', 'pt', 'ru', 'th', 'tr', 'uk', 'vi', 'zh'],
] as const;
const known: ReadonlySet<string> = new Set(KNOWN_LANGUAGES);

/** How far the best language must be ahead of the next, on eld's scale of 0 to 1. */
const SURE_MARGIN = 0.02;

/** Slavic languages share most n-grams in Cyrillic; the first was still right in 99.7 % of 1,200 Russian openings. */
const SURE_MARGIN_CYRILLIC = 0.003;

/** Guests of these languages are the likelier ones, which decides between near neighbours such as pl and sk. */
const LIKELIER = 0.03;

/** A lone word is a greeting, a name or a brand: its n-grams say little about the language around it. */
const SURE_LETTERS = 7;

const wordsOf = (words: string): RegExp => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu');
const UKRAINIAN_WORDS = wordsOf('був|буде|було|добре|дуже|дякую|немає|треба|це|чи|що|ще');
const RUSSIAN_WORDS = wordsOf('где|если|можно|нет|нужно|очень|пожалуйста|спасибо|хорошо|что');

const isCyrillic = (counts: ScriptCounts): boolean => counts.cyrillic * 2 > counts.letters;

/** Letters and words that only one of the East Slavic languages has decide what n-grams of a short text cannot. */
function eastSlavicLanguage(text: string): string | null {
  const russianOrBelarusian = /[ыэё]/i.test(text);
  if (/ў/i.test(text)) return 'be';
  if (/[іїєґ]/i.test(text)) return russianOrBelarusian ? null : 'uk';
  if (UKRAINIAN_WORDS.test(text) && !russianOrBelarusian) return 'uk';
  return russianOrBelarusian || RUSSIAN_WORDS.test(text) ? 'ru' : null;
}

/** 'en-GB', 'EN' and 'en_us' are all 'en'; what is not a two-letter code is nothing. */
function primaryCode(statedLanguage: string | null | undefined): string | null {
  const code = statedLanguage?.trim().toLowerCase().split(/[-_]/, 1)[0] ?? '';
  return /^[a-z]{2}$/.test(code) ? code : null;
}

interface Best {
  readonly best: string | null;
  /** How far it is ahead of the next. */
  readonly margin: number;
}

function createBestLanguage() {
  const rank = createNgramLanguages();
  let best: string | null;
  let bestScore: number;
  let nextScore: number;
  const ranked: Ranked = (language, plain) => {
    const score = plain + (known.has(language) ? LIKELIER : 0);
    if (score > bestScore) {
      nextScore = bestScore;
      bestScore = score;
      best = language;
    } else if (score > nextScore) nextScore = score;
  };
  return (text: string): Best => {
    best = null;
    bestScore = 0;
    nextScore = 0;
    rank(text, ranked);
    return { best, margin: bestScore - nextScore };
  };
}

/**
 * Makes what guesses the language of a readable text. A script that only one language writes decides; else n-grams
 * decide; a stated language counts where these are unsure.
 */
export function createLanguageGuess() {
  const bestLanguage = createBestLanguage();
  return (text: string, statedLanguage?: string | null): LanguageGuess => {
    const counts = countScripts(text);
    const byScript = languageOfScript(counts) ?? (isCyrillic(counts) ? eastSlavicLanguage(text) : null);
    if (byScript !== null) return { language: byScript, likeliest: byScript };
    const { best, margin } = bestLanguage(text);
    const stated = primaryCode(statedLanguage);
    const likeliest = stated ?? best;
    if (best === null || counts.letters < SURE_LETTERS) return { language: stated, likeliest };
    const isSure = margin >= (isCyrillic(counts) ? SURE_MARGIN_CYRILLIC : SURE_MARGIN);
    return isSure ? { language: best, likeliest: best } : { language: stated, likeliest };
  };
}

export type LanguageGuesser = ReturnType<typeof createLanguageGuess>;
