import type { Property, Rating } from '@bellhop/contracts';
import { z } from 'zod';
import { factsOf } from '../../facts.js';
import { languageOf } from '../../language.js';
import { instantOf } from '../../local-time.js';
import { readJson, readShape } from '../../payload.js';
import {
  type InboundRequest,
  ignored,
  type Outcome,
  propertyOf,
  quarantined,
  type SourceContext,
  unknownProperty,
} from '../../source.js';
import { touchpointOutcome } from '../../touchpoint.js';
import { type OwnerResponse, type TripadvisorReview, tripadvisorReview } from './payload-schema.js';

const page = z.looseObject({ data: z.array(z.unknown()) });

/**
 * What a poller of the Content API found: one review, a list, or a page `{data: […]}`. The hotel's answer to a
 * review is a second touchpoint. A review is known by its id, so it may be posted again at each poll.
 */
export function normaliseTripadvisor(request: InboundRequest, context: SourceContext): Outcome[] {
  const read = readJson(request.body, z.unknown());
  if (!read.ok) return [read.outcome];
  const many = page.safeParse(read.value);
  const list = many.success ? many.data.data : Array.isArray(read.value) ? read.value : undefined;
  if (!list) return reviewOutcomes(read.value, undefined, context);
  return list.length > 0
    ? list.flatMap((review, index) => reviewOutcomes(review, `data.${index}`, context))
    : [ignored('not-published', 'the page holds no reviews')];
}

function reviewOutcomes(raw: unknown, at: string | undefined, context: SourceContext): Outcome[] {
  const read = readShape(raw, tripadvisorReview, at);
  if (!read.ok) return [read.outcome];
  const review = read.value;
  const property = propertyOf(context, review.location_id ?? undefined);
  if (!property) return [unknownProperty(context, review.location_id ?? '(location_id is missing)')];
  const answer = review.owner_response;
  return [
    dated(review.published_date, 'published_date', property, (occurredAt) =>
      reviewOutcome({ review, property, occurredAt }, context),
    ),
    ...(answer
      ? [
          dated(answer.published_date, 'owner_response.published_date', property, (occurredAt) =>
            answerOutcome({ review, answer, property, occurredAt }, context),
          ),
        ]
      : []),
  ];

  function dated(
    text: string | null | undefined,
    field: string,
    { timeZone }: Property,
    outcomeAt: (occurredAt: number | undefined) => Outcome,
  ): Outcome {
    if (text == null) return outcomeAt(undefined);
    const instant = instantOf(text, timeZone);
    return instant === undefined
      ? quarantined('unexpected-shape', `review ${review.id}: ${field} is ${text}, not a date`)
      : outcomeAt(instant);
  }
}

interface Placed {
  review: TripadvisorReview;
  property: Property;
  occurredAt: number | undefined;
}

const conversationOf = ({ id }: TripadvisorReview) => `tripadvisor:${id}`;

function reviewOutcome({ review, property, occurredAt }: Placed, context: SourceContext): Outcome {
  const username = review.user?.username?.trim();
  return touchpointOutcome(context, {
    source: 'social',
    channel: 'tripadvisor',
    type: 'review_posted',
    actor: 'guest',
    propertyId: property.propertyId,
    vendorEventId: review.id,
    occurredAt,
    identifiers: username ? [{ kind: 'social', value: username, scope: 'tripadvisor', verified: false }] : [],
    guestName: username || null,
    text: [review.title, review.text].filter((words) => words?.trim()).join('\n\n'),
    textLanguage: languageOf(review.lang),
    ratings: ratingsOf(review),
    conversationId: conversationOf(review),
    attributes: factsOf({
      tripType: review.trip_type,
      // Tripadvisor states the month of the stay as its last day.
      travelMonth: review.travel_date?.slice(0, 7),
    }),
  });
}

/** Only the overall rating is a review's; those of its parts would count the same guest several times. */
function ratingsOf({ rating, subratings }: TripadvisorReview): Rating[] {
  const stars = { scaleMin: 1, scaleMax: 5 };
  return [
    ...(rating == null ? [] : [{ ...stars, metric: 'review' as const, value: rating, question: null }]),
    ...(subratings ?? []).map(({ name, value }) => ({
      ...stars,
      metric: 'other' as const,
      value,
      question: name.toLowerCase().replace(/^rate_/, ''),
    })),
  ];
}

function answerOutcome(
  { review, answer, property, occurredAt }: Placed & { answer: OwnerResponse },
  context: SourceContext,
): Outcome {
  return touchpointOutcome(context, {
    source: 'social',
    channel: 'tripadvisor',
    type: 'review_answered',
    actor: 'staff',
    propertyId: property.propertyId,
    // A review has one answer, so that an answer without an id is known by its review.
    vendorEventId: `${review.id}:answer:${answer.id ?? ''}`,
    occurredAt,
    text: answer.text ?? null,
    textLanguage: languageOf(answer.lang),
    conversationId: conversationOf(review),
    attributes: factsOf({ author: answer.author }),
  });
}
