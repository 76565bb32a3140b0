import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { evolveGuest, type Guest, type GuestStay, stayOn, unknownGuest } from './guest.js';
import { recorded, reservation } from './touchpoint.fixture.js';

const optional = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: null });
const told = fc.record({
  stayId: fc.constantFrom('s1', 's2'),
  status: optional('booked' as const, 'cancelled' as const, 'in_house' as const),
  arrivalDate: optional('2026-07-10', '2026-07-11'),
  departureDate: optional('2026-07-12', '2026-07-13'),
  room: optional('101', '102'),
});

const fold = (events: readonly ReturnType<typeof recorded>[]) =>
  events.reduce<Guest>(
    (guest, data) => evolveGuest(guest, { type: 'TouchpointRecorded', data }),
    unknownGuest,
  );

describe('a guest', () => {
  test('has the same stays whatever the order in which touchpoints arrive', () => {
    const histories = fc.array(told, { minLength: 1, maxLength: 8 }).chain((all) => {
      const events = all.map(({ stayId, ...fields }, at) =>
        recorded({ touchpointId: `t${at}`, occurredAt: at, reservation: reservation(fields) }, { stayId }),
      );
      const arrived = fc.shuffledSubarray(events, { minLength: events.length });
      return arrived.map((shuffled) => ({ events, shuffled }));
    });
    fc.assert(
      fc.property(histories, ({ events, shuffled }) => {
        const [inOrder, asArrived] = [fold(events), fold(shuffled)];
        expect(Object.fromEntries(asArrived.stays)).toEqual(Object.fromEntries(inOrder.stays));
        expect(asArrived.touchpointIds).toEqual(inOrder.touchpointIds);
      }),
    );
  });

  test('has no stay of a touchpoint that names no reservation', () => {
    expect(fold([recorded({}, { stayId: 's1' })]).stays.size).toBe(0);
  });
});

describe('the stay that a date belongs to', () => {
  const stay = (stayId: string, arrivalDate: string | null, departureDate: string | null, more = {}) =>
    [
      stayId,
      {
        stayId,
        propertyId: 'harbour',
        reservationCode: stayId,
        status: null,
        arrivalDate,
        departureDate,
        room: null,
        setAt: {},
        ...more,
      },
    ] as [string, GuestStay];
  const stays = new Map([
    stay('august', '2026-08-01', '2026-08-05'),
    stay('july', '2026-07-10', '2026-07-12'),
    stay('undated', null, null),
    stay('cancelled', '2026-07-20', '2026-07-25', { status: 'cancelled' }),
    stay('elsewhere', '2026-07-20', '2026-07-25', { propertyId: 'hilltop' }),
  ]);

  test.each([
    ['2026-07-11', 'july', 'is under way'],
    ['2026-07-12', 'july', 'ends that day'],
    ['2026-07-01', 'july', 'is the next one'],
    ['2026-07-21', 'august', 'is the next one, and neither cancelled nor elsewhere'],
    ['2026-09-01', 'august', 'is the last one'],
  ])('on %s is %s, which %s', (date, stayId) => {
    expect(stayOn(stays, 'harbour', date)?.stayId).toBe(stayId);
  });

  test('is none where the guest has no dated stay', () => {
    expect(stayOn(new Map([stay('undated', null, null)]), 'harbour', '2026-07-10')).toBeUndefined();
  });
});
