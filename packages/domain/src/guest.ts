import type { Correction, RecordedTouchpoint } from '@bellhop/contracts';
import { nothingTold, type ToldStay, tell } from './told-stay.js';

/** A stay as the guest's own history knows it. */
export interface GuestStay extends ToldStay {
  stayId: string;
  propertyId: string;
  reservationCode: string;
}

/** fold of `guest-…`. */
export interface Guest {
  touchpointIds: ReadonlySet<string>;
  stays: ReadonlyMap<string, GuestStay>;
}

export interface TouchpointRecorded {
  type: 'TouchpointRecorded';
  data: RecordedTouchpoint;
}

/** Another model has scored the text. */
export interface TouchpointRescored {
  type: 'TouchpointRescored';
  data: Correction;
}

export type GuestEvent = TouchpointRecorded | TouchpointRescored;

export const unknownGuest: Guest = { touchpointIds: new Set(), stays: new Map() };

export function evolveGuest(guest: Guest, { type, data }: GuestEvent): Guest {
  // A text that is scored anew tells nothing new of whom it is from.
  if (type === 'TouchpointRescored') return guest;
  const touchpointIds = new Set(guest.touchpointIds).add(data.touchpoint.touchpointId);
  return { touchpointIds, stays: withStay(guest.stays, data) };
}

/** The guest's stays after a touchpoint that may tell of one. */
export function withStay(
  stays: Guest['stays'],
  { touchpoint, stayId }: Pick<RecordedTouchpoint, 'touchpoint' | 'stayId'>,
): Guest['stays'] {
  const told = touchpoint.reservation;
  if (!stayId || !told) return stays;
  return new Map(stays).set(stayId, {
    stayId,
    propertyId: touchpoint.propertyId,
    reservationCode: told.code,
    ...tell(stays.get(stayId) ?? nothingTold, told, touchpoint.occurredAt),
  });
}

/** The stay at a property that a date belongs to: the one under way, else the next one, else the last one. */
export function stayOn(stays: Guest['stays'], propertyId: string, date: string): GuestStay | undefined {
  const here = [...stays.values()]
    .filter(
      (stay) => stay.propertyId === propertyId && stay.arrivalDate !== null && stay.status !== 'cancelled',
    )
    .sort((a, b) => (a.arrivalDate! < b.arrivalDate! ? -1 : 1));
  return (
    here.findLast((stay) => stay.arrivalDate! <= date && date <= (stay.departureDate ?? stay.arrivalDate!)) ??
    here.find((stay) => stay.arrivalDate! > date) ??
    here.at(-1)
  );
}
