import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decideStay, evolveStay, type Stay, type StayEvent } from './stay.js';
import { reservation, touchpoint } from './touchpoint.fixture.js';

const ids = { stayId: 's1', guestId: 'g1' };
const fold = (events: readonly StayEvent[]) => events.reduce<Stay | undefined>(evolveStay, undefined);
const booked = reservation({ status: 'booked', arrivalDate: '2026-07-10', departureDate: '2026-07-12' });
const booking = touchpoint({ source: 'booking', type: 'reservation_made', reservation: booked });

describe('what a touchpoint tells of a stay', () => {
  const known = fold(decideStay(undefined, booking, ids));

  test.each([
    ['a first booking', booking, undefined, 'StayBooked'],
    ['a later change', { ...booking, touchpointId: 't2' }, known, 'StayChanged'],
    [
      'a cancellation',
      touchpoint({ touchpointId: 't2', reservation: reservation({ status: 'cancelled' }) }),
      known,
      'StayCancelled',
    ],
    [
      'a check-in',
      touchpoint({ type: 'checked_in', reservation: reservation({ room: '101' }) }),
      undefined,
      'GuestCheckedIn',
    ],
    [
      'a check-out',
      touchpoint({ type: 'checked_out', reservation: reservation({ status: 'departed' }) }),
      undefined,
      'GuestCheckedOut',
    ],
  ] as const)('%s', (_name, told, stay, type) => {
    expect(decideStay(stay, told, ids)).toEqual([
      {
        type,
        data: {
          ...ids,
          propertyId: 'harbour',
          reservationCode: 'R1',
          status: told.reservation?.status,
          arrivalDate: told.reservation?.arrivalDate,
          departureDate: told.reservation?.departureDate,
          room: told.reservation?.room,
          occurredAt: told.occurredAt,
          touchpointId: told.touchpointId,
        },
      },
    ]);
  });

  test.each([
    ['one that names no reservation', touchpoint(), undefined],
    ['one that only names the reservation', touchpoint({ reservation: reservation() }), undefined],
    ['one that was told before', booking, known],
  ])('is nothing for %s', (_name, told, stay) => {
    expect(decideStay(stay, told, ids)).toEqual([]);
  });
});

const optional = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: null });
const news = fc.record({
  status: optional('booked' as const, 'in_house' as const, 'departed' as const),
  arrivalDate: optional('2026-07-10', '2026-07-11'),
  departureDate: optional('2026-07-12', '2026-07-13'),
  room: optional('101', '102', '103'),
});
/** Events at distinct times, in order of time, and the same in some order of arrival. */
const histories = fc.array(news, { minLength: 1, maxLength: 8 }).chain((told) => {
  const events = told.map(
    (fields, at): StayEvent => ({
      type: 'StayChanged',
      data: {
        ...ids,
        ...fields,
        propertyId: 'harbour',
        reservationCode: 'R1',
        occurredAt: at,
        touchpointId: `t${at}`,
      },
    }),
  );
  const arrived = fc.shuffledSubarray(events, { minLength: events.length });
  return arrived.map((shuffled) => ({ events, shuffled }));
});

describe('a stay', () => {
  test('is what the newest news of each field says, whatever the order of arrival', () => {
    fc.assert(
      fc.property(histories, ({ events, shuffled }) => {
        const stay = fold(shuffled)!;
        for (const field of ['status', 'arrivalDate', 'departureDate', 'room'] as const) {
          const newest = events.findLast(({ data }) => data[field] !== null)?.data[field] ?? null;
          expect(stay[field]).toBe(newest);
        }
        const rooms = events.flatMap(({ data }) => data.room ?? []);
        expect(new Set(stay.rooms)).toEqual(new Set(rooms));
        expect(stay.rooms).toHaveLength(new Set(rooms).size);
      }),
    );
  });

  test('tells nothing twice: deciding again after any of its touchpoints gives nothing', () => {
    const stay = fold([...decideStay(undefined, booking, ids)]);
    expect(decideStay(stay, { ...booking, type: 'checked_in' }, ids)).toEqual([]);
  });
});
