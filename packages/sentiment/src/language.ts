import { eld } from '#eld';
import { LEXICONS } from './lexicons/index.js';
import { isCyrillic, languageOfScript } from './script.js';

/** What is known of the language of a text; codes are ISO 639-1. */
export interface LanguageGuess {
  /** Null when unsure. */
  readonly language: string | null;
  /** Languages worth trying, likeliest first; holds `language` when that is known. */
  readonly candidates: readonly string[];
}

interface Ranked {
  readonly language: string;
  readonly score: number;
}

const CANDIDATES = 3;

/** The language that guests fall back to with staff, and so one to try whenever the language is open. */
const LINGUA_FRANCA = 'en';

/**
 * How far the best language must be ahead of the next, on eld's scale of 0 to 1. eld's own `isReliable()`
 * (2.1.0) compares the best score with the index of the next language, and so passes nearly everything.
 */
const SURE_MARGIN = 0.02;

/** Slavic languages share most n-grams in Cyrillic; the first was still right in 99.7 % of 1,200 Russian openings. */
const SURE_MARGIN_CYRILLIC = 0.003;

/** Guests of these languages are the likelier ones, which decides between near neighbours such as pl and sk. */
const LIKELIER = 0.03;

/** A lone word is a greeting, a name or a brand: its n-grams say little about the language around it. */
const SURE_LETTERS = 6;

function isSure(ranked: readonly Ranked[], text: string): boolean {
  const [best, next] = ranked;
  if (best === undefined || (text.match(/\p{L}/gu)?.length ?? 0) < SURE_LETTERS) return false;
  return best.score - (next?.score ?? 0) >= (isCyrillic(text) ? SURE_MARGIN_CYRILLIC : SURE_MARGIN);
}

const wordsOf = (words: string): RegExp => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu');
const UKRAINIAN_WORDS = wordsOf('був|буде|було|добре|дуже|дякую|немає|треба|це|чи|що|ще');
const RUSSIAN_WORDS = wordsOf('где|если|можно|нет|нужно|очень|пожалуйста|спасибо|хорошо|что');

/** Letters and words that only one of the East Slavic languages has decide what n-grams of a short text cannot. */
function eastSlavicLanguage(text: string): string | null {
  if (!isCyrillic(text)) return null;
  const russianOrBelarusian = /[ыэё]/i.test(text);
  if (/ў/i.test(text)) return 'be';
  if (/[іїєґ]/i.test(text)) return russianOrBelarusian ? null : 'uk';
  if (UKRAINIAN_WORDS.test(text) && !russianOrBelarusian) return 'uk';
  return russianOrBelarusian || RUSSIAN_WORDS.test(text) ? 'ru' : null;
}

function rank(text: string): readonly Ranked[] {
  return Object.entries(eld.detect(text).getScores())
    .map(([language, score]) => ({ language, score: score + (LEXICONS.has(language) ? LIKELIER : 0) }))
    .sort((a, b) => b.score - a.score);
}

/** 'en-GB', 'EN' and 'en_us' are all 'en'; what is not a two-letter code is nothing. */
function primaryCode(statedLanguage: string | null | undefined): string | null {
  const code = statedLanguage?.trim().toLowerCase().split(/[-_]/, 1)[0] ?? '';
  return /^[a-z]{2}$/.test(code) ? code : null;
}

/**
 * The language of a readable text. A script that only one language writes decides; else n-grams decide
 * (https://github.com/nitotm/efficient-language-detector-js); a stated language counts where these are unsure.
 */
export function guessLanguage(text: string, statedLanguage?: string | null): LanguageGuess {
  const byScript = languageOfScript(text) ?? eastSlavicLanguage(text);
  if (byScript !== null) return { language: byScript, candidates: [byScript] };
  const stated = primaryCode(statedLanguage);
  const ranked = rank(text);
  const best = ranked.slice(0, CANDIDATES).map(({ language }) => language);
  if (isSure(ranked, text)) return { language: ranked[0]!.language, candidates: best.slice(0, 1) };
  if (stated !== null) return { language: stated, candidates: [stated] };
  return { language: null, candidates: [...new Set([...best, LINGUA_FRANCA])] };
}
