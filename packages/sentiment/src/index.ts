export type { TopicSentiment } from './analysis.js';
export { loadInstalledModel } from './model/installed-model.js';
export type { SentimentModel } from './model/sentiment-model.js';
export { loadModel, OutdatedModelError } from './model/sentiment-model.js';
export type { Probabilities } from './probabilities.js';
export type {
  ScorePart,
  ScorerOptions,
  SentimentLabel,
  SentimentScorer,
  TextAnalysis,
  TextScore,
} from './sentiment-scorer.js';
export { createSentimentScorer } from './sentiment-scorer.js';
export type { Topic } from './topics/topic.js';
export { TOPICS } from './topics/topic.js';
