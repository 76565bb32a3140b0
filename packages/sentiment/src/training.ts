/** The workshop beside the scorer: training, evaluation and measuring; nothing here is loaded by a service. */
export type { Contest, SentimentBench } from './bench/bench.js';
export { benchSentiment } from './bench/bench.js';
export type { Evaluation, Figures } from './evaluate/evaluation.js';
export { evaluate, evaluationTable } from './evaluate/evaluation.js';
export type { ComparedScorer, Judgement } from './evaluate/scorers.js';
export { nlpjsScorer, scorerOf, vaderScorer } from './evaluate/scorers.js';
export type { TopicFigures } from './evaluate/topic-figures.js';
export { topicFigures } from './evaluate/topic-figures.js';
export type { Label, LabelledText } from './train/labelled-texts.js';
export { isHeldOut, readLabelledTexts } from './train/labelled-texts.js';
export { modelCard } from './train/model-card.js';
export type { Comparison, OwnRow, OwnRowsResult, OwnRowsRun } from './train/own-rows.js';
export { trainOnOwnRows } from './train/own-rows.js';
export type { TrainingResult, TrainingRun } from './train/train.js';
export { train } from './train/train.js';
