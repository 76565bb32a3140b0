import { createSentimentScorer } from '@bellhop/sentiment';
import { describe, expect, test } from '@jest/globals';
import { phrases } from './index.js';

const scorer = createSentimentScorer();
const texts = Object.entries(phrases).flatMap(([language, byMood]) =>
  Object.entries(byMood).flatMap(([mood, list]) =>
    (list as readonly string[]).map((text) => ({ language, mood, text })),
  ),
);

describe('every text is clearly of its language', () => {
  test.each(texts)('$language, $mood: $text', ({ language, text }) => {
    expect(scorer.score(text).language).toBe(language);
  });
});

test('no text occurs twice, so that a text tells its language', () => {
  expect(new Set(texts.map(({ text }) => text)).size).toBe(texts.length);
});

test.each(['praise', 'goodReview'])('no %s is scored as negative', (mood) => {
  const wrong = texts.filter((one) => one.mood === mood && scorer.score(one.text).score < 0);
  expect(wrong).toEqual([]);
});

test.each(['complaint', 'badReview'])('no %s is scored as positive', (mood) => {
  const wrong = texts.filter((one) => one.mood === mood && scorer.score(one.text).score > 0);
  expect(wrong).toEqual([]);
});
