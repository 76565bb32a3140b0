import { describe, expect, test } from '@jest/globals';
import { GUEST_MESSAGES } from './guest-messages.fixture.js';
import { createSentimentScorer } from './index.js';

const scorer = createSentimentScorer();

const messages = Object.entries(GUEST_MESSAGES).flatMap(([language, byLabel]) =>
  (['positive', 'negative', 'neutral'] as const).flatMap((label) =>
    byLabel[label].map((text) => [language, label, text] as const),
  ),
);

test('the messages of every language are mostly scored on their side', () => {
  const polar = messages.filter(([, label]) => label !== 'neutral');
  const wrong = polar.filter(
    ([, label, text]) => Math.sign(scorer.score(text).score) !== (label === 'positive' ? 1 : -1),
  );
  expect(wrong.length / polar.length).toBeLessThan(0.08);
});

test.each(messages)('a guest writing %s is understood (%s): %s', (language, label, text) => {
  const scored = scorer.score(text);
  expect(scored).toMatchObject({ language, model: expect.stringMatching(/^guest-linear-/) });
  expect(Math.abs(scored.score)).toBeLessThanOrEqual(1);
  expect(scored.confidence).toBeGreaterThan(0);
  expect(scored.confidence).toBeLessThanOrEqual(1);
  if (label === 'neutral') expect(Math.abs(scored.score)).toBeLessThan(0.9);
});

test.each([
  ['en', 'the staff was friendly', 'the staff was not friendly'],
  ['de', 'das Personal war freundlich', 'das Personal war nicht freundlich'],
  ['fr', 'le personnel est aimable', "le personnel n'est pas aimable"],
  ['es', 'la habitación es cómoda', 'la habitación no es cómoda'],
  ['it', 'il personale era gentile', 'il personale non era gentile'],
  ['pt', 'o quarto é confortável', 'o quarto não é confortável'],
  ['nl', 'het personeel was vriendelijk', 'het personeel was niet vriendelijk'],
  ['pl', 'obsługa była uprzejma', 'obsługa nie była uprzejma'],
  ['ru', 'кровать была удобная', 'кровать была не удобная'],
  ['uk', 'ліжко було зручне', 'ліжко було не зручне'],
  ['hy', 'սենյակը հարմար է', 'սենյակը հարմար չէ'],
  ['ar', 'الغرفة مريحة', 'الغرفة ليست مريحة'],
  ['zh', '服务热情', '服务不热情'],
  ['ja', '朝食は美味しい', '朝食は美味しくない'],
  ['ko', '침대가 편안해요', '침대가 편안하지 않아요'],
])('in %s "%s" is better than "%s"', (language, plain, negated) => {
  const [better, worse] = [plain, negated].map((text) => scorer.score(text, language).score);
  expect(better).toBeGreaterThan(worse!);
});

test('a stretched word counts as the word', () => {
  expect(scorer.score('soooo goooood', 'en').score).toBeGreaterThan(0);
});

describe('emoji', () => {
  test.each([
    ['😍😍', 1],
    ['👎', -1],
    ['Room 512 😡', -1],
    ['❤️', 1],
  ])('%s is on its side in any language', (text, side) => {
    expect(Math.sign(scorer.score(text).score)).toBe(side);
  });
});

describe('the language that is scored', () => {
  test('a stated language decides where the text leaves it open', () => {
    expect(scorer.score('ok super', 'pl').language).toBe('pl');
    expect(scorer.score('ok', 'en-GB').language).toBe('en');
  });

  test('a clear text overrules a stated language', () => {
    expect(scorer.score('Das Zimmer war leider sehr schmutzig', 'en').language).toBe('de');
  });

  test('a text without letters has no language', () => {
    expect(scorer.score('12:30', null).language).toBeNull();
    expect(scorer.score('', null)).toMatchObject({ language: null, score: 0, confidence: 0 });
  });
});
