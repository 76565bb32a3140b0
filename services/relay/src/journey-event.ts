import { EVENT_TYPE_VALUES, type EventType, type JourneyEvent } from '@bellhop/contracts';
import type { StoredEvent } from '@bellhop/eventstore';

/** Where in a journey event the data of each type of domain event goes. */
const PART = {
  TouchpointRecorded: 'touchpoint',
  IdentifierClaimed: 'identifier',
  StayBooked: 'stay',
  StayChanged: 'stay',
  StayCancelled: 'stay',
  GuestCheckedIn: 'stay',
  GuestCheckedOut: 'stay',
  RoomOccupied: 'occupancy',
  RoomVacated: 'occupancy',
  TouchpointAttributed: 'occupancy',
  TouchpointRescored: 'correction',
  Other: null,
} as const satisfies Record<EventType, keyof JourneyEvent | null>;

/** A stored event as it goes onto journey-events. A type that this version does not know goes as Other, without data. */
export function journeyEventOf(stored: StoredEvent): JourneyEvent {
  const eventType = EVENT_TYPE_VALUES.find((type) => type === stored.type) ?? 'Other';
  const part = PART[eventType];
  const { guestId } = stored.data as { guestId?: string | null };
  return {
    eventId: stored.id,
    eventType,
    stream: stored.stream,
    revision: stored.revision,
    position: stored.position,
    recordedAt: stored.createdAt,
    guestId: guestId ?? null,
    touchpoint: null,
    correction: null,
    identifier: null,
    stay: null,
    occupancy: null,
    ...(part ? { [part]: stored.data } : {}),
  };
}
