import { z } from 'zod';

/** Tripadvisor's ids are numbers in reviews, text in other calls. */
const id = z.union([z.string().min(1), z.number().int().transform(String)], {
  error: 'missing, or neither text nor a whole number',
});

/** Whole in reviews, `"4.0"` in the text of other calls. */
const stars = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d+(\.\d+)?$/)
      .transform(Number),
  ])
  .pipe(z.number().min(1).max(5));

const subrating = z.looseObject({ name: z.string(), value: stars });

const ownerResponse = z.looseObject({
  id: id.nullish(),
  text: z.string().nullish(),
  lang: z.string().nullish(),
  author: z.string().nullish(),
  published_date: z.string().nullish(),
});
export type OwnerResponse = z.infer<typeof ownerResponse>;

/** A review of the Content API, as a poller posts it on. */
export const tripadvisorReview = z.looseObject({
  id,
  location_id: id.nullish(),
  lang: z.string().nullish(),
  published_date: z.string().nullish(),
  rating: stars.nullish(),
  title: z.string().nullish(),
  text: z.string().nullish(),
  trip_type: z.string().nullish(),
  travel_date: z.string().nullish(),
  user: z.looseObject({ username: z.string().nullish() }).nullish(),
  /** Keyed "0" to "5" rather than a list; a list is taken too. */
  subratings: z
    .union([z.record(z.string(), subrating).transform((map) => Object.values(map)), z.array(subrating)])
    .nullish(),
  owner_response: ownerResponse.nullish(),
});
export type TripadvisorReview = z.infer<typeof tripadvisorReview>;
