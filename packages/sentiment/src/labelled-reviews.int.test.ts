import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { SentimentLabel } from './index.js';
import { createSentimentScorer } from './index.js';

/** Labelled texts for development lie beside the repository; they are no part of it. */
const FOLDER = join(__dirname, '../../../../shared/data/reviews');

/** What was measured for each set: macro-F1 of positive and negative, and the share of right languages. */
const MEASURED: Readonly<Record<string, readonly [macroF1: number, language: number]>> = {
  'ar-semeval16_hotels': [0.845, 0.998],
  'ar-umsab_tweets': [0.358, 0.994],
  'de-umsab_tweets': [0.55, 0.908],
  'en-deceptive_hotels': [0.873, 1.0],
  'en-opener_hotels': [0.756, 0.966],
  'en-umsab_tweets': [0.506, 0.998],
  'es-cuba_hotels': [0.934, 0.999],
  'es-opener_hotels': [0.792, 0.941],
  'es-umsab_tweets': [0.612, 0.987],
  'fr-umsab_tweets': [0.358, 0.995],
  'it-umsab_tweets': [0.496, 0.982],
  'ko-yanolja_hotels': [0.677, 0.993],
  'nl-semeval16_rest': [0.72, 0.992],
  'pl-wccrs_hotels': [0.715, 0.973],
  'pt-absapt_hotels': [0.854, 1.0],
  'pt-umsab_tweets': [0.581, 0.933],
  'ru-yandexmaps_hotels': [0.815, 0.998],
  'zh-chnsenticorp_htl': [0.77, 0.999],
  'zh-online_shopping_hotel': [0.812, 1.0],
  'zh-waimai': [0.769, 1.0],
};

const MARGIN = 0.02;

interface LabelledText {
  readonly text: string;
  readonly label: 'pos' | 'neg' | 'neu';
  readonly lang: string;
}

interface Scored {
  readonly truth: SentimentLabel;
  readonly label: SentimentLabel;
  readonly rightLanguage: boolean;
}

const TRUTH = { pos: 'positive', neg: 'negative', neu: 'neutral' } as const;
const scorer = createSentimentScorer();

function readSet(name: string): LabelledText[] {
  const lines = readFileSync(join(FOLDER, `${name}.jsonl`), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as LabelledText);
}

function scoreAll(texts: readonly LabelledText[]): Scored[] {
  return texts.map(({ text, label, lang }) => {
    const scored = scorer.score(text);
    return { truth: TRUTH[label], label: scored.label, rightLanguage: scored.language === lang };
  });
}

const share = <T>(items: readonly T[], holds: (item: T) => boolean): number =>
  items.filter(holds).length / items.length;

/** F1 of one class over the texts labelled positive or negative; a text scored neutral is a miss for its class. */
function f1(scored: readonly Scored[], label: SentimentLabel): number {
  const polar = scored.filter(({ truth }) => truth !== 'neutral');
  const hits = polar.filter((one) => one.truth === label && one.label === label).length;
  const claimed = polar.filter((one) => one.label === label).length;
  const there = polar.filter((one) => one.truth === label).length;
  return (2 * hits) / (claimed + there);
}

const describeIfThere = existsSync(FOLDER) ? describe : describe.skip;

describeIfThere('over labelled texts (in shared/data/reviews beside the repository)', () => {
  const report: string[] = [];
  let texts = 0;
  let elapsedMs = 0;

  test.each(Object.keys(MEASURED))('the scorer is as good as was measured on %s', (name) => {
    const labelled = readSet(name);
    const startedAt = performance.now();
    const scored = scoreAll(labelled);
    elapsedMs += performance.now() - startedAt;
    texts += labelled.length;
    const macroF1 = (f1(scored, 'positive') + f1(scored, 'negative')) / 2;
    const language = share(scored, ({ rightLanguage }) => rightLanguage);
    report.push(`| ${name} | ${labelled.length} | ${macroF1.toFixed(3)} | ${language.toFixed(3)} |`);
    const [measuredF1, measuredLanguage] = MEASURED[name]!;
    expect(macroF1).toBeGreaterThanOrEqual(measuredF1 - MARGIN);
    expect(language).toBeGreaterThanOrEqual(measuredLanguage - MARGIN);
  });

  afterAll(() => {
    const perSecond = Math.round((texts / elapsedMs) * 1000);
    process.stdout.write(`${report.join('\n')}\n${texts} texts, ${perSecond} texts/s\n`);
  });
});
