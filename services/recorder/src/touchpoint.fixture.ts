import {
  type HotelGroup,
  hotelGroupSchema,
  type Identifier,
  type Touchpoint,
  touchpointIdOf,
} from '@bellhop/contracts';

export const group: HotelGroup = hotelGroupSchema.parse({
  name: 'Seaside Hotels',
  properties: [
    { propertyId: 'harbour', name: 'Harbour House', timeZone: 'Europe/Berlin', country: 'DE' },
    { propertyId: 'hilltop', name: 'Hilltop', timeZone: 'Asia/Yerevan', country: 'AM' },
  ],
});

/** 2026-07-10, at this hour UTC. */
export const hour = (hours: number): number => Date.UTC(2026, 6, 10, hours);

/** A touchpoint that says nothing but what is stated; its id comes from the event id. */
export function touchpoint(vendorEventId: string, stated: Partial<Touchpoint> = {}): Touchpoint {
  const source = stated.source ?? 'chat';
  return {
    touchpointId: touchpointIdOf({ source, vendor: 'test', vendorAccount: 'main', vendorEventId }),
    source,
    vendor: 'test',
    vendorAccount: 'main',
    vendorEventId,
    channel: 'whatsapp',
    type: 'message_received',
    actor: 'guest',
    propertyId: 'harbour',
    occurredAt: hour(12),
    clock: 'vendor',
    receivedAt: hour(12),
    identifiers: [],
    guestName: null,
    guestLanguage: null,
    reservation: null,
    room: null,
    text: null,
    textLanguage: null,
    ratings: [],
    conversationId: null,
    attributes: {},
    ...stated,
  };
}

export const email = (value: string, verified = true): Identifier => ({
  kind: 'email',
  value,
  scope: '',
  verified,
});
export const loyalty = (value: string, verified = true): Identifier => ({
  kind: 'loyalty',
  value,
  scope: '',
  verified,
});

/** What a front desk tells of a reservation. */
export function stayTold(
  vendorEventId: string,
  type: Touchpoint['type'],
  {
    code,
    at,
    guest,
    ...told
  }: { code: string; at: number; guest: string; room?: string; status?: 'in_house' | 'booked' },
): Touchpoint {
  return touchpoint(vendorEventId, {
    source: type === 'reservation_made' ? 'booking' : 'checkin',
    channel: 'pms',
    actor: 'staff',
    type,
    occurredAt: hour(at),
    identifiers: [loyalty(guest)],
    reservation: {
      code,
      status:
        told.status ?? (type === 'checked_in' ? 'in_house' : type === 'checked_out' ? 'departed' : 'booked'),
      arrivalDate: '2026-07-10',
      departureDate: '2026-07-12',
      room: told.room ?? null,
    },
  });
}

/** What a lock or a sensor tells of a room. */
export const heardInRoom = (vendorEventId: string, room: string, at: number): Touchpoint =>
  touchpoint(vendorEventId, {
    source: 'room',
    type: 'door_opened',
    actor: 'system',
    room,
    occurredAt: hour(at),
  });
