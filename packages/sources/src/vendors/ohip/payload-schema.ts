import { z } from 'zod';

/** OPERA sends ids as numbers or strings, as it likes. */
const loose = z.union([z.string(), z.number()]).transform((value) => String(value).trim());
const value = loose.nullish();

/** One event as the polling interface returns it (businessEvents, `/int/v1`). */
export const polledEvent = z.looseObject({
  businessEvent: z.looseObject({
    header: z.looseObject({
      /** A name, or a number in some versions. */
      moduleName: value,
      actionType: loose,
      actionId: value,
      primaryKey: loose,
      /** `2021-07-08 11:15:38.0`, without a zone. */
      createdDateTime: value,
      hotelId: loose,
    }),
    /** A cleared field has no newValue, a field of a new record no oldValue. */
    details: z.array(z.looseObject({ dataElement: z.string(), oldValue: value, newValue: value })).nullish(),
  }),
  businessEventId: z.looseObject({ id: value }).nullish(),
});

/** One event as the streaming interface sends it (GraphQL subscription newEvent). */
export const streamedEvent = z.looseObject({
  metadata: z.looseObject({ uniqueEventId: loose, offset: value }),
  moduleName: value,
  eventName: loose,
  primaryKey: loose,
  timestamp: value,
  hotelId: loose,
  /** A cleared field has an empty newValue, a field of a new record an empty oldValue. */
  detail: z.array(z.looseObject({ elementName: z.string(), oldValue: value, newValue: value })).nullish(),
});

const subscription = z.looseObject({ newEvent: z.unknown().optional() }).nullish().catch(undefined);

/** What a payload may be wrapped in: the answer to a poll, one event of it, or a frame of the stream. */
export const ohipEnvelope = z.looseObject({
  businessEventData: z.array(z.unknown()).nullish(),
  businessEvent: z.unknown().optional(),
  header: z.unknown().optional(),
  metadata: z.unknown().optional(),
  type: z.string().nullish().catch(undefined),
  payload: z.looseObject({ data: subscription }).nullish().catch(undefined),
  data: subscription,
});

export type OhipEnvelope = z.infer<typeof ohipEnvelope>;
