import type { EventType, StayFact, Touchpoint } from '@bellhop/contracts';
import { nothingTold, STAY_FIELDS, type ToldStay, tell } from './told-stay.js';

/** fold of `stay-…`: what is known of one reservation lived out. */
export interface Stay extends ToldStay {
  reservationCode: string;
  propertyId: string;
  guestId: string;
  /** Every room that it was ever given. */
  rooms: readonly string[];
  /** When it was told to be in a room, in order of arrival. */
  movedIn: readonly { room: string; at: number }[];
  touchpointIds: ReadonlySet<string>;
}

export interface StayEvent {
  type: Extract<
    EventType,
    'StayBooked' | 'StayChanged' | 'StayCancelled' | 'GuestCheckedIn' | 'GuestCheckedOut'
  >;
  data: StayFact;
}

export function evolveStay(stay: Stay | undefined, { type, data }: StayEvent): Stay {
  const before: Stay = stay ?? {
    reservationCode: data.reservationCode,
    propertyId: data.propertyId,
    guestId: data.guestId,
    ...nothingTold,
    rooms: [],
    movedIn: [],
    touchpointIds: new Set(),
  };
  const { room, occurredAt: at } = data;
  const isInRoom = type === 'GuestCheckedIn' || (data.status ?? before.status) === 'in_house';
  return {
    ...before,
    ...tell(before, data, at),
    rooms: room === null || before.rooms.includes(room) ? before.rooms : [...before.rooms, room],
    movedIn: room !== null && isInRoom ? [...before.movedIn, { room, at }] : before.movedIn,
    touchpointIds: new Set(before.touchpointIds).add(data.touchpointId),
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
  const tellsNothing = STAY_FIELDS.every((field) => reservation[field] === null);
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
