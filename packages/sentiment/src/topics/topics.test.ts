import { describe, expect, test } from '@jest/globals';
import { createSentimentScorer, TOPICS } from '../index.js';
import { TOPIC_WORDS } from './words/index.js';

const scorer = createSentimentScorer();
const topicsOf = (text: string, language?: string): string[] =>
  scorer.analyse(text, language).topics.map(({ topic }) => topic);

describe('topics', () => {
  test.each([
    ['en', 'The wifi keeps dropping in our room', 'wifi'],
    ['en', 'Could we get more towels please', 'bathroom'],
    ['de', 'Das Frühstück war lecker', 'breakfast_and_food'],
    ['ru', 'Кондиционер не работает, в номере жарко', 'temperature'],
    ['zh', '停车场太小了，找不到车位', 'parking'],
    ['ja', 'プールがとても広くて楽しかった', 'pool_and_spa'],
    ['pl', 'Recepcja była bardzo uprzejma', 'staff'],
    ['hy', 'Լողավազանի ջուրը սառն էր', 'pool_and_spa'],
  ])('in %s "%s" speaks of %s', (language, text, topic) => {
    expect(topicsOf(text, language)).toContain(topic);
  });

  test('a text that speaks of nothing known is of another topic', () => {
    for (const text of ['…', '', '!!!', '🙂']) expect(topicsOf(text)).toEqual(['other']);
  });

  test('each has the sentiment of its own clauses', () => {
    const { topics } = scorer.analyse(
      'The breakfast was delicious and generous. But the wifi was terrible and slow, it never worked.',
    );
    const of = (name: string): number => topics.find(({ topic }) => topic === name)!.sentiment;
    expect(of('breakfast_and_food')).toBeGreaterThan(of('wifi'));
  });

  test('every language has words for every topic', () => {
    for (const words of Object.values(TOPIC_WORDS))
      for (const topic of TOPICS) if (topic !== 'other') expect(words[topic].trim()).not.toBe('');
  });
});

describe('urgency', () => {
  test.each([
    ['en', 'water is coming through the ceiling leak in 204 please hurry'],
    ['en', 'I smell gas in the corridor'],
    ['de', 'Wir stecken im Aufzug fest, bitte Hilfe, Aufzug steckt stecken geblieben'],
    ['ru', 'застряли в лифте, помогите'],
    ['zh', '我们被困在电梯里了'],
  ])('in %s "%s" cannot wait', (language, text) => {
    expect(scorer.analyse(text, language).urgent).toBe(true);
  });

  test.each([
    'the smoke detector blinks green, is that normal?',
    'I am allergic to feathers, could I have a synthetic pillow',
    'What time is breakfast tomorrow?',
    'The room was dirty and the staff were rude',
  ])('"%s" can wait', (text) => {
    expect(scorer.analyse(text, 'en').urgent).toBe(false);
  });
});

test('a text with sentences in two languages is mixed', () => {
  const both =
    'The room was lovely and very quiet. Das Frühstück war leider schon kalt und wir mussten warten.';
  expect(scorer.analyse(both).mixed).toBe(true);
  expect(scorer.analyse('The room was lovely and very quiet. The breakfast was cold.').mixed).toBe(false);
});

test('the parts that moved a score are named, with their place and side', () => {
  const text = 'The bed was wonderful but the bathroom was disgusting';
  const parts = scorer.explain(text, 'en');
  const effectOf = (word: string): number => parts.find((part) => part.text === word)!.effect;
  expect(effectOf('wonderful')).toBeGreaterThan(0);
  expect(effectOf('disgusting')).toBeLessThan(0);
  for (const { text: part, at } of parts) expect(text.slice(at, at + part.length)).toBe(part);
});

test('the probabilities of an analysis add up to one, and the score is their difference', () => {
  const { probabilities, score } = scorer.analyse('The shower was cold and nobody came');
  const { positive, neutral, negative } = probabilities;
  expect(positive + neutral + negative).toBeCloseTo(1, 2);
  expect(score).toBeCloseTo(positive - negative, 2);
});
