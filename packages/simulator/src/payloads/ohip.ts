import type { Payload } from '../delivery.js';
import type { Guest } from '../guest.js';
import { wallClock } from '../property-time.js';
import type { StayDates } from '../stage.js';
import { expectTouchpoint, json, type Occasion } from './expectation.js';

type Staying = Occasion & { guest: Guest; stay: StayDates; eventId: string };

/** The front office adds who the guest is to a reservation that came without contact data. */
export function ohipContact(occasion: Staying): Payload {
  return reservationEvent(occasion, {
    type: 'reservation_changed',
    status: ['RESERVED', 'RESERVED'],
    details: [],
  });
}

export function ohipCheckIn(occasion: Staying & { room: string }): Payload {
  return reservationEvent(occasion, {
    type: 'checked_in',
    status: ['RESERVED', 'CHECKED IN'],
    details: [{ dataElement: 'ROOM', newValue: occasion.room }],
  });
}

export function ohipCheckOut(occasion: Staying & { room: string }): Payload {
  return reservationEvent(occasion, {
    type: 'checked_out',
    status: ['CHECKED IN', 'CHECKED OUT'],
    details: [{ dataElement: 'ROOM', oldValue: occasion.room, newValue: occasion.room }],
  });
}

interface Change {
  type: 'reservation_changed' | 'checked_in' | 'checked_out';
  status: [before: string, after: string];
  details: { dataElement: string; oldValue?: string; newValue?: string }[];
}

/** One page of a poll with one event. The time has no zone: it is the hotel's. */
function reservationEvent(occasion: Staying, { type, status, details }: Change): Payload {
  const { guest, stay, wiring, eventId } = occasion;
  const fact = (dataElement: string, newValue: string) => ({ dataElement, oldValue: newValue, newValue });
  const localTime = new Date(wallClock(occasion.occurredAt, wiring.property.timeZone)).toISOString();
  return {
    vendor: 'ohip',
    body: json({
      businessEventData: [
        {
          businessEvent: {
            header: {
              moduleName: 'Reservation',
              actionType: 'UPDATE RESERVATION',
              actionId: Number(eventId),
              primaryKey: guest.reservationCode,
              publisherId: 57_001,
              createdDateTime: `${localTime.slice(0, 10)} ${localTime.slice(11, 19)}.0`,
              hotelId: wiring.idOf('ohip'),
            },
            details: [
              fact('NAME', guest.lastName),
              fact('FIRST NAME', guest.firstName),
              fact('CONFIRMATION NO', guest.reservationCode),
              fact('GUEST NAME ID', guest.pmsProfileId),
              fact('EMAIL', guest.email),
              fact('PHONE NUMBER', guest.phone),
              fact('ARRIVAL DATE', stay.arrivalDate),
              fact('DEPARTURE DATE', stay.departureDate),
              { dataElement: 'RESERVATION STATUS', oldValue: status[0], newValue: status[1] },
              ...details,
            ],
          },
          businessEventId: { id: eventId },
        },
      ],
    }),
    expects: [
      expectTouchpoint(occasion, {
        vendor: 'ohip',
        id: eventId,
        source: 'checkin',
        channel: 'pms',
        type,
        actor: 'system',
      }),
    ],
  };
}
