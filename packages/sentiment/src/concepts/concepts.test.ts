import { describe, expect, test } from '@jest/globals';
import { createFeatures } from '../features.js';
import { KNOWN_LANGUAGES } from '../language/language.js';
import { readableText } from '../text/readable-text.js';
import { createTokens, readTokens } from '../text/tokens.js';
import { CONCEPTS } from './concept.js';
import { createConceptReader } from './concept-features.js';
import { createConceptIndex } from './concept-index.js';
import { CONCEPT_WORDS } from './words/index.js';

const tokens = createTokens();
const features = createFeatures();
const readConcepts = createConceptReader();

function conceptHashes(text: string, language: string): number[] {
  readTokens(readableText(text), tokens);
  features.count = 0;
  readConcepts(tokens, language, features);
  return [...features.hashes.subarray(0, features.count)];
}

function idsIn(text: string, language: string, entries: readonly string[]): number[] {
  const index = createConceptIndex(
    language,
    entries.map((entry, id) => ({ entry, id })),
  );
  readTokens(readableText(text), tokens);
  const ids: number[] = [];
  index.find(tokens, { onConcept: (id) => ids.push(id), onStop: () => undefined });
  return ids;
}

test('every language has words for every concept', () => {
  expect(Object.keys(CONCEPT_WORDS).sort()).toEqual([...KNOWN_LANGUAGES].sort());
  for (const words of Object.values(CONCEPT_WORDS))
    for (const concept of CONCEPTS) expect(words[concept].trim()).not.toBe('');
});

describe('an entry is found', () => {
  test('where a word begins with it, or, marked so, only as the whole word', () => {
    expect(idsIn('cleaned and clean', 'en', ['clean'])).toEqual([0, 0]);
    expect(idsIn('cleaned and clean', 'en', ['=clean'])).toEqual([0]);
  });

  test('in its longest form at each place', () => {
    expect(idsIn('no hot water at all', 'en', ['=no', 'hot', 'no_hot_water'])).toEqual([2]);
    expect(idsIn('no hot, water', 'en', ['=no', 'hot', 'no_hot_water'])).toEqual([0, 1]);
  });

  test('behind an article that is written as one with it', () => {
    expect(idsIn('והחדר', 'he', ['חדר'])).toEqual([0]);
  });

  test('inside a text without spaces', () => {
    expect(idsIn('房间很干净', 'zh', ['干净', '干'])).toEqual([0]);
  });
});

test('a concept is one feature in every language, and once more one of its own language', () => {
  const [english, russian, japanese] = [
    conceptHashes('awful', 'en'),
    conceptHashes('ужасно', 'ru'),
    conceptHashes('最悪', 'ja'),
  ];
  expect(english).toHaveLength(2);
  expect([russian[0], japanese[0]]).toEqual([english[0], english[0]]);
  expect(new Set([...english, ...russian, ...japanese]).size).toBe(4);
  expect(conceptHashes('terrible', 'en')).toEqual(english);
});

test('a negation makes another feature of what follows it, but not beyond a stop', () => {
  const [rude] = conceptHashes('rude', 'en');
  expect(conceptHashes('never rude', 'en')).not.toContain(rude);
  expect(conceptHashes('never. rude', 'en')).toContain(rude);
});
