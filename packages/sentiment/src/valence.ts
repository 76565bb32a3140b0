/** The valence of one word or phrase in its place, after negation and emphasis. */
export type Valence = number;

/** A negated 'good' is bad, if less so than 'bad'; a negated 'bad' is only fair. */
const NEGATED_GOOD = -0.8;
const NEGATED_BAD = -0.5;

/** The valence of an entry of this weight where it is negated, or strengthened by a factor, or both. */
export function valenceInPlace(weight: number, negated: boolean, factor: number): Valence {
  if (!negated) return weight * factor;
  return weight * (weight > 0 ? NEGATED_GOOD : NEGATED_BAD);
}
