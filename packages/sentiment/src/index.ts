export type { SentimentLabel, SentimentScorer, TextScore } from './sentiment-scorer.js';
export { createSentimentScorer } from './sentiment-scorer.js';
