import {
  createSentimentScorer,
  type ScorePart,
  type SentimentScorer,
  type TextAnalysis,
} from '@bellhop/sentiment';
import type { Command } from 'commander';
import { readEnvironment } from '../environment.js';
import { linesOf } from '../lines.js';
import { modelInUse } from '../model-in-use.js';
import { type Output, print, printRows, shortened } from '../output.js';
import { rescoreCommand } from './sentiment-rescore.js';
import { trainCommand } from './sentiment-train.js';

export function sentimentCommand(program: Command, output: () => Output): void {
  const sentiment = program
    .command('sentiment')
    .description('Language, sentiment, topics and urgency of texts');
  scoreCommand(sentiment, output);
  trainCommand(sentiment, output);
  rescoreCommand(sentiment, output);
}

interface Options {
  lang?: string;
  why?: boolean;
}

function scoreCommand(sentiment: Command, output: () => Output): void {
  sentiment
    .command('score [text]')
    .description('Scores a text, or each line of standard input: a line in, a line out, in order')
    .option('--lang <code>', 'the language where the text leaves it open, ISO 639-1')
    .option('--why', 'the parts of the text that moved the score')
    .action(async (text: string | undefined, options: Options) => {
      const scorer = createSentimentScorer(modelInUse(readEnvironment().SENTIMENT_MODEL_FILE));
      if (text !== undefined) {
        showText(scorer, text, options, output());
        return;
      }
      for await (const line of linesOf(process.stdin)) {
        print(
          output().json
            ? JSON.stringify(scored(scorer, line, options))
            : lineOf(scorer.analyse(line, options.lang)),
        );
      }
    });
}

type Scored = TextAnalysis & { why?: ScorePart[] };

function scored(scorer: SentimentScorer, text: string, { lang, why }: Options): Scored {
  const analysis = scorer.analyse(text, lang);
  return why ? { ...analysis, why: scorer.explain(text, lang) } : analysis;
}

function showText(scorer: SentimentScorer, text: string, options: Options, output: Output): void {
  const analysis = scored(scorer, text, options);
  if (output.json) {
    print(JSON.stringify(analysis));
    return;
  }
  print(lineOf(analysis));
  if (analysis.why) printRows(output, analysis.why, ['text', 'effect']);
}

function lineOf({ language, label, score, confidence, topics, urgent }: TextAnalysis): string {
  const about = topics.map(({ topic, sentiment }) => `${topic} ${sentiment.toFixed(2)}`).join(', ');
  return shortened(
    `${language ?? '??'}  ${label} ${score.toFixed(3)} (confidence ${confidence.toFixed(2)})  ${about}${urgent ? '  URGENT' : ''}`,
    200,
  );
}
