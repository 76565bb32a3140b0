import { EVERYDAY_WORDS } from '../lexicons/everyday-words.js';
import { LEXICON_SOURCES } from '../lexicons/index.js';
import { TOPICS } from '../topics/topic.js';
import { TOPIC_WORDS } from '../topics/words/index.js';
import { CONCEPTS } from './concept.js';
import { CONCEPT_WORDS } from './words/index.js';

/** A word or phrase and what it tells; one of the ids below. */
export interface ConceptEntry {
  readonly entry: string;
  readonly id: number;
}

/** The id of what turns what follows it. */
export const NEGATION = 0;
/** Valences of the lexicons (-3 to 3) and topics are concepts too: 'something bad', 'something of the pool'. */
const VALENCE = 200;
const TOPIC = 300;
const EVERYDAY_VALENCE = 2;

const listed = (words: string, id: number): ConceptEntry[] =>
  words
    .split(/\s+/)
    .filter((entry) => entry !== '')
    .map((entry) => ({ entry, id }));

function ofConcepts(language: string): ConceptEntry[] {
  const words = CONCEPT_WORDS[language];
  return words === undefined ? [] : CONCEPTS.flatMap((concept, id) => listed(words[concept], id));
}

/** The lexicons write `word*` for a stem and `word` for the word alone. */
const inOurNotation = ({ entry, id }: ConceptEntry): ConceptEntry => ({
  entry: entry.endsWith('*') ? entry.slice(0, -1) : `=${entry}`,
  id,
});

function ofLexicons(language: string): ConceptEntry[] {
  const source = LEXICON_SOURCES.find((one) => one.language === language);
  const { good = '', bad = '' } = EVERYDAY_WORDS[language] ?? {};
  const everyday = [...listed(good, VALENCE + EVERYDAY_VALENCE), ...listed(bad, VALENCE - EVERYDAY_VALENCE)];
  if (source === undefined) return everyday;
  const weighed = Object.entries(source.weights).filter(([weight]) => Number(weight) !== 0);
  const negations = `${source.negations} ${source.negationsAfter ?? ''}`;
  return [
    ...weighed.flatMap(([weight, words]) => listed(words, VALENCE + Number(weight))).map(inOurNotation),
    ...listed(negations, NEGATION).map(inOurNotation),
    ...everyday,
  ];
}

function ofTopics(language: string): ConceptEntry[] {
  const words = TOPIC_WORDS[language];
  if (words === undefined) return [];
  return TOPICS.flatMap((topic, at) =>
    topic === 'other' ? [] : listed(words[topic].replaceAll('~', ''), TOPIC + at),
  );
}

/** All that is known of a language's words; of an entry that occurs twice, the first counts. */
export const conceptEntries = (language: string): ConceptEntry[] => [
  ...ofConcepts(language),
  ...ofLexicons(language),
  ...ofTopics(language),
];
