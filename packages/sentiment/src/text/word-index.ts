import { readableText } from './readable-text.js';
import type { Tokens } from './tokens.js';
import { createTokens, readTokens, TokenKind } from './tokens.js';

/** Where an entry of a word list may stand in a text. */
type Reach = 'whole' | 'beginning' | 'inside';

interface Phrase {
  readonly words: readonly string[];
  readonly ids: readonly number[];
}

/** Word lists made ready to be found in tokens; each entry bears an id (a topic, a condition of an emergency). */
export interface WordIndex {
  /** Calls back for each entry that is found, with its id and the token that it ends in. */
  find(tokens: Tokens, words: readonly string[], found: (id: number, token: number) => void): void;
}

const LONGEST_STEM = 14;
/** Languages written without spaces; Korean and Armenian glue endings on, but only Korean compounds freely. */
export const INSIDE_LANGUAGES: ReadonlySet<string> = new Set(['zh', 'ja', 'th', 'ko']);
/** Articles, conjunctions and prepositions that are written as one with the word that follows. */
export const PROCLITICS: Readonly<Record<string, readonly string[]>> = {
  ar: ['ال', 'وال', 'بال', 'لل', 'فال', 'و', 'ب', 'ل', 'ف', 'ك'],
  he: ['ה', 'ב', 'ל', 'מ', 'ש', 'ו', 'כ', 'וה', 'של', 'שה', 'מה', 'בה', 'וב', 'ול', 'לה'],
  fr: ['l', 'd', 'qu', 'n', 's', 'j', 'c'],
  it: ['l', 'dell', 'all', 'nell', 'dall', 'sull', 'c', 'un'],
};

const scratch = createTokens();

/** The words of a text as they are compared, stops and signs among them. */
export function wordsOf({ codes, from, to, count }: Tokens): string[] {
  const words: string[] = [];
  const units = count === 0 ? 0 : to[count - 1]!;
  const all = Buffer.from(codes.buffer, codes.byteOffset, 2 * units).toString('utf16le');
  for (let token = 0; token < count; token += 1) words.push(all.slice(from[token], to[token]));
  return words;
}

function foldedWords(entry: string): string[] {
  readTokens(readableText(entry.replaceAll('_', ' ')), scratch);
  return wordsOf(scratch).filter((_, token) => scratch.kind[token] !== TokenKind.sign);
}

function put<Key>(map: Map<Key, number[]>, key: Key, id: number): void {
  const ids = map.get(key);
  if (ids === undefined) map.set(key, [id]);
  else if (!ids.includes(id)) ids.push(id);
}

interface Entry {
  readonly text: string;
  readonly ids: readonly number[];
}

/** Entries by what they begin with, so that a word is compared with few of them and nothing is cut out of it. */
type EntriesByKey = ReadonlyMap<number, readonly Entry[]>;

interface Lists {
  readonly exact: ReadonlyMap<string, readonly number[]>;
  /** By the first two code units. */
  readonly stems: EntriesByKey;
  /** By the first code unit. */
  readonly inside: EntriesByKey;
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
}

const keyOfTwo = (word: string): number => word.charCodeAt(0) * 0x10000 + word.charCodeAt(1);

function byKey(entries: ReadonlyMap<string, number[]>, keyOf: (text: string) => number): EntriesByKey {
  const keyed = new Map<number, Entry[]>();
  for (const [text, ids] of entries)
    keyed.set(keyOf(text), [...(keyed.get(keyOf(text)) ?? []), { text, ids }]);
  return keyed;
}

type Found = (id: number, token: number) => void;

function reachOf(mark: string, isInside: boolean): Reach {
  if (mark === '=') return 'whole';
  return mark === '~' || isInside ? 'inside' : 'beginning';
}

