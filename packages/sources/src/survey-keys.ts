import type { Identifier, Property, Reservation } from '@bellhop/contracts';
import { emailIdentifier, known, phoneIdentifier, reservationIdentifier } from './identifiers.js';

/** What a hotel hands a survey with the link, so that the answer finds its guest. Whoever has the link can change it. */
export interface SurveyKeys {
  reservationCode?: string | undefined;
  email?: string | undefined;
  phone?: string | undefined;
  /** The hotel as the account's `properties` lists it. */
  hotel?: string | undefined;
  name?: string | undefined;
}

const NAMES: Record<keyof SurveyKeys, string[]> = {
  reservationCode: ['reservation', 'reservation_id', 'reservation_code'],
  email: ['email'],
  phone: ['phone', 'phone_number'],
  hotel: ['property', 'property_id', 'hotel', 'hotel_id'],
  name: ['name', 'guest_name'],
};

/** What survey tools write where a link left the field open. */
const LEFT_OPEN = /^(x{3,}|no response|null|undefined|\{\{.*\}\})$/i;

/** Reads the keys from records such as hidden fields or traits; the first one that has a key gives it. */
export function surveyKeysIn(...records: (Record<string, unknown> | null | undefined)[]): SurveyKeys {
  const read = (names: string[]) =>
    records
      .flatMap((record) => names.map((name) => stated(record?.[name])))
      .find((text) => text !== undefined);
  return {
    reservationCode: read(NAMES.reservationCode),
    email: read(NAMES.email),
    phone: read(NAMES.phone),
    hotel: read(NAMES.hotel),
    name: read(NAMES.name),
  };
}

/** A text or number that says something; undefined for a blank or a placeholder. */
export function stated(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value).trim();
  return text === '' || LEFT_OPEN.test(text) ? undefined : text;
}

/** The keys as identifiers, for which nobody vouches. */
export function surveyIdentifiers(
  { reservationCode, email, phone }: SurveyKeys,
  { propertyId, country }: Property,
): Identifier[] {
  return known(
    emailIdentifier(email, false),
    phoneIdentifier(phone, false, country),
    reservationCode === undefined ? undefined : reservationIdentifier(propertyId, reservationCode, false),
  );
}

/** The reservation that a survey was sent for; it says nothing else of it. */
export const surveyedReservation = ({ reservationCode }: SurveyKeys): Reservation | null =>
  reservationCode === undefined
    ? null
    : { code: reservationCode, status: null, arrivalDate: null, departureDate: null, room: null };
