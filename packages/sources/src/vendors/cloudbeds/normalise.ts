import type { ReservationStatus, TouchpointType } from '@bellhop/contracts';
import { digestOf } from '../../digest.js';
import { factsOf } from '../../facts.js';
import { known, reservationIdentifier } from '../../identifiers.js';
import { dateOf, instantFrom } from '../../local-time.js';
import { readJson } from '../../payload.js';
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
import { type CloudbedsPayload, cloudbedsPayload, exactId } from './payload-schema.js';

interface Meaning {
  type: TouchpointType;
  status: ReservationStatus | null;
}

const EVENTS: Record<string, Meaning> = {
  'reservation/created': { type: 'reservation_made', status: 'booked' },
  'reservation/dates_changed': { type: 'reservation_changed', status: null },
  'reservation/accommodation_type_changed': { type: 'reservation_changed', status: null },
  'reservation/accommodation_changed': { type: 'room_assigned', status: null },
  'reservation/deleted': { type: 'reservation_cancelled', status: 'cancelled' },
  'guest/created': { type: 'profile_created', status: null },
  'guest/assigned': { type: 'profile_changed', status: null },
  'guest/removed': { type: 'profile_changed', status: null },
  'guest/details_changed': { type: 'profile_changed', status: null },
  'guest/accommodation_changed': { type: 'profile_changed', status: null },
};

/** Both spellings of cancelled: the wire has one l, third-party lists two. */
const STATUSES: Record<string, Meaning> = {
  confirmed: { type: 'reservation_changed', status: 'booked' },
  not_confirmed: { type: 'reservation_changed', status: 'booked' },
  canceled: { type: 'reservation_cancelled', status: 'cancelled' },
  cancelled: { type: 'reservation_cancelled', status: 'cancelled' },
  checked_in: { type: 'checked_in', status: 'in_house' },
  checked_out: { type: 'checked_out', status: 'departed' },
  no_show: { type: 'no_show', status: 'no_show' },
};

/** Event families about the house, its books or its integrations, not about a guest. */
const PROPERTY_EVENTS =
  /^(accounting|allotmentBlock|doorLockKey|housekeeping|integration|night_audit|rate|roomblock)\/|^reservation\/accommodation_status_changed$/;

/** What a Cloudbeds webhook means. It carries neither names nor addresses, so a guest is a profile id and a reservation code. */
export function normaliseCloudbeds(request: InboundRequest, context: SourceContext): Outcome[] {
  const read = readJson(request.body, cloudbedsPayload);
  if (!read.ok) return [read.outcome];
  const payload = read.value;
  if (PROPERTY_EVENTS.test(payload.event)) {
    return [ignored('property-system', `${payload.event} is not about a guest`)];
  }
  const meaning = meaningOf(payload);
  return [
    meaning
      ? guestEvent(payload, meaning, context)
      : quarantined('unsupported-event', `event is ${payload.event}, which Bellhop does not know`),
  ];
}

function meaningOf({ event, status }: CloudbedsPayload): Meaning | undefined {
  if (event !== 'reservation/status_changed') {
    return Object.hasOwn(EVENTS, event) ? EVENTS[event] : undefined;
  }
  // Older payloads say that the status changed, but not to what.
  if (!status) return { type: 'reservation_changed', status: null };
  const name = status.toLowerCase();
  return Object.hasOwn(STATUSES, name) ? STATUSES[name] : { type: 'reservation_changed', status: 'other' };
}

function guestEvent(payload: CloudbedsPayload, { type, status }: Meaning, context: SourceContext): Outcome {
  const hotel = exactId(
    payload.propertyID_str,
    payload.propertyId_str,
    payload.propertyID,
    payload.propertyId,
  );
  if (!hotel) return missing(payload, 'propertyID');
  const property = propertyOf(context, hotel);
  if (!property) return unknownProperty(context, hotel);
  const code = exactId(payload.reservationId_str, payload.reservationID, payload.reservationId);
  const guest = exactId(payload.guestId_str, payload.guestID, payload.guestId);
  const aboutGuest = payload.event.startsWith('guest/');
  const entity = aboutGuest ? guest : code;
  if (!entity) return missing(payload, aboutGuest ? 'guestId' : 'reservationID');

  // A guest who is taken off a reservation is no longer known by it.
  const stay = payload.event === 'guest/removed' ? undefined : code;
  const { propertyId } = property;
  const { vendor, account } = context.account;
  const micros = microsecondsOf(payload.timestamp);
  const rooms = roomsIn(payload, context);
  return touchpointOutcome(context, {
    source: 'booking',
    channel: 'pms',
    type,
    actor: payload.actor?.type === 'user' ? 'staff' : 'system',
    propertyId,
    vendorEventId: [payload.event, hotel, entity, micros ?? contentOf(payload)].join(':'),
    occurredAt: instantFrom(micros === undefined ? undefined : micros / 1000),
    identifiers: known(
      guest
        ? { kind: 'pms_profile', value: guest, scope: `${vendor}:${account}`, verified: true }
        : undefined,
      stay ? reservationIdentifier(propertyId, stay, true) : undefined,
    ),
    reservation: stay ? { code: stay, status, ...spanOf(payload), room: rooms[0] ?? null } : null,
    attributes: factsOf({
      event: payload.event,
      status: payload.status,
      previousStatus: payload.previousStatus,
      rooms: rooms.length > 1 ? rooms.join(', ') : null,
    }),
  });
}

const missing = ({ event }: CloudbedsPayload, field: string): Outcome =>
  quarantined('unexpected-shape', `${event}: ${field} is missing, or a number too large to be exact`);

/** Unix microseconds. A double holds today's exactly, so a timestamp that was written anew gives the same id. */
function microsecondsOf(timestamp: CloudbedsPayload['timestamp']): number | undefined {
  const seconds = Number(timestamp ?? Number.NaN);
  return seconds > 0 && Number.isFinite(seconds) ? Math.round(seconds * 1e6) : undefined;
}

const contentOf = ({ status, startDate, endDate, subReservations }: CloudbedsPayload): string =>
  digestOf(
    status ?? null,
    startDate ?? null,
    endDate ?? null,
    subReservations?.map(({ roomId }) => roomId) ?? [],
  );

/** A reservation's dates; those of its parts where it has none of its own. */
function spanOf({ startDate, endDate, subReservations }: CloudbedsPayload) {
  const parts = subReservations ?? [];
  return {
    arrivalDate: dateOf(startDate) ?? datesIn(parts.map((part) => part.startDate))[0] ?? null,
    departureDate: dateOf(endDate) ?? datesIn(parts.map((part) => part.endDate)).at(-1) ?? null,
  };
}

const datesIn = (texts: (string | null | undefined)[]): string[] =>
  texts.flatMap((text) => dateOf(text) ?? []).sort();

/** Room numbers by the account's `rooms`; Cloudbeds' own room id where that does not list it. */
function roomsIn({ roomId, subReservations }: CloudbedsPayload, { account }: SourceContext): string[] {
  const ids = [exactId(roomId), ...(subReservations ?? []).map((part) => exactId(part.roomId))];
  return [...new Set(ids.filter((id) => id !== undefined))].map((id) =>
    Object.hasOwn(account.rooms, id) ? account.rooms[id]!.room : id,
  );
}
