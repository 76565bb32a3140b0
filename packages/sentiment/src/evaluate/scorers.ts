import type { SentimentScorer } from '../sentiment-scorer.js';

/** A scorer as the evaluation sees it. */
export interface ComparedScorer {
  readonly name: string;
  /** The score (-1 to 1, or any scale around 0), its label, and how sure it is (null where it does not say). */
  judge(text: string, language: string): Promise<Judgement> | Judgement;
}

export interface Judgement {
  readonly score: number;
  readonly label: 'pos' | 'neu' | 'neg';
  readonly sureness: number | null;
}

const SHORT = { positive: 'pos', neutral: 'neu', negative: 'neg' } as const;

/** Where vader-sentiment and @nlpjs/sentiment draw the line to neutral, by their own documentation. */
const VADER_LINE = 0.05;

/** A scorer of this package, under a name. */
export function scorerOf(name: string, scorer: SentimentScorer): ComparedScorer {
  return {
    name,
    judge(text) {
      const { score, label, confidence } = scorer.score(text);
      return { score, label: SHORT[label], sureness: confidence };
    },
  };
}

const labelled = (score: number, line: number): Judgement => ({
  score,
  label: score > line ? 'pos' : score < -line ? 'neg' : 'neu',
  sureness: null,
});

/** vader-sentiment: English only; it scores every language as English. */
export async function vaderScorer(): Promise<ComparedScorer> {
  const { SentimentIntensityAnalyzer } = (await import('vader-sentiment')).default;
  return {
    name: 'vader',
    judge: (text) => labelled(SentimentIntensityAnalyzer.polarity_scores(text).compound, VADER_LINE),
  };
}

/** @nlpjs/sentiment with all its languages; it is told the language. */
export async function nlpjsScorer(): Promise<ComparedScorer> {
  const [{ SentimentAnalyzer }, { LangAll }, { containerBootstrap }] = await Promise.all([
    import('@nlpjs/sentiment'),
    import('@nlpjs/lang-all'),
    import('@nlpjs/core'),
  ]);
  const container = await containerBootstrap();
  container.use(LangAll);
  const analyzer = new SentimentAnalyzer({ container });
  return {
    name: 'nlpjs',
    async judge(text, locale) {
      const { sentiment } = await analyzer.process({ locale, utterance: text });
      return labelled(sentiment.score, 0);
    },
  };
}
