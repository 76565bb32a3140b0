import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { KNOWN_LANGUAGES } from '../language/language.js';
import { TOPICS } from '../topics/topic.js';
import { readLabelledTexts } from './labelled-texts.js';

const texts = readLabelledTexts(join(__dirname, '../../corpus'), 'own-');

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
