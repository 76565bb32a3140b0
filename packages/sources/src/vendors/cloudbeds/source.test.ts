import { describe, expect, test } from '@jest/globals';
import { contextOf, requestOf, touchpointsIn } from '../../context.fixture.js';
import { cloudbeds } from './source.js';

const context = contextOf({
  vendor: 'cloudbeds',
  properties: { '4711': 'harbour', '9007199254740999': 'hilltop' },
  rooms: { 'r-12': { propertyId: 'harbour', room: '112' } },
});

const one = (payload: object) => cloudbeds.normalise(requestOf(payload), context)[0]!;
const touchpoint = (payload: object) => touchpointsIn([one(payload)])[0]!;

/** A JSON number of this size has lost its last digits. */
const inexact = 2 ** 53 + 2;

const created = {
  event: 'reservation/created',
  reservationID: '3AB',
  propertyID: 4711,
  propertyID_str: '4711',
  startDate: '2026-07-03',
  endDate: '2026-07-05',
  timestamp: 1782900000.250731,
};
const changed = (more: object) => ({ ...created, event: 'reservation/status_changed', ...more });

describe('cloudbeds normalise', () => {
  test('a created reservation is a booking at the property, at the second and fraction that it names', () => {
    expect(touchpoint(created)).toMatchObject({
      source: 'booking',
      channel: 'pms',
      type: 'reservation_made',
      actor: 'system',
      propertyId: 'harbour',
      vendorEventId: 'reservation/created:4711:3AB:1782900000250731',
      occurredAt: 1782900000250,
      clock: 'vendor',
      identifiers: [{ kind: 'reservation', value: '3AB', scope: 'harbour', verified: true }],
      reservation: {
        code: '3AB',
        status: 'booked',
        arrivalDate: '2026-07-03',
        departureDate: '2026-07-05',
        room: null,
      },
    });
  });

  test.each([
    ['checked_in', 'checked_in', 'in_house'],
    ['checked_out', 'checked_out', 'departed'],
    ['canceled', 'reservation_cancelled', 'cancelled'],
    ['cancelled', 'reservation_cancelled', 'cancelled'],
    ['no_show', 'no_show', 'no_show'],
    ['confirmed', 'reservation_changed', 'booked'],
    ['not_confirmed', 'reservation_changed', 'booked'],
    ['in_dispute', 'reservation_changed', 'other'],
    [undefined, 'reservation_changed', null],
  ])('the status %s means %s', (status, type, reservationStatus) => {
    expect(touchpoint(changed({ status }))).toMatchObject({
      type,
      reservation: { status: reservationStatus },
    });
  });

  test('a user of Cloudbeds is staff, an API client is a system', () => {
    expect(touchpoint(changed({ actor: { type: 'user', id: '5' } })).actor).toBe('staff');
    expect(touchpoint(changed({ actor: { type: 'api-client', id: '5' } })).actor).toBe('system');
  });

  test('the room is the number that the account maps the room id to, and empty room ids are none', () => {
    const parts = [{ roomId: '' }, { roomId: 'r-12' }, { roomId: 'r-99' }];
    const assigned = touchpoint({
      ...created,
      event: 'reservation/accommodation_changed',
      subReservations: parts,
    });
    expect(assigned).toMatchObject({ type: 'room_assigned', reservation: { room: '112' } });
    expect(assigned.attributes.rooms).toBe('112, r-99');
  });

  test('the other family of field names is read too, with the dates of the parts', () => {
    expect(
      touchpoint({
        event: 'reservation/dates_changed',
        timestamp: 1782900000.5,
        propertyId: 4711,
        propertyId_str: '4711',
        reservationId: '99',
        guestId: 77,
        subReservations: [
          { startDate: '2026-07-04', endDate: '2026-07-06' },
          { startDate: '2026-07-03', endDate: '2026-07-09' },
        ],
      }),
    ).toMatchObject({
      type: 'reservation_changed',
      identifiers: [
        { kind: 'pms_profile', value: '77', scope: 'cloudbeds:main', verified: true },
        { kind: 'reservation', value: '99' },
      ],
      reservation: { arrivalDate: '2026-07-03', departureDate: '2026-07-09' },
    });
  });

  test('a deleted reservation is cancelled', () => {
    expect(touchpoint({ ...created, event: 'reservation/deleted' })).toMatchObject({
      type: 'reservation_cancelled',
      reservation: { status: 'cancelled' },
    });
  });

  test('ids come from their text twins where the number has lost digits', () => {
    const guest = { event: 'guest/created', timestamp: 1782900000, guestId: 1 };
    expect(
      touchpoint({
        ...guest,
        propertyId: inexact,
        propertyId_str: '9007199254740999',
        guestId: inexact,
        guestId_str: '9007199254740995',
      }),
    ).toMatchObject({
      type: 'profile_created',
      propertyId: 'hilltop',
      identifiers: [{ value: '9007199254740995' }],
    });
    expect(one({ ...guest, propertyId: inexact })).toMatchObject({
      kind: 'quarantine',
      code: 'unexpected-shape',
    });
  });

  test('a guest assigned to a reservation is known by both, one removed from it by the profile alone', () => {
    const guest = { propertyId: '4711', guestId: '77', reservationId: '3AB', timestamp: 1782900000 };
    expect(touchpoint({ ...guest, event: 'guest/assigned' }).identifiers.map(({ kind }) => kind)).toEqual([
      'pms_profile',
      'reservation',
    ]);
    const removed = touchpoint({ ...guest, event: 'guest/removed' });
    expect(removed.identifiers.map(({ kind }) => kind)).toEqual(['pms_profile']);
    expect(removed.reservation).toBeNull();
  });

  test('a redelivery has the same id, another entity or another time has another', () => {
    const id = touchpoint(created).touchpointId;
    expect(touchpoint({ version: '1.0', ...created, timestamp: '1782900000.250731' }).touchpointId).toBe(id);
    expect(touchpoint({ ...created, timestamp: 1782900000.250732 }).touchpointId).not.toBe(id);
    expect(touchpoint({ ...created, reservationID: '3AC' }).touchpointId).not.toBe(id);
  });

  test('an event without a time takes the time of receipt and an id of its content', () => {
    const { timestamp: _, ...untimed } = created;
    expect(touchpoint(untimed)).toMatchObject({ clock: 'receipt', occurredAt: context.receivedAt });
    expect(touchpoint(untimed).touchpointId).not.toBe(
      touchpoint({ ...untimed, endDate: '2026-07-06' }).touchpointId,
    );
  });

  test.each([
    'accounting/transaction',
    'housekeeping/room_condition_changed',
    'night_audit/completed',
    'reservation/accommodation_status_changed',
    'doorLockKey/key_requested',
    'integration/appstate_changed',
  ])('%s is not about a guest', (event) => {
    expect(one({ event, propertyId: '4711' })).toMatchObject({ kind: 'ignored', reason: 'property-system' });
  });

  test.each([
    ['an unknown hotel', { ...created, propertyID_str: '1' }, 'unknown-property'],
    ['an unknown event', { ...created, event: 'spa/treatment_booked' }, 'unsupported-event'],
    ['a name that every object has', { ...created, event: 'constructor' }, 'unsupported-event'],
    ['no reservation', { ...created, reservationID: null }, 'unexpected-shape'],
    ['no event', { propertyID: '4711' }, 'unexpected-shape'],
  ])('%s is quarantined', (_, payload, code) => {
    expect(one(payload)).toMatchObject({ kind: 'quarantine', code });
  });

  test('bytes that are not JSON are quarantined', () => {
    expect(cloudbeds.normalise(requestOf('{"event":'), context)).toMatchObject([
      { kind: 'quarantine', code: 'malformed-payload' },
    ]);
  });
});

test('cloudbeds accepts what it signed, and nothing with another token', () => {
  const { account } = context;
  const signed = cloudbeds.sign(Buffer.from('{}'), account, 'https://hooks.example/v1/cloudbeds/main');
  const request = { method: 'POST', ...signed };
  expect(cloudbeds.verify(request, account)).toEqual({ ok: true });
  expect(cloudbeds.verify({ ...request, url: 'https://hooks.example/?token=guess' }, account).ok).toBe(false);
  expect(cloudbeds.verify({ ...request, url: 'https://hooks.example/' }, account).ok).toBe(false);
});
