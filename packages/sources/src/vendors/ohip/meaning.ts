import type { ReservationStatus, TouchpointType } from '@bellhop/contracts';
import { elementOf, nameOf, newValueOf, type OperaEvent } from './opera-event.js';

export interface Meaning {
  type: TouchpointType;
  /** Null where the event does not say. */
  status: ReservationStatus | null;
}

/** OPERA's reservation statuses, those of the business events and those of the reservation resource. */
const STATUSES: Record<string, ReservationStatus> = {
  RESERVED: 'booked',
  REQUESTED: 'booked',
  'DUE IN': 'booked',
  EXPECTED: 'booked',
  'CHECKED IN': 'in_house',
  'IN HOUSE': 'in_house',
  INHOUSE: 'in_house',
  'WALK IN': 'in_house',
  'DUE OUT': 'in_house',
  STAYOVER: 'in_house',
  'CHECKED OUT': 'departed',
  DEPARTED: 'departed',
  CANCELLED: 'cancelled',
  CANCELED: 'cancelled',
  'NO SHOW': 'no_show',
};

/** What it means that a reservation took a status. */
const BECAME: Record<ReservationStatus, TouchpointType> = {
  booked: 'reservation_changed',
  in_house: 'checked_in',
  departed: 'checked_out',
  cancelled: 'reservation_cancelled',
  no_show: 'no_show',
  other: 'reservation_changed',
};

/** Actions that say by their name what happened; a hotel may configure these instead of status changes. */
const ACTIONS: readonly [RegExp, Meaning][] = [
  [/^(REVERSE|UNDO|ROLLBACK|CANCEL) CHECK ?IN$/, { type: 'reservation_changed', status: 'booked' }],
  [/^(REVERSE|UNDO|ROLLBACK|CANCEL) CHECK ?OUT$/, { type: 'reservation_changed', status: 'in_house' }],
  [/^(REINSTATE|ROLLBACK|REVERSE|UNDO)\b/, { type: 'reservation_changed', status: 'booked' }],
  [/^(NEW|CREATE|INSERT) RESERVATION$/, { type: 'reservation_made', status: 'booked' }],
  [/^(WALK ?IN|CHECK(ED)? ?IN)( RESERVATION)?$/, { type: 'checked_in', status: 'in_house' }],
  [/^CHECK(ED)? ?OUT( RESERVATION)?$/, { type: 'checked_out', status: 'departed' }],
  [/^(CANCEL(LED)?|DELETE)( RESERVATION)?$/, { type: 'reservation_cancelled', status: 'cancelled' }],
  [/^NO ?SHOW( RESERVATION)?$/, { type: 'no_show', status: 'no_show' }],
  [
    /^(ROOM (ASSIGN(ED|MENT)?|CHANGE|MOVE)|(ASSIGN|CHANGE|MOVE) ROOM)$/,
    { type: 'room_assigned', status: null },
  ],
];

/** What an event of the Reservation module means: by its name, or by the status or the room that changed. */
export function reservationMeaning(event: OperaEvent): Meaning {
  const stated = statusOf(elementOf(event, 'RESERVATION STATUS'));
  const named = ACTIONS.find(([pattern]) => pattern.test(event.action))?.[1];
  if (named) return { type: named.type, status: stated ?? named.status };
  const became = statusOf(newValueOf(event, 'RESERVATION STATUS'));
  if (became) return { type: BECAME[became], status: became };
  const type = newValueOf(event, 'ROOM') ? 'room_assigned' : 'reservation_changed';
  return { type, status: stated };
}

function statusOf(text: string | undefined): ReservationStatus | null {
  if (text === undefined) return null;
  return STATUSES[nameOf(text)] ?? 'other';
}

export const profileMeaning = ({ action }: OperaEvent): Meaning => ({
  type: /^(NEW|CREATE|INSERT) /.test(action) ? 'profile_created' : 'profile_changed',
  status: null,
});

/** Modules about the house and its offers, not about a guest (OPERA Cloud, Business Events Modules). */
const PROPERTY_MODULES =
  /^(AVAILABILITY|BLOCK|BLOCK OFFSETS|CASHIERING|CATERING|CATERING EVENT NOTES|CONFIGURATION|HOUSEKEEPING|NIGHT AUDIT|RATE|ROOM ROTATION)$/;

export type Subject = 'reservation' | 'profile' | 'property' | 'unknown';

/** What an event is about. Some versions number their modules; then its name has to do. */
export function subjectOf({ module, action }: OperaEvent): Subject {
  if (module === 'RESERVATION') return 'reservation';
  if (module === 'PROFILE') return 'profile';
  // Housekeeping's requests of guests are theirs, and are kept until they are understood.
  if (/^GUEST SERVICE\b/.test(action)) return 'unknown';
  if (PROPERTY_MODULES.test(module)) return 'property';
  if (module !== '' && !/^\d+$/.test(module)) return 'unknown';
  if (/\bPROFILE$/.test(action)) return 'profile';
  return /\bRESERVATION$/.test(action) || ACTIONS.some(([pattern]) => pattern.test(action))
    ? 'reservation'
    : 'unknown';
}
