import { describe, expect, test } from '@jest/globals';
import { LEXICON_SOURCES } from './index.js';

const words = (list: string): string[] => list.split(/\s+/).filter((word) => word !== '');

describe.each(LEXICON_SOURCES.map((source) => [source.language, source] as const))(
  'the lexicon of %s',
  (_, source) => {
    const lists = Object.entries(source.weights);

    test('has its words sorted, under weights from -3 to 3', () => {
      for (const [weight, list] of lists) {
        expect([-3, -2, -1, 0, 1, 2, 3]).toContain(Number(weight));
        expect(words(list)).toEqual(words(list).toSorted((a, b) => compareCodePoints(a, b)));
      }
    });

    test('has each word once, in NFKC, with a star only at the end', () => {
      const all = lists.flatMap(([, list]) => words(list));
      expect(all.length).toBe(new Set(all).size);
      for (const word of all) {
        expect(word).toBe(word.normalize('NFKC'));
        expect(word).toMatch(/^[^*]+\*?$/);
      }
    });

    test('has single words only to negate, strengthen and weaken, where words are spaced', () => {
      if (source.writing === 'unspaced') return;
      const { negations, negationsAfter = '', intensifiers, diminishers, conjunctions = '' } = source;
      for (const word of words(
        [negations, negationsAfter, intensifiers, diminishers, conjunctions].join(' '),
      )) {
        expect(word).toMatch(/^\p{L}+$/u);
      }
    });

    test('holds at least 120 words, good and bad', () => {
      const good = lists.filter(([weight]) => Number(weight) > 0).flatMap(([, list]) => words(list));
      const bad = lists.filter(([weight]) => Number(weight) < 0).flatMap(([, list]) => words(list));
      expect(good.length).toBeGreaterThan(50);
      expect(bad.length).toBeGreaterThan(50);
      expect(good.length + bad.length).toBeGreaterThanOrEqual(120);
    });
  },
);

function compareCodePoints(a: string, b: string): number {
  const [left, right] = [[...a], [...b]].map((letters) => letters.map((letter) => letter.codePointAt(0)!));
  for (let at = 0; at < Math.min(left!.length, right!.length); at += 1) {
    if (left![at] !== right![at]) return left![at]! - right![at]!;
  }
  return left!.length - right!.length;
}
