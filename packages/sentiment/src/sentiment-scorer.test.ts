import { describe, expect, test } from '@jest/globals';
import { GUEST_MESSAGES } from './guest-messages.fixture.js';
import { createSentimentScorer } from './index.js';
import { LEXICON_SOURCES } from './lexicons/index.js';

const scorer = createSentimentScorer();

const messages = Object.entries(GUEST_MESSAGES).flatMap(([language, byLabel]) =>
  (['positive', 'negative', 'neutral'] as const).flatMap((label) =>
    byLabel[label].map((text) => [language, label, text] as const),
  ),
);

test('there are messages in every language that has a lexicon', () => {
  expect(Object.keys(GUEST_MESSAGES).sort()).toEqual(LEXICON_SOURCES.map(({ language }) => language).sort());
});

test.each(messages)('a guest writing %s is %s: %s', (language, label, text) => {
  const { score, confidence, ...rest } = scorer.score(text);
  expect(rest).toEqual({ language, label, model: 'lexicon-1' });
  expect(Math.abs(score)).toBeLessThanOrEqual(1);
  expect(Math.sign(score)).toBe({ positive: 1, neutral: 0, negative: -1 }[label]);
  expect(confidence).toBeGreaterThan(0);
  expect(confidence).toBeLessThanOrEqual(1);
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
  ['tr', 'personel çok kibardı', 'personel kibar değildi'],
  ['ar', 'الغرفة مريحة', 'الغرفة ليست مريحة'],
  ['zh', '服务热情', '服务不热情'],
  ['ja', '朝食は美味しい', '朝食は美味しくない'],
  ['ko', '침대가 편안해요', '침대가 편안하지 않아요'],
])('in %s a negation turns "%s" into "%s"', (language, plain, negated) => {
  expect(scorer.score(plain, language).label).toBe('positive');
  expect(scorer.score(negated, language).label).toBe('negative');
});

describe('emphasis', () => {
  const scoreOf = (text: string): number => scorer.score(text, 'en').score;

  test('an intensifier strengthens what follows it, and a diminisher weakens it', () => {
    expect(scoreOf('the room was very clean')).toBeGreaterThan(scoreOf('the room was clean'));
    expect(scoreOf('the room was slightly dirty')).toBeGreaterThan(scoreOf('the room was dirty'));
  });

  test('exclamation marks strengthen either way, up to three of them', () => {
    expect(scoreOf('the room was clean!')).toBeGreaterThan(scoreOf('the room was clean'));
    expect(scoreOf('the room was dirty!!!')).toBeLessThan(scoreOf('the room was dirty!'));
    expect(scoreOf('the room was dirty!!!!!!!')).toBe(scoreOf('the room was dirty!!!'));
  });

  test('a stretched word counts as the word', () => {
    expect(scorer.score('soooo goooood', 'en').label).toBe('positive');
  });

  test('a negation does not reach over the end of a clause', () => {
    expect(scorer.score('No, lovely room', 'en').label).toBe('positive');
  });
});

describe('emoji', () => {
  test.each([
    ['😍😍', 'positive'],
    ['👎', 'negative'],
    ['🛎️🛏️', 'neutral'],
    [':)', 'positive'],
    ['Room 512 😡', 'negative'],
  ])('%s is %s in any language', (text, label) => {
    expect(scorer.score(text).label).toBe(label);
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

  test('a text without letters has no language, and no confidence', () => {
    expect(scorer.score('12:30', null)).toMatchObject({ language: null, label: 'neutral', confidence: 0 });
  });
});
