import type { Expected, Payload } from '../delivery.js';
import { isoDate, isoSeconds } from '../property-time.js';
import { expectTouchpoint, json, type Occasion, type Words } from './expectation.js';

interface Review extends Occasion {
  /** Digits. */
  id: string;
  words: Words;
  /** 1 to 5. */
  stars: number;
  visitor: string;
  /** The owner's response that the poller found with the review. */
  response?: { words: Words; answeredAt: number } | undefined;
}

/** A review as the poller passes it on, with the owner's response where there is one. */
export function tripadvisorReview(review: Review): Payload {
  const { id, words, stars, visitor, response } = review;
  return {
    vendor: 'tripadvisor',
    body: json({
      id: Number(id),
      location_id: Number(review.wiring.idOf('tripadvisor')),
      lang: words.language,
      published_date: isoSeconds(review.occurredAt),
      rating: stars,
      text: words.text,
      trip_type: null,
      travel_date: isoDate(review.occurredAt),
      user: { username: visitor },
      subratings: {},
      ...(response
        ? {
            owner_response: {
              id: Number(id) + 1,
              text: response.words.text,
              lang: response.words.language,
              author: 'Guest Relations',
              published_date: isoSeconds(response.answeredAt),
            },
          }
        : {}),
    }),
    expects: expectationsOf(review),
  };
}

function expectationsOf(review: Review): Expected[] {
  const { id, words, stars, response } = review;
  const common = { vendor: 'tripadvisor', source: 'social', channel: 'tripadvisor' } as const;
  const posted = expectTouchpoint(review, {
    ...common,
    id,
    type: 'review_posted',
    actor: 'guest',
    words,
    ratings: [{ metric: 'review', value: stars, scaleMin: 1, scaleMax: 5, question: null }],
  });
  if (!response) return [posted];
  const answered = expectTouchpoint(
    { ...review, occurredAt: response.answeredAt },
    { ...common, id: `${id}:response`, type: 'review_answered', actor: 'staff', words: response.words },
  );
  return [posted, answered];
}
