import { mixed } from '../feature-hash.js';
import type { Tokens } from '../text/tokens.js';
import { createTokens, readTokens, TokenKind } from '../text/tokens.js';
import { INSIDE_LANGUAGES, PROCLITICS } from '../text/word-index.js';
import type { ConceptEntry } from './concept-entries.js';

/** Told of what is found, with the token that it ends in, and of every stop. */
export interface ConceptListener {
  onConcept(id: number, token: number): void;
  onStop(): void;
}

/** A language's entries, ready to be found in tokens. */
export interface ConceptIndex {
  find(tokens: Tokens, listener: ConceptListener): void;
}

/** Hashes of the entries' letters: what each ends in, and which may go on with another word. */
interface Entries {
  readonly ends: Map<number, number>;
  readonly goesOn: Set<number>;
}

const START = 0x2f0b4c47;
const BLANK = 0x20;
const END = 0x1f;
const LONGEST_WORD = 16;
const LONGEST_INSIDE = 10;
const MOST_WORDS = 4;

const scratch = createTokens();

function entriesOf(list: readonly ConceptEntry[], isInside: boolean): Entries {
  const ends = new Map<number, number>();
  const goesOn = new Set<number>();
  for (const { entry, id } of list) {
    const isWhole = entry.startsWith('=');
    readTokens((isWhole ? entry.slice(1) : entry).replaceAll('_', ' ').normalize('NFKC'), scratch);
    let hash = START;
    let words = 0;
    for (let token = 0; token < scratch.count; token += 1) {
      if (scratch.kind[token] === TokenKind.sign || scratch.kind[token] === TokenKind.stop) continue;
      if (words > 0 && !isInside) {
        goesOn.add(hash);
        hash = mixed(hash, BLANK);
      }
      for (let at = scratch.from[token]!; at < scratch.to[token]!; at += 1)
        hash = mixed(hash, scratch.codes[at]!);
      words += 1;
    }
    if (words === 0) continue;
    if (isWhole && !isInside) hash = mixed(hash, END);
    if (!ends.has(hash)) ends.set(hash, id);
  }
  return { ends, goesOn };
}

function findInside({ ends }: Entries, tokens: Tokens, token: number, listener: ConceptListener): void {
  const to = tokens.to[token]!;
  let from = tokens.from[token]!;
  while (from < to) {
    let hash = START;
    let id = -1;
    let next = from + 1;
    const end = Math.min(to, from + LONGEST_INSIDE);
    for (let at = from; at < end; at += 1) {
      hash = mixed(hash, tokens.codes[at]!);
      const hit = ends.get(hash);
      if (hit === undefined) continue;
      id = hit;
      next = at + 1;
    }
    if (id >= 0) listener.onConcept(id, token);
    from = next;
  }
}

/** The token after `token` that a phrase goes on with, or -1 where a stop or the end comes first. */
function nextWord(tokens: Tokens, token: number): number {
  let at = token + 1;
  while (at < tokens.count && tokens.kind[at] === TokenKind.sign) at += 1;
  return at >= tokens.count || tokens.kind[at] === TokenKind.stop ? -1 : at;
}

/** Where the longest entry from `token` on ends, its first `skipped` letters left out; -1 where there is none. */
function longestFrom(
  { ends, goesOn }: Entries,
  tokens: Tokens,
  token: number,
  skipped: number,
  hit: { id: number },
): number {
  let hash = START;
  let last = -1;
  let at = token;
  for (let words = 1; words <= MOST_WORDS && at >= 0; words += 1) {
    const from = tokens.from[at]! + (words === 1 ? skipped : 0);
    const to = tokens.to[at]!;
    const end = Math.min(to, from + LONGEST_WORD);
    for (let place = from; place <= end; place += 1) {
      const isWhole = place === end && end === to;
      if (place === end && !isWhole) break;
      const next = mixed(hash, isWhole ? END : tokens.codes[place]!);
      const id = ends.get(next);
      if (id !== undefined) {
        hit.id = id;
        last = at;
      }
      if (!isWhole) hash = next;
    }
    if (end < to || !goesOn.has(hash)) break;
    hash = mixed(hash, BLANK);
    at = nextWord(tokens, at);
  }
  return last;
}

function startsWith(tokens: Tokens, token: number, prefix: string): boolean {
  const from = tokens.from[token]!;
  if (tokens.to[token]! - from <= prefix.length + 1) return false;
  for (let at = 0; at < prefix.length; at += 1)
    if (tokens.codes[from + at] !== prefix.charCodeAt(at)) return false;
  return true;
}

/** Makes an index of a language's entries; it finds them by hashes of their letters, without making strings. */
export function createConceptIndex(language: string, list: readonly ConceptEntry[]): ConceptIndex {
  const isInside = INSIDE_LANGUAGES.has(language);
  const entries = entriesOf(list, isInside);
  const proclitics = PROCLITICS[language] ?? [];
  const hit = { id: 0 };

  function wordEnd(tokens: Tokens, token: number): number {
    let last = longestFrom(entries, tokens, token, 0, hit);
    for (let at = 0; last < 0 && at < proclitics.length; at += 1)
      if (startsWith(tokens, token, proclitics[at]!))
        last = longestFrom(entries, tokens, token, proclitics[at]!.length, hit);
    return last;
  }

  return {
    find(tokens, listener) {
      for (let token = 0; token < tokens.count; token += 1) {
        const kind = tokens.kind[token]!;
        if (kind === TokenKind.stop) listener.onStop();
        else if (kind === TokenKind.sign) continue;
        else if (isInside) findInside(entries, tokens, token, listener);
        else {
          const last = wordEnd(tokens, token);
          if (last < 0) continue;
          listener.onConcept(hit.id, last);
          token = last;
        }
      }
    },
  };
}
