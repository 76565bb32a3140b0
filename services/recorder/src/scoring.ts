import { type Stats, unwatchFile, watchFile } from 'node:fs';
import type { Sentiment } from '@bellhop/contracts';
import { sentimentOf } from '@bellhop/domain';
import { createSentimentScorer, loadInstalledModel } from '@bellhop/sentiment';

/** How soon a model that was installed is noticed; milliseconds. */
const LOOK_EVERY_MS = 1_000;

type Log = (fields: object, message: string) => void;

interface ScoringLogger {
  info: Log;
  error: Log;
}

export interface Scoring {
  score(text: string, statedLanguage: string | null): Sentiment;
  close(): void;
}

/** Scores by the installed model, or by the shipped one, and goes over to another as soon as it is installed. */
export function createScoring(modelFile: string, logger: ScoringLogger): Scoring {
  const load = () => {
    const model = loadInstalledModel(modelFile, (error) =>
      logger.error({ err: error, modelFile }, 'scores with the shipped model until it is trained again'),
    );
    logger.info({ model: model.header.id, modelFile }, 'scores with');
    return createSentimentScorer(model);
  };
  let scorer = load();
  const onChange = (now: Stats, before: Stats) => {
    if (now.mtimeMs === before.mtimeMs && now.ino === before.ino) return;
    try {
      scorer = load();
    } catch (error) {
      logger.error({ err: error, modelFile }, 'goes on with the model that it has');
    }
  };
  watchFile(modelFile, { interval: LOOK_EVERY_MS, persistent: false }, onChange);
  return {
    score: (text, statedLanguage) => sentimentOf(scorer.analyse(text, statedLanguage)),
    close: () => unwatchFile(modelFile, onChange),
  };
}
