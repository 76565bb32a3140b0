import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { KNOWN_LANGUAGES } from '../language/language.js';
import { TOPICS } from '../topics/topic.js';
import { OWN_REVIEWS, OWN_SETS } from './known-sets.js';
import { readLabelledTexts } from './labelled-texts.js';

const CORPUS = join(__dirname, '../../corpus');
const texts = readLabelledTexts(CORPUS, OWN_SETS);
const reviews = readLabelledTexts(join(CORPUS, 'reviews'), OWN_REVIEWS);

describe.each(KNOWN_LANGUAGES)('the own messages in %s', (language) => {
  const own = texts.filter(({ lang }) => lang === language);

  test('are at least 300, of all three labels', () => {
    expect(own.length).toBeGreaterThanOrEqual(300);
    expect(new Set(own.map(({ label }) => label))).toEqual(new Set(['pos', 'neu', 'neg']));
  });

  test('have topics from the list only, and no text twice', () => {
    for (const { topics } of own) for (const topic of topics ?? []) expect(TOPICS).toContain(topic);
    expect(new Set(own.map(({ text }) => text)).size).toBe(own.length);
  });
});

describe.each([...new Set(reviews.map(({ lang }) => lang))])('the own reviews in %s', (language) => {
  const own = reviews.filter(({ lang }) => lang === language);

  test('are of all three labels, none of them a message too, and none there twice', () => {
    expect(KNOWN_LANGUAGES).toContain(language);
    expect(new Set(own.map(({ label }) => label))).toEqual(new Set(['pos', 'neu', 'neg']));
    const messages = texts.filter(({ lang }) => lang === language);
    const all = [...own, ...messages].map(({ text }) => text);
    expect(new Set(all).size).toBe(all.length);
  });
});
