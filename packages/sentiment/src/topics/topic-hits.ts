import type { Findings } from './topic-finder.js';

/**
 * What the word lists find is one feature a topic, the same in every language, so that the model learns from all
 * languages how far the words of a topic can be trusted ('pool' can, 'room' is in every second text).
 */
const HIT_SEED = 0x68697421;

/** How much a hit weighs beside the text's own features. */
export const HIT_WEIGHT = 4;

const ALARM = 63;

const hashOf = (id: number): number => Math.imul(HIT_SEED + id, 0x9e3779b1) >>> 0;

/** The hashes of the hits among the features. */
export function hitHashes({ clausesOf, alarmed }: Findings): number[] {
  const hits = [...clausesOf.keys()].map(hashOf);
  return alarmed ? [...hits, hashOf(ALARM)] : hits;
}
