import { EMOJI } from './emoji.js';
import { EVERYDAY_WORDS } from './everyday-words.js';
import type { LexiconSource } from './lexicon-source.js';

export interface LexiconEntry {
  readonly text: string;
  readonly language: string;
  /** -3 (awful) to 3 (wonderful), never 0. */
  readonly weight: number;
}

/** The entries of a lexicon as tiny texts to learn from: a stem as it stands, without its star. */
export function lexiconEntries({ language, weights }: LexiconSource): LexiconEntry[] {
  return Object.entries(weights).flatMap(([weight, words]) =>
    words
      .split(/\s+/)
      .filter((word) => word !== '' && Number(weight) !== 0)
      .map((word) => ({
        text: word.replaceAll('_', ' ').replace('*', ''),
        language,
        weight: Number(weight),
      })),
  );
}

const EMOJI_WEIGHT = 3;

/** Emoji as tiny texts of no language. */
export function emojiEntries(): LexiconEntry[] {
  const listed = (signs: string, weight: number): LexiconEntry[] =>
    signs.split(' ').map((text) => ({ text, language: '', weight }));
  return [...listed(EMOJI.glad, EMOJI_WEIGHT), ...listed(EMOJI.cross, -EMOJI_WEIGHT)];
}

const EVERYDAY_WEIGHT = 2;

/** The everyday words as tiny texts. */
export function everydayEntries(): LexiconEntry[] {
  return Object.entries(EVERYDAY_WORDS).flatMap(([language, { good, bad }]) =>
    [good, bad].flatMap((words, side) =>
      words.split(/\s+/).map((word) => ({
        text: word.replaceAll('_', ' '),
        language,
        weight: side === 0 ? EVERYDAY_WEIGHT : -EVERYDAY_WEIGHT,
      })),
    ),
  );
}
