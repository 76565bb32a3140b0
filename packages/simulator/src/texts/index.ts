import { armenian } from './armenian.js';
import { chinese } from './chinese.js';
import { english } from './english.js';
import { french } from './french.js';
import { german } from './german.js';
import type { Phrases } from './phrases.js';
import { polish } from './polish.js';
import { russian } from './russian.js';

export type { Phrases } from './phrases.js';

/** The languages in which the simulated guests write, by ISO 639-1. */
export const phrases = {
  de: german,
  en: english,
  fr: french,
  hy: armenian,
  pl: polish,
  ru: russian,
  zh: chinese,
} as const satisfies Record<string, Phrases>;

export type Language = keyof typeof phrases;
