import { sentimentOf } from '@bellhop/domain';
import { createSentimentScorer, loadInstalledModel } from '@bellhop/sentiment';
import type { Command } from 'commander';
import { withClickHouse, withEventStore } from '../connections.js';
import { readEnvironment } from '../environment.js';
import { type Output, print, printJson } from '../output.js';
import { createProgress } from '../progress.js';
import { type RescoreQuery, rescore } from '../rescore.js';

export function rescoreCommand(sentiment: Command, output: () => Output): void {
  sentiment
    .command('rescore')
    .description(
      'Scores anew, with the model in use, the texts that another one has scored; may be stopped and repeated',
    )
    .option('--property <id>', 'only texts about this property')
    .option('--from <date>', 'from this business day on, YYYY-MM-DD')
    .option('--to <date>', 'up to and including this business day, YYYY-MM-DD')
    .action(async (query: RescoreQuery) => {
      const environment = readEnvironment();
      const model = loadInstalledModel(environment.SENTIMENT_MODEL_FILE);
      const scorer = createSentimentScorer(model);
      const progress = createProgress('texts', 0);
      const done = await withClickHouse(environment, (clickhouse) =>
        withEventStore(environment, (store) =>
          rescore(query, {
            clickhouse,
            store,
            model: model.header.id,
            score: (text, statedLanguage) => sentimentOf(scorer.analyse(text, statedLanguage)),
            onProgress: (texts, total) => {
              progress.total(total);
              progress.update(texts);
            },
          }),
        ),
      ).finally(() => progress.stop());
      if (output().json) return printJson({ model: model.header.id, ...done });
      print(`${done.rescored} of ${done.texts} texts of other models are scored by ${model.header.id} now`);
    });
}
