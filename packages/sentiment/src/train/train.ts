import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Evaluation } from '../evaluate/evaluation.js';
import { evaluate } from '../evaluate/evaluation.js';
import { scorerOf } from '../evaluate/scorers.js';
import type { TopicFigures } from '../evaluate/topic-figures.js';
import { topicFigures } from '../evaluate/topic-figures.js';
import { binaryFile } from '../model/binary-file.js';
import { FEATURES, loadModel } from '../model/sentiment-model.js';
import type { SentimentScorer } from '../sentiment-scorer.js';
import { createSentimentScorer } from '../sentiment-scorer.js';
import type { PooledFigures, UnseenPair } from './cross-validation.js';
import { pooledFigures } from './cross-validation.js';
import { knownSet } from './known-sets.js';
import type { LabelledText } from './labelled-texts.js';
import { trainModel } from './train-model.js';
import { trainTopics } from './train-topics.js';

export interface TrainingRun {
  readonly texts: readonly LabelledText[];
  readonly seed: number;
  /** Only sets whose licence is stated, and the project's own messages. */
  readonly statedLicenceOnly: boolean;
  /** Where the model is written. */
  readonly out: string;
  /** The name of the model; its texts and seed are added. */
  readonly name: string;
  /** Told of each step, for a person who waits. */
  readonly onStep?: (step: string) => void;
}

export interface TrainingResult {
  readonly id: string;
  readonly trainedOn: readonly LabelledText[];
  /** Over the held-out part of all sets, those left out of the training among them. */
  readonly evaluation: Evaluation;
  /** Over the held-out part and what it was trained on, each text judged by a training without it. */
  readonly pooled: PooledFigures;
  readonly topics: readonly TopicFigures[];
}

const BITS = 21;

const pairsOf = (texts: readonly LabelledText[], scorer: SentimentScorer): UnseenPair[] =>
  texts
    .filter(({ label }) => label !== 'neu')
    .map(({ text, label, lang, set }) => ({
      set,
      language: lang,
      pair: { truth: label, said: scorer.score(text).score > 0 ? 'pos' : 'neg' },
    }));

/** Trains a model on all but the held-out part of the texts, writes it, and judges the held-out part with it. */
export async function train(run: TrainingRun): Promise<TrainingResult> {
  const { seed, onStep = () => undefined } = run;
  const trainedOn = run.texts.filter(
    ({ heldOut, set }) => !heldOut && (!run.statedLicenceOnly || knownSet(set).licence !== null),
  );
  const { weights, crossJudged, patterns, ...header } = trainModel(trainedOn, {
    bits: BITS,
    seed,
    onStep,
  });
  const topics = trainTopics(trainedOn, { seed, onStep });
  const id = `${run.name}-${trainedOn.length}-${seed}`;
  const topicHeader = { bits: topics.bits, heads: topics.heads };
  const { embedding, ...patternHeader } = patterns;
  const file = binaryFile(
    { id, bits: BITS, features: FEATURES, ...header, topics: topicHeader, patterns: patternHeader },
    [weights, topics.weights, embedding],
  );
  writeFileSync(run.out, file);
  onStep('judging the held-out texts');
  const scorer = createSentimentScorer(loadModel(pathToFileURL(run.out)));
  const heldOut = run.texts.filter((text) => text.heldOut);
  const evaluation = await evaluate(heldOut, [scorerOf('bellhop', scorer)]);
  const pooled = pooledFigures([...crossJudged, ...pairsOf(heldOut, scorer)]);
  return { id, trainedOn, evaluation, pooled, topics: topicFigures(heldOut, scorer) };
}
