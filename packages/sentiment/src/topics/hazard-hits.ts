import type { ConceptIndex } from '../concepts/concept-index.js';
import { createConceptIndex } from '../concepts/concept-index.js';
import { finished, mixed } from '../feature-hash.js';
import type { Tokens } from '../text/tokens.js';
import { HAZARDS } from './hazard.js';
import { HAZARD_WORDS } from './hazards/index.js';

const SEED = 0x68617a61;
const hashOf = (one: number, other: number): number => finished(mixed(mixed(SEED, one + 1), other + 1));

const indexes = new Map<string, ConceptIndex>();

function indexOf(language: string): ConceptIndex {
  const known = indexes.get(language);
  if (known !== undefined) return known;
  const words = HAZARD_WORDS[language] ?? HAZARD_WORDS.en!;
  const entries = HAZARDS.flatMap((hazard, id) => words[hazard].split(' ').map((entry) => ({ entry, id })));
  const made = createConceptIndex(language, entries);
  indexes.set(language, made);
  return made;
}

/**
 * The hashes of a text's hazards, each alone and each two together: the same in every language, so that what a cry for
 * help beside smoke means is learnt from all.
 */
export function hazardHashes(tokens: Tokens, language: string): number[] {
  const there = new Set<number>();
  indexOf(language).find(tokens, { onConcept: (id) => there.add(id), onStop: () => undefined });
  const ids = [...there].sort((a, b) => a - b);
  return ids.flatMap((one, at) => ids.slice(at).map((other) => hashOf(one, other)));
}
