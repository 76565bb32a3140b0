import type { Payload } from '../delivery.js';
import type { Guest } from '../guest.js';
import type { StayDates } from '../stage.js';
import { expectTouchpoint, json, type Occasion } from './expectation.js';

type Booked = Occasion & { guest: Guest; stay: StayDates };

/** reservation/created: dates and codes, no name. */
export function cloudbedsReservation(occasion: Booked): Payload {
  const { guest, stay } = occasion;
  const hotel = occasion.wiring.idOf('cloudbeds');
  return {
    vendor: 'cloudbeds',
    body: json({
      reservationID: guest.reservationCode,
      propertyID: Number(hotel),
      propertyID_str: hotel,
      startDate: stay.arrivalDate,
      endDate: stay.departureDate,
      version: '1.0',
      event: 'reservation/created',
      timestamp: occasion.occurredAt / 1000,
    }),
    expects: [
      expectTouchpoint(occasion, {
        vendor: 'cloudbeds',
        id: `created:${guest.reservationCode}`,
        source: 'booking',
        channel: 'pms',
        type: 'reservation_made',
        actor: 'system',
      }),
    ],
  };
}

/** guest/created, which knows nothing of the reservation. */
export function cloudbedsGuest(occasion: Booked): Payload {
  const { guest } = occasion;
  const hotel = occasion.wiring.idOf('cloudbeds');
  return {
    vendor: 'cloudbeds',
    body: json({
      propertyId: Number(hotel),
      propertyId_str: hotel,
      guestId: Number(guest.pmsProfileId),
      guestId_str: guest.pmsProfileId,
      version: '1.0',
      event: 'guest/created',
      timestamp: occasion.occurredAt / 1000,
    }),
    expects: [
      expectTouchpoint(occasion, {
        vendor: 'cloudbeds',
        id: `guest:${guest.pmsProfileId}`,
        source: 'booking',
        channel: 'pms',
        type: 'profile_created',
        actor: 'system',
      }),
    ],
  };
}

/** reservation/status_changed to `canceled`, as Cloudbeds spells it. */
export function cloudbedsCancellation(occasion: Booked): Payload {
  const { guest } = occasion;
  const hotel = occasion.wiring.idOf('cloudbeds');
  return {
    vendor: 'cloudbeds',
    body: json({
      reservationID: guest.reservationCode,
      propertyID: Number(hotel),
      propertyID_str: hotel,
      status: 'canceled',
      actor: { type: 'user', id: '5001' },
      version: '1.0',
      event: 'reservation/status_changed',
      timestamp: occasion.occurredAt / 1000,
    }),
    expects: [
      expectTouchpoint(occasion, {
        vendor: 'cloudbeds',
        id: `canceled:${guest.reservationCode}`,
        source: 'booking',
        channel: 'pms',
        type: 'reservation_cancelled',
        actor: 'staff',
      }),
    ],
  };
}
