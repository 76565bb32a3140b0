import { emojiValences } from './emoji.js';
import { guessLanguage } from './language.js';
import { LEXICONS } from './lexicons/index.js';
import { readableText } from './readable-text.js';
import { spacedValences } from './spaced-valences.js';
import { unspacedValences } from './unspaced-valences.js';
import type { Valence } from './valence.js';

export type SentimentLabel = 'negative' | 'neutral' | 'positive';

export interface TextScore {
  /** ISO 639-1; null when unsure. */
  language: string | null;
  /** -1 (negative) to 1 (positive), rounded to three decimals. */
  score: number;
  label: SentimentLabel;
  /** 0 to 1, rounded to three decimals; 0 where nothing in the text could be read. */
  confidence: number;
  /** The scorer and its version. */
  model: string;
}

export interface SentimentScorer {
  /**
   * Language and sentiment of a guest's text. Pure, and never throws. Only the first 5,000 UTF-16 code units of
   * the text are looked at. `statedLanguage` (ISO 639-1, or a tag that begins with it) decides only where the
   * text itself leaves its language open.
   */
  score(text: string, statedLanguage?: string | null): TextScore;
}

const MODEL = 'lexicon-1';

/** The sum of valences at which the score is half-way to its limit: one plain 'good' scores about 0.3. */
const HALF_WAY = 4;
const LABEL_FROM = 0.1;
const EMPHASIS_PER_EXCLAMATION = 0.1;
const MOST_EXCLAMATIONS = 3;

/** One hit may be chance; each further one leaves this much of the doubt. */
const DOUBT_PER_HIT = 0.6;
const UNSURE_LANGUAGE = 0.7;
const NOTHING_FOUND = 0.3;

const rounded = (value: number): number => Math.round(value * 1000) / 1000 + 0;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function valencesIn(text: string, language: string): Valence[] {
  const lexicon = LEXICONS.get(language);
  if (lexicon === undefined) return [];
  return lexicon.source.writing === 'spaced'
    ? spacedValences(text, lexicon)
    : unspacedValences(text, lexicon);
}

/** The reading of the candidate language that finds most; the likelier language where two find the same. */
function bestValences(text: string, candidates: readonly string[]): Valence[] {
  const readings = candidates.map((language) => valencesIn(text, language));
  return readings.reduce((best, reading) => (reading.length > best.length ? reading : best), []);
}

function labelOf(score: number): SentimentLabel {
  if (score >= LABEL_FROM) return 'positive';
  return score <= -LABEL_FROM ? 'negative' : 'neutral';
}

function scoreOf(valences: readonly Valence[], text: string): number {
  const exclamations = Math.min(text.match(/[!！]/g)?.length ?? 0, MOST_EXCLAMATIONS);
  const total = sum(valences) * (1 + EMPHASIS_PER_EXCLAMATION * exclamations);
  return total / (Math.abs(total) + HALF_WAY);
}

/** Grows with the number of hits, and with how far they agree. */
function confidenceOf(valences: readonly Valence[], languageIsSure: boolean): number {
  const agreement = Math.abs(sum(valences)) / sum(valences.map(Math.abs));
  const evidence = 1 - DOUBT_PER_HIT ** valences.length;
  return evidence * (0.4 + 0.6 * agreement) * (languageIsSure ? 1 : UNSURE_LANGUAGE);
}

/** The scorer by word lists (`lexicon-1`), for the sixteen languages in `lexicons/`; emoji in any. */
export function createSentimentScorer(): SentimentScorer {
  return {
    score(text, statedLanguage) {
      const readable = readableText(text);
      const { language, candidates } = guessLanguage(readable, statedLanguage);
      const valences = [...bestValences(readable, candidates), ...emojiValences(readable)];
      if (valences.length === 0) {
        const known = language !== null && LEXICONS.has(language);
        return { language, score: 0, label: 'neutral', confidence: known ? NOTHING_FOUND : 0, model: MODEL };
      }
      const score = rounded(scoreOf(valences, readable));
      const confidence = rounded(confidenceOf(valences, language !== null));
      return { language, score, label: labelOf(score), confidence, model: MODEL };
    },
  };
}
