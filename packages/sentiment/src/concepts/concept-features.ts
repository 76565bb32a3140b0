import { mixed } from '../feature-hash.js';
import type { Features } from '../features.js';
import { addFeature, FeatureKind } from '../features.js';
import type { Tokens } from '../text/tokens.js';
import { INSIDE_LANGUAGES } from '../text/word-index.js';
import { conceptEntries, NEGATION } from './concept-entries.js';
import type { ConceptIndex, ConceptListener } from './concept-index.js';
import { createConceptIndex } from './concept-index.js';

const SEED = 0x51ed270b;
const NATIVE = 0x6b43a9b5;
const ALONE = 2;
const NEGATED = 1;
const PAIR = 3;
const NONE = -1;
/** How many tokens a negation reaches. */
const REACH = 3;
const NO_NEGATION = -REACH - 1;

const hashOf = (kind: number, one: number, other: number): number =>
  mixed(mixed(mixed(SEED, kind), one + 1), other + 1);

/** Indexes are the same for every scorer, and made when their language is first met. */
const indexes = new Map<string, ConceptIndex>();

function indexOf(language: string): ConceptIndex {
  const known = indexes.get(language);
  if (known !== undefined) return known;
  const made = createConceptIndex(language, conceptEntries(language));
  indexes.set(language, made);
  return made;
}

/**
 * Makes what adds a text's concepts to its features: each with whether it is negated, and pairs of neighbours
 * within a clause, in either order. They are the same features in every language, so that one learns from the others;
 * and once more as features of that language alone, whose guests may take a word less to heart.
 */
export function createConceptReader() {
  let features: Features;
  let kind: FeatureKind = FeatureKind.concept;
  let nativeKind: FeatureKind = FeatureKind.nativeConcept;
  let salt = 0;
  let before = NONE;
  let negatedFrom = NO_NEGATION;
  const add = (hash: number, token: number): void => {
    addFeature(features, hash, token, kind);
    addFeature(features, mixed(salt, hash), token, nativeKind);
  };
  const listener: ConceptListener = {
    onStop() {
      before = NONE;
      negatedFrom = NO_NEGATION;
    },
    onConcept(id, token) {
      const side = token - negatedFrom <= REACH ? NEGATED : ALONE;
      add(hashOf(side, id, 0), token);
      if (id === NEGATION) negatedFrom = token;
      else if (before !== NONE && before !== id)
        add(hashOf(PAIR, Math.min(before, id), Math.max(before, id)), token);
      before = id;
    },
  };
  return (tokens: Tokens, language: string, into: Features): void => {
    features = into;
    const isInside = INSIDE_LANGUAGES.has(language);
    kind = isInside ? FeatureKind.inside : FeatureKind.concept;
    nativeKind = isInside ? FeatureKind.nativeInside : FeatureKind.nativeConcept;
    salt = NATIVE;
    for (let at = 0; at < language.length; at += 1) salt = mixed(salt, language.charCodeAt(at));
    listener.onStop();
    indexOf(language).find(tokens, listener);
  };
}
