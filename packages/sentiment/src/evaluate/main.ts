import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createSentimentScorer } from '../sentiment-scorer.js';
import { commandOptions, refuse } from '../train/command-options.js';
import { OWN_REVIEWS, OWN_SETS } from '../train/known-sets.js';
import { readLabelledTexts } from '../train/labelled-texts.js';
import { evaluate, evaluationTable } from './evaluation.js';
import { nlpjsScorer, scorerOf, vaderScorer } from './scorers.js';

const values = commandOptions('npm run sentiment:eval -- [--data FOLDER] [--held-out]', {
  /** Any folder of `{text,label,lang}` lines; all of it is judged unless it is the folder that was trained on. */
  data: { type: 'string' },
  'held-out': { type: 'boolean', default: false },
});
if (values.data !== undefined && !existsSync(values.data))
  refuse(`sentiment:eval: ${values.data} is not there`);

const CORPUS = fileURLToPath(new URL('../../corpus/', import.meta.url));
const texts =
  values.data === undefined
    ? [...readLabelledTexts(CORPUS, OWN_SETS), ...readLabelledTexts(join(CORPUS, 'reviews'), OWN_REVIEWS)]
    : readLabelledTexts(values.data);
const onlyHeldOut = values['held-out'] || values.data === undefined;
const judged = texts.filter(({ heldOut }) => heldOut || !onlyHeldOut);
const scorers = [scorerOf('bellhop', createSentimentScorer()), await nlpjsScorer(), await vaderScorer()];
process.stdout.write(`${evaluationTable(await evaluate(judged, scorers))}\n`);
