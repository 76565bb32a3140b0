import { expect, test } from '@jest/globals';
import { languageOf } from './language.js';

test.each([
  ['de', 'de'],
  ['pt_BR', 'pt'],
  ['en-US', 'en'],
  ['zhTW', 'zh'],
  ['german', null],
  ['', null],
  [null, null],
  [undefined, null],
])('the language tag %j is %j', (tag, language) => {
  expect(languageOf(tag)).toBe(language);
});
