import type { TopicSentiment } from './analysis.js';
import { createTopicAnalysis, isMixed } from './analysis.js';
import { createLanguageGuess } from './language/language.js';
import type { Calibration, SentimentModel } from './model/sentiment-model.js';
import { loadModel } from './model/sentiment-model.js';
import type { Probabilities } from './probabilities.js';
import { probabilitiesOf } from './probabilities.js';
import { readableText } from './text/readable-text.js';
import { TokenKind } from './text/tokens.js';
import { createTextSums } from './text-sums.js';

export type SentimentLabel = 'negative' | 'neutral' | 'positive';

export interface TextScore {
  /** ISO 639-1; null when unsure. */
  language: string | null;
  /** -1 (negative) to 1 (positive), rounded to three decimals: p(positive) − p(negative). */
  score: number;
  /** Neutral where the score lies within the language's neutral band. */
  label: SentimentLabel;
  /** The probability of the likeliest of the three, rounded to three decimals; 0 where nothing could be read. */
  confidence: number;
  /** The model and its version. */
  model: string;
}

export interface TextAnalysis extends TextScore {
  /** Whether sentences of the text are in different languages. */
  mixed: boolean;
  /** Rounded to three decimals. */
  probabilities: Probabilities;
  /** What the text speaks of; `other` alone where nothing else is found. */
  topics: TopicSentiment[];
  /** Whether staff must act now: a leak, a guest locked out or ill, smoke. Says no when in doubt. */
  urgent: boolean;
}

/** A part of a text and what it added to the score. */
export interface ScorePart {
  text: string;
  /** Where the part begins in the readable text, in UTF-16 code units. */
  at: number;
  /** How much higher the score is than without this part's weights; below 0 where it lowered the score. */
  effect: number;
}

export interface SentimentScorer {
  /**
   * Language and sentiment of a guest's text. Pure, and never throws. Only the first 5,000 UTF-16 code units of
   * the text are looked at. `statedLanguage` (ISO 639-1, or a tag that begins with it) decides only where the
   * text itself leaves its language open.
   */
  score(text: string, statedLanguage?: string | null): TextScore;
  /** As `score`, with topics, their sentiment, and urgency. */
  analyse(text: string, statedLanguage?: string | null): TextAnalysis;
  /** The parts of the text that moved the score, the strongest first; at most `most` of them (10 unless given). */
  explain(text: string, statedLanguage?: string | null, most?: number): ScorePart[];
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000 + 0;

function labelOf(score: number, { neutralBand }: Calibration): SentimentLabel {
  if (Math.abs(score) < neutralBand) return 'neutral';
  return score > 0 ? 'positive' : 'negative';
}

interface Reading {
  readonly scored: TextScore;
  readonly probabilities: Probabilities;
  readonly calibration: Calibration;
  readonly likeliest: string | null;
  readonly readable: string;
}

const NOTHING_READ: Probabilities = { positive: 0, neutral: 1, negative: 0 };

export interface ScorerOptions {
  /** A model file of a hotel group's own; the shipped one unless it is named. */
  readonly modelFile?: string | undefined;
}

/** The scorer by the shipped model, by a named file, or by a model that was loaded; throws where the file is none. */
export function createSentimentScorer(choice: ScorerOptions | SentimentModel = {}): SentimentScorer {
  const model = 'header' in choice ? choice : loadModel(choice.modelFile);
  const guessLanguage = createLanguageGuess();
  const sums = createTextSums(model);
  const analyseTopics = createTopicAnalysis(sums, model.topics);
  const { calibrations, fallback, id } = model.header;

  function read(text: string, statedLanguage: string | null | undefined): Reading {
    const readable = readableText(text);
    const { language, likeliest } = guessLanguage(readable, statedLanguage);
    const calibration = calibrations[likeliest ?? ''] ?? fallback;
    sums.read(readable, likeliest ?? '');
    const whole = sums.whole();
    const isEmpty = whole.squares === 0;
    const probabilities = isEmpty ? NOTHING_READ : probabilitiesOf(whole, calibration);
    const { positive, neutral, negative } = probabilities;
    const score = rounded(positive - negative);
    const confidence = isEmpty ? 0 : rounded(Math.max(positive, neutral, negative));
    const scored = { language, score, label: labelOf(score, calibration), confidence, model: id };
    return { scored, probabilities, calibration, likeliest, readable };
  }

  return {
    score: (text, statedLanguage) => read(text, statedLanguage).scored,
    analyse(text, statedLanguage) {
      const { scored, probabilities, calibration, likeliest, readable } = read(text, statedLanguage);
      const { language, score, label, confidence } = scored;
      const { positive, neutral, negative } = probabilities;
      const { topics, urgent } = analyseTopics(likeliest ?? 'en', score, calibration);
      return {
        language,
        score,
        label,
        confidence,
        model: id,
        mixed: isMixed(readable, guessLanguage),
        probabilities: {
          positive: rounded(positive),
          neutral: rounded(neutral),
          negative: rounded(negative),
        },
        topics,
        urgent,
      };
    },
    explain(text, statedLanguage, most = 10) {
      const { scored, calibration, readable } = read(text, statedLanguage);
      const { tokens } = sums;
      const parts = Array.from({ length: tokens.count }, (_, token): ScorePart => {
        const { positive, negative } = probabilitiesOf(sums.without(token), calibration);
        const at = tokens.textFrom[token]!;
        const effect = rounded(scored.score - (positive - negative));
        return { text: readable.slice(at, tokens.textTo[token]!), at, effect };
      });
      return parts
        .filter(({ effect }, token) => effect !== 0 && tokens.kind[token] !== TokenKind.stop)
        .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
        .slice(0, most);
    },
  };
}
