import type { Lexicon, LexiconSource } from '../lexicon.js';
import { createLexicon } from '../lexicon.js';
import { en } from './en.js';

const SOURCES: readonly LexiconSource[] = [en];

/** The lexicons by ISO 639-1 code. */
export const LEXICONS: ReadonlyMap<string, Lexicon> = new Map(
  SOURCES.map((source) => [source.language, createLexicon(source)]),
);
