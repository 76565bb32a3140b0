import type { EventType, ReservationStatus, StayFact, Touchpoint } from '@bellhop/contracts';

/** fold of `stay-…`: what is known of one reservation lived out. */
export interface Stay {
  reservationCode: string;
  propertyId: string;
  guestId: string;
  status: ReservationStatus | null;
  arrivalDate: string | null;
  departureDate: string | null;
  room: string | null;
  /** Every room that it was ever given. */
  rooms: readonly string[];
  touchpointIds: ReadonlySet<string>;
  /** The time of the newest event that set each field: an older one that arrives late does not overwrite it. */
  setAt: Readonly<Record<Field, number>>;
}

type Field = 'status' | 'arrivalDate' | 'departureDate' | 'room';
const FIELDS: readonly Field[] = ['status', 'arrivalDate', 'departureDate', 'room'];

export interface StayEvent {
  type: Extract<
    EventType,
    'StayBooked' | 'StayChanged' | 'StayCancelled' | 'GuestCheckedIn' | 'GuestCheckedOut'
  >;
  data: StayFact;
}

export function evolveStay(stay: Stay | undefined, { data }: StayEvent): Stay {
  const before: Stay = stay ?? {
    reservationCode: data.reservationCode,
    propertyId: data.propertyId,
    guestId: data.guestId,
    status: null,
    arrivalDate: null,
    departureDate: null,
    room: null,
    rooms: [],
    touchpointIds: new Set(),
    setAt: { status: -Infinity, arrivalDate: -Infinity, departureDate: -Infinity, room: -Infinity },
  };
  const newer = FIELDS.filter((field) => data[field] !== null && data.occurredAt >= before.setAt[field]);
  return {
    ...before,
    ...Object.fromEntries(newer.map((field) => [field, data[field]])),
    rooms:
      data.room === null || before.rooms.includes(data.room) ? before.rooms : [...before.rooms, data.room],
    touchpointIds: new Set(before.touchpointIds).add(data.touchpointId),
    setAt: { ...before.setAt, ...Object.fromEntries(newer.map((field) => [field, data.occurredAt])) },
  };
}

/** What a touchpoint tells of its stay: nothing where it names no reservation, or was told before. */
export function decideStay(
  stay: Stay | undefined,
  touchpoint: Touchpoint,
  ids: { stayId: string; guestId: string },
): StayEvent[] {
  const { reservation } = touchpoint;
  if (!reservation || stay?.touchpointIds.has(touchpoint.touchpointId)) return [];
  const tellsNothing = FIELDS.every((field) => reservation[field] === null);
  if (tellsNothing && touchpoint.source !== 'booking') return [];
  return [
    {
      type: stayEventType(touchpoint, stay),
      data: {
        ...ids,
        propertyId: touchpoint.propertyId,
        reservationCode: reservation.code,
        status: reservation.status,
        arrivalDate: reservation.arrivalDate,
        departureDate: reservation.departureDate,
        room: reservation.room,
        occurredAt: touchpoint.occurredAt,
        touchpointId: touchpoint.touchpointId,
      },
    },
  ];
}

function stayEventType({ type, reservation }: Touchpoint, stay: Stay | undefined): StayEvent['type'] {
  if (type === 'checked_in') return 'GuestCheckedIn';
  if (type === 'checked_out') return 'GuestCheckedOut';
  if (reservation?.status === 'cancelled') return 'StayCancelled';
  return stay ? 'StayChanged' : 'StayBooked';
}
