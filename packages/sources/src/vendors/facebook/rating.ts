import type { Rating } from '@bellhop/contracts';
import { type Outcome, quarantined } from '../../source.js';
import type { PageChange } from './payload-schema.js';

const STARS = { metric: 'review', scaleMin: 1, scaleMax: 5, question: null } as const;

/** Pages no longer have stars: a guest recommends the page or does not. Bellhop reads that as 1 or 0 on a scale from 0 to 1. */
const RECOMMENDATION = { metric: 'review', scaleMin: 0, scaleMax: 1, question: null } as const;

/** The rating of a review: the stars where it has them, else the recommendation. */
export function ratingsOf(
  { rating, recommendation_type }: PageChange,
  at: string,
): { ok: true; ratings: Rating[] } | { ok: false; outcome: Outcome } {
  if (rating != null) {
    const value = Number(rating);
    if (!(value >= STARS.scaleMin && value <= STARS.scaleMax)) {
      const detail = `${at}.rating is ${rating}, not ${STARS.scaleMin} to ${STARS.scaleMax}`;
      return { ok: false, outcome: quarantined('unexpected-shape', detail) };
    }
    return { ok: true, ratings: [{ ...STARS, value }] };
  }
  if (recommendation_type === 'positive') return { ok: true, ratings: [{ ...RECOMMENDATION, value: 1 }] };
  if (recommendation_type === 'negative') return { ok: true, ratings: [{ ...RECOMMENDATION, value: 0 }] };
  return { ok: true, ratings: [] };
}
