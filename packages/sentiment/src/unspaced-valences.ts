import type { Lexicon } from './lexicon.js';
import { foldLetters } from './lexicon.js';
import type { Valence } from './valence.js';
import { valenceInPlace } from './valence.js';

/** How many characters before an entry a negation or an emphasis may stand, and how many after it. */
const REACH_BEFORE = 4;
const REACH_AFTER = 8;

const CLAUSE_END = /[。，、；：！？．.,;:!?…\n~]/u;

interface Found {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

function findAt(text: string, at: number, lexicon: Lexicon): Found | null {
  for (let length = Math.min(lexicon.longest, text.length - at); length >= 1; length -= 1) {
    const entry = text.slice(at, at + length);
    const weight = lexicon.exact.get(entry) ?? lexicon.stems.get(entry);
    if (weight !== undefined) return { from: at, to: at + length, weight };
  }
  return null;
}

function findAll(text: string, lexicon: Lexicon): Found[] {
  const found: Found[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const entry = findAt(text, at, lexicon);
    if (entry === null) continue;
    found.push(entry);
    at = entry.to - 1;
  }
  return found;
}

const holdsAny = (stretch: string, words: ReadonlySet<string>): boolean => {
  for (const word of words) if (stretch.includes(word)) return true;
  return false;
};

/** What stands between two entries and in the same clause, near the entry at hand. */
const before = (text: string, from: number, to: number): string =>
  text
    .slice(Math.max(from, to - REACH_BEFORE), to)
    .split(CLAUSE_END)
    .at(-1)!;
const after = (text: string, from: number, to: number): string =>
  text.slice(from, Math.min(to, from + REACH_AFTER)).split(CLAUSE_END, 1)[0]!;

function factorOf(stretch: string, lexicon: Lexicon): number {
  let factor = 1;
  for (const [word, times] of lexicon.factors) if (stretch.includes(word)) factor = times;
  return factor;
}

/** The valences of the entries in a text of a language that puts no dependable spaces between its words. */
export function unspacedValences(text: string, lexicon: Lexicon): Valence[] {
  const folded = foldLetters(text, lexicon.source.language);
  const found = findAll(folded, lexicon);
  return found.flatMap(({ from, to, weight }, index) => {
    if (weight === 0) return [];
    const lead = before(folded, found[index - 1]?.to ?? 0, from);
    const trail = after(folded, to, found[index + 1]?.from ?? folded.length);
    const negated = holdsAny(lead, lexicon.negations) || holdsAny(trail, lexicon.negationsAfter);
    return [valenceInPlace(weight, negated, factorOf(lead, lexicon))];
  });
}
