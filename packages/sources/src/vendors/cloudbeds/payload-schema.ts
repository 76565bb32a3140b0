import { z } from 'zod';

const id = z.union([z.string(), z.number()]).nullish();
const text = z.string().nullish();

const subReservation = z.looseObject({ roomId: id, startDate: text, endDate: text });

/**
 * A Cloudbeds webhook. The names differ by event family: `reservationID`, `propertyID` in one and
 * `reservationId`, `propertyId` in the other, each with a `_str` twin for ids that a number can't hold.
 */
export const cloudbedsPayload = z.looseObject({
  event: z.string().min(1),
  /** Unix seconds with a fraction of six digits; some event families send none. */
  timestamp: z.union([z.number(), z.string()]).nullish(),
  propertyID: id,
  propertyID_str: text,
  propertyId: id,
  propertyId_str: text,
  reservationID: id,
  reservationId: id,
  reservationId_str: text,
  guestID: id,
  guestId: id,
  guestId_str: text,
  status: text,
  previousStatus: text,
  startDate: text,
  endDate: text,
  roomId: id,
  actor: z.looseObject({ type: text }).nullish(),
  subReservations: z.array(subReservation).nullish(),
});

export type CloudbedsPayload = z.infer<typeof cloudbedsPayload>;
type Id = z.infer<typeof id>;

/** The first id that is there and exact: numbers beyond 2^53 have lost their last digits in JSON. */
export function exactId(...candidates: Id[]): string | undefined {
  for (const candidate of candidates) {
    if (typeof candidate === 'string' && candidate !== '') return candidate;
    if (typeof candidate === 'number' && Number.isSafeInteger(candidate)) return String(candidate);
  }
  return undefined;
}
