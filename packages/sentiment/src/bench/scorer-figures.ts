import { createSentimentScorer, loadModel } from '../index.js';
import { TEXTS } from './messages.js';

/** What the scorer does on one core. */
export interface BenchFigures {
  /** Milliseconds to load the model and make a scorer. */
  readonly loadMs: number;
  readonly chatTextsPerSecond: number;
  readonly reviewsPerSecond: number;
  readonly analysedChatTextsPerSecond: number;
  readonly analysedReviewsPerSecond: number;
  /** The 99th percentile of one chat message, in milliseconds. */
  readonly chatP99Ms: number;
  /** The slowest of the hostile texts of a megabyte, in milliseconds. */
  readonly slowestHostileMs: number;
}

const HOSTILE = [
  'a',
  '\u0301\u0316',
  '👩‍👩‍👧‍👦',
  '\ufdfa',
  'the room was not very good, but ',
  '不好',
  '<b>',
  '\u202e\u200f',
  '@a',
  '水漏れ',
];

/** Texts a second, over `count` of them, one after another. */
export function perSecond(
  texts: readonly string[],
  count: number,
  handle: (text: string) => unknown,
): number {
  const startedAt = performance.now();
  for (let at = 0; at < count; at += 1) handle(texts[at % texts.length]!);
  return Math.round((count / (performance.now() - startedAt)) * 1_000);
}

function percentile99(texts: readonly string[], handle: (text: string) => unknown): number {
  const times = Array.from({ length: TEXTS }, (_, at) => {
    const startedAt = performance.now();
    handle(texts[at % texts.length]!);
    return performance.now() - startedAt;
  });
  return times.sort((a, b) => a - b)[Math.floor(TEXTS * 0.99)]!;
}

/** Measures the scorer on chat messages of one's own; long reviews are made of eight of them each. */
export function measureScorer(messages: readonly string[]): BenchFigures {
  const startedAt = performance.now();
  const scorer = createSentimentScorer(loadModel());
  const loadMs = performance.now() - startedAt;
  const reviews = messages.map((_, at) => messages.slice(at, at + 8).join('. ')).slice(0, -8);
  const score = (text: string) => scorer.score(text);
  const analyse = (text: string) => scorer.analyse(text);
  perSecond(messages, TEXTS, analyse);
  const hostile = HOSTILE.map((unit) => unit.repeat(Math.ceil(1e6 / unit.length)));
  const times = hostile.map((text) => {
    const from = performance.now();
    scorer.analyse(text);
    return performance.now() - from;
  });
  return {
    loadMs,
    chatTextsPerSecond: perSecond(messages, TEXTS, score),
    reviewsPerSecond: perSecond(reviews, TEXTS / 4, score),
    analysedChatTextsPerSecond: perSecond(messages, TEXTS, analyse),
    analysedReviewsPerSecond: perSecond(reviews, TEXTS / 4, analyse),
    chatP99Ms: percentile99(messages, analyse),
    slowestHostileMs: Math.max(...times),
  };
}