function listsOf(entries: readonly { entry: string; id: number }[], isInside: boolean): Lists {
  const exact = new Map<string, number[]>();
  const stems = new Map<string, number[]>();
  const inside = new Map<string, number[]>();
  const phrases = new Map<string, Phrase[]>();
  const byReach = { whole: exact, beginning: stems, inside } satisfies Record<Reach, Map<string, number[]>>;
  for (const { entry, id } of entries) {
    const mark = entry.charAt(0);
    const words = foldedWords(mark === '=' || mark === '~' ? entry.slice(1) : entry);
    const [first] = words;
    if (first === undefined) continue;
    if (words.length > 1) {
      phrases.set(first, [...(phrases.get(first) ?? []), { words, ids: [id] }]);
      continue;
    }
    put(byReach[reachOf(mark, isInside)], first, id);
  }
  const atLeastTwo = new Map([...stems].filter(([stem]) => stem.length >= 2 && stem.length <= LONGEST_STEM));
  return {
    exact,
    stems: byKey(atLeastTwo, keyOfTwo),
    inside: byKey(inside, (text) => text.charCodeAt(0)),
    phrases,
  };
}

/** Reports all ids; an index and not an iterator, since this is run for every word of every text. */
function report(ids: readonly number[], token: number, found: Found): void {
  for (let at = 0; at < ids.length; at += 1) found(ids[at]!, token);
}

/** Whether an entry is the word or its beginning. */
function findWord({ exact, stems }: Lists, word: string, token: number, found: Found): boolean {
  const whole = exact.get(word);
  if (whole !== undefined) report(whole, token, found);
  let hit = whole !== undefined;
  const entries = word.length >= 2 ? stems.get(keyOfTwo(word)) : undefined;
  for (let at = 0; entries !== undefined && at < entries.length; at += 1) {
    if (!word.startsWith(entries[at]!.text)) continue;
    hit = true;
    report(entries[at]!.ids, token, found);
  }
  return hit;
}

function findInside({ inside }: Lists, word: string, token: number, found: Found): void {
  for (let from = 0; inside.size > 0 && from < word.length; from += 1) {
    const entries = inside.get(word.charCodeAt(from));
    for (let at = 0; entries !== undefined && at < entries.length; at += 1)
      if (word.startsWith(entries[at]!.text, from)) report(entries[at]!.ids, token, found);
  }
}

/** The token in which a phrase that begins at `token` ends, or -1; its last word may have any ending. */
function phraseEnd(wanted: readonly string[], words: readonly string[], token: number): number {
  let at = token;
  let matched = 1;
  while (matched < wanted.length && at + 1 < words.length) {
    at += 1;
    if (words[at] === '-' || words[at] === "'") continue;
    const isLast = matched === wanted.length - 1;
    if (!(isLast ? words[at]!.startsWith(wanted[matched]!) : words[at] === wanted[matched])) return -1;
    matched += 1;
  }
  return matched === wanted.length ? at : -1;
}

function findPhrases(
  phrases: readonly Phrase[] | undefined,
  words: readonly string[],
  token: number,
  found: Found,
): void {
  for (let at = 0; phrases !== undefined && at < phrases.length; at += 1) {
    const { words: wanted, ids } = phrases[at]!;
    const end = phraseEnd(wanted, words, token);
    if (end >= 0) report(ids, end, found);
  }
}

/** Makes an index of one language's entries, each with its id. */
export function createWordIndex(
  language: string,
  entries: readonly { entry: string; id: number }[],
): WordIndex {
  const lists = listsOf(entries, INSIDE_LANGUAGES.has(language));
  const proclitics = PROCLITICS[language] ?? [];
  return {
    find(tokens, words, found) {
      for (let token = 0; token < tokens.count; token += 1) {
        const kind = tokens.kind[token]!;
        if (kind === TokenKind.stop || kind === TokenKind.sign) continue;
        const word = words[token]!;
        findInside(lists, word, token, found);
        findPhrases(lists.phrases.get(word), words, token, found);
        if (findWord(lists, word, token, found)) continue;
        for (const proclitic of proclitics)
          if (word.length > proclitic.length + 1 && word.startsWith(proclitic))
            findWord(lists, word.slice(proclitic.length), token, found);
      }
    },
  };
}
