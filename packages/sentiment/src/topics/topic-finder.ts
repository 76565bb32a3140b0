import type { Tokens } from '../text/tokens.js';
import type { WordIndex } from '../text/word-index.js';
import { createWordIndex } from '../text/word-index.js';
import type { Clause } from './clauses.js';
import type { TopicWords } from './topic.js';
import { TOPICS } from './topic.js';
import { TOPIC_WORDS } from './words/index.js';

/** What the word lists find in a text. */
export interface Findings {
  /** By the place of a topic in `TOPICS`: the clauses that hold words of it. */
  readonly clausesOf: ReadonlyMap<number, readonly Clause[]>;
  /** Whether a clause has all the words of an emergency, and none that calms. */
  readonly alarmed: boolean;
}

/** Ids from here on are the conditions of emergencies; `CALM` is what makes a clause none. */
const CALM = 100;
const FIRST_CONDITION = 101;

interface LanguageFinder {
  readonly index: WordIndex;
  /** Of each emergency, the conditions that one clause must meet. */
  readonly emergencies: readonly (readonly number[])[];
}

const listed = (words: string): string[] => words.split(/\s+/).filter((word) => word !== '');

function createLanguageFinder(language: string, words: TopicWords): LanguageFinder {
  const entries: { entry: string; id: number }[] = [];
  TOPICS.forEach((topic, id) => {
    if (topic !== 'other') for (const entry of listed(words[topic])) entries.push({ entry, id });
  });
  for (const entry of listed(words.calm)) entries.push({ entry, id: CALM });
  let next = FIRST_CONDITION;
  const emergencies = listed(words.urgent).map((emergency) =>
    emergency.split('+').map((entry) => {
      const id = next;
      next += 1;
      entries.push({ entry, id });
      return id;
    }),
  );
  return { index: createWordIndex(language, entries), emergencies };
}

/** Makes what finds the words of topics and emergencies; a language's are made ready when it is first met. */
export function createTopicFinder() {
  const finders = new Map<string, LanguageFinder>();
  function finderOf(language: string): LanguageFinder {
    const known = finders.get(language);
    if (known !== undefined) return known;
    const made = createLanguageFinder(language, TOPIC_WORDS[language] ?? TOPIC_WORDS.en!);
    finders.set(language, made);
    return made;
  }

  return (
    tokens: Tokens,
    words: readonly string[],
    clauses: readonly Clause[],
    language: string,
  ): Findings => {
    const { index, emergencies } = finderOf(language);
    const clausesOf = new Map<number, Clause[]>();
    const met = clauses.map(() => new Set<number>());
    index.find(tokens, words, (id, token) => {
      const at = clauses.findIndex(({ to }) => token < to);
      if (at < 0) return;
      if (id >= CALM) {
        met[at]!.add(id);
        return;
      }
      const there = clausesOf.get(id) ?? [];
      if (!there.includes(clauses[at]!)) there.push(clauses[at]!);
      clausesOf.set(id, there);
    });
    const alarmed = met.some(
      (ids) => !ids.has(CALM) && emergencies.some((conditions) => conditions.every((id) => ids.has(id))),
    );
    return { clausesOf, alarmed };
  };
}
