import type { FeatureKind, Features } from '../features.js';
import { SHARED_WEIGHTS } from '../features.js';
import { MOST_PLACES, PATTERN_BITS } from './patterns.js';

const HALF = MOST_PLACES / 2;
const SHIFT = 32 - PATTERN_BITS;

/** Where a place of a text of `count` places is kept; -1 where it is not, in the middle of a very long text. */
export function keptPlace(place: number, count: number): number {
  if (count <= MOST_PLACES || place < HALF) return place;
  return place < count - HALF ? -1 : place - count + MOST_PLACES;
}

/** Told of each feature at a kept place: its bucket, and its weight as its place's share of one. */
export type PlaceListener = (place: number, bucket: number, weight: number) => void;

/** Makes what tells a listener of the features of each place, and how many places are kept. */
export function createPlaceReader() {
  const squares = new Float64Array(MOST_PLACES);
  return ({ count, hashes, kinds, places }: Features, all: number, listener: PlaceListener): number => {
    const kept = Math.min(all, MOST_PLACES);
    squares.fill(0, 0, kept);
    for (let at = 0; at < count; at += 1) {
      const place = keptPlace(places[at]!, all);
      if (place >= 0) squares[place]! += SHARED_WEIGHTS[kinds[at] as FeatureKind] ** 2;
    }
    for (let place = 0; place < kept; place += 1)
      squares[place] = squares[place] === 0 ? 0 : 1 / Math.sqrt(squares[place]!);
    for (let at = 0; at < count; at += 1) {
      const place = keptPlace(places[at]!, all);
      const weight = SHARED_WEIGHTS[kinds[at] as FeatureKind];
      if (place >= 0 && weight > 0) listener(place, hashes[at]! >>> SHIFT, weight * squares[place]!);
    }
    return kept;
  };
}
