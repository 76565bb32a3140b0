import { figuresOver } from '../evaluate/evaluation.js';
import type { ComparedScorer } from '../evaluate/scorers.js';
import { nlpjsScorer, scorerOf, vaderScorer } from '../evaluate/scorers.js';
import { createSentimentScorer } from '../sentiment-scorer.js';
import type { LabelledText } from '../train/labelled-texts.js';
import { readLabelledTexts } from '../train/labelled-texts.js';
import type { MemoryFigures } from './memory-figures.js';
import { measureMemory } from './memory-figures.js';
import { CORPUS } from './messages.js';
import type { BenchFigures } from './scorer-figures.js';
import { measureScorer } from './scorer-figures.js';

/** A scorer beside another over the same texts in the same process. */
export interface Contest {
  readonly rival: string;
  /** The texts' languages, and how many texts. */
  readonly over: string;
  readonly textsPerSecond: number;
  readonly rivalTextsPerSecond: number;
  /** Macro-F1 of two classes, a score of 0 a miss, on the texts that no training saw. */
  readonly macroF1: number;
  readonly rivalMacroF1: number;
}

export interface SentimentBench extends BenchFigures, MemoryFigures {
  readonly contests: readonly Contest[];
}

const LEAST_TEXTS = 10_000;

/** Judging may be asynchronous; both scorers go through the same loop. */
async function judgedPerSecond(scorer: ComparedScorer, texts: readonly LabelledText[]): Promise<number> {
  const rounds = Math.ceil(LEAST_TEXTS / texts.length);
  const startedAt = performance.now();
  for (let round = 0; round < rounds; round += 1)
    for (const { text, lang } of texts) await scorer.judge(text, lang);
  return Math.round((rounds * texts.length * 1_000) / (performance.now() - startedAt));
}

async function contest(
  own: ComparedScorer,
  rival: ComparedScorer,
  texts: readonly LabelledText[],
  languages: string,
): Promise<Contest> {
  const heldOut = texts.filter((text) => text.heldOut);
  return {
    rival: rival.name,
    over: `${texts.length} own messages in ${languages}`,
    textsPerSecond: await judgedPerSecond(own, texts),
    rivalTextsPerSecond: await judgedPerSecond(rival, texts),
    macroF1: (await figuresOver('', heldOut, own)).macroF1of2,
    rivalMacroF1: (await figuresOver('', heldOut, rival)).macroF1of2,
  };
}

const lineOf = (one: Contest): string =>
  `beside ${one.rival}, ${one.over}: ${one.textsPerSecond}/s to ${one.rivalTextsPerSecond}/s, ratio ${(one.textsPerSecond / one.rivalTextsPerSecond).toFixed(2)}; macro-F1 of two classes ${one.macroF1.toFixed(3)} to ${one.rivalMacroF1.toFixed(3)}`;

/**
 * Measures the shipped scorer on one core over the project's own messages, then beside vader-sentiment (English) and
 * `@nlpjs/sentiment` (all languages) in the same process; prints a line each. Takes some ten seconds.
 */
export async function benchSentiment(print: (line: string) => void): Promise<SentimentBench> {
  const texts = readLabelledTexts(CORPUS, 'own-');
  const memory = await measureMemory();
  const figures = measureScorer(texts.map(({ text }) => text));
  print(
    `sentiment: ${figures.chatTextsPerSecond} chat texts/s, ${figures.reviewsPerSecond} reviews/s; with topics ${figures.analysedChatTextsPerSecond}/s and ${figures.analysedReviewsPerSecond}/s; p99 of a chat text ${figures.chatP99Ms.toFixed(3)} ms; a hostile megabyte ${figures.slowestHostileMs.toFixed(0)} ms`,
  );
  print(
    `sentiment: loaded in ${figures.loadMs.toFixed(0)} ms; holds ${memory.memoryMb.toFixed(0)} MB, resident memory grew by ${memory.residentGrowthMb.toFixed(0)} MB over 20,000 texts`,
  );
  const own = scorerOf('bellhop', createSentimentScorer());
  const english = texts.filter(({ lang }) => lang === 'en');
  const contests = [
    await contest(own, await vaderScorer(), english, 'English'),
    await contest(own, await nlpjsScorer(), texts, '21 languages'),
  ];
  for (const one of contests) print(`sentiment: ${lineOf(one)}`);
  return { ...figures, ...memory, contests };
}
