import { describe, expect, test } from '@jest/globals';
import { contextOf, requestOf, touchpointsIn } from '../../context.fixture.js';
import { ohip } from './source.js';

const context = contextOf({ vendor: 'ohip', properties: { HH1: 'harbour', HT1: 'hilltop' } });
const outcomes = (payload: unknown) => ohip.normalise(requestOf(JSON.stringify(payload)), context);
const touchpoint = (payload: unknown) => touchpointsIn(outcomes(payload))[0]!;

type Change = [string | undefined, string | undefined];

const details = (changes: Record<string, Change>) =>
  Object.entries(changes).map(([dataElement, [oldValue, newValue]]) => ({ dataElement, oldValue, newValue }));

const polled = (
  actionType: string,
  changes: Record<string, Change>,
  header: object = {},
  id: unknown = '9001',
) => ({
  businessEvent: {
    header: {
      moduleName: 'Reservation',
      actionType,
      actionId: 77,
      primaryKey: '5005',
      publisherId: 12,
      createdDateTime: '2026-07-01 10:30:05.0',
      hotelId: 'HH1',
      ...header,
    },
    details: details(changes),
  },
  businessEventId: { id },
});

const streamed = (eventName: string, changes: Record<string, Change>, more: object = {}) => ({
  metadata: { offset: '812', uniqueEventId: 'e-812' },
  moduleName: 'RESERVATION',
  eventName,
  primaryKey: 5005,
  timestamp: '2026-07-01T08:30:05.000Z',
  hotelId: 'HH1',
  detail: Object.entries(changes).map(([elementName, [oldValue = '', newValue = '']]) => ({
    elementName,
    oldValue,
    newValue,
  })),
  ...more,
});

const same = (value: string): Change => [value, value];
const booking: Record<string, Change> = {
  'CONFIRMATION NO': same('C77'),
  'CONFIRMATION LEG NO': same('1'),
  'GUEST NAME ID': same('G5'),
  NAME: same('Okafor'),
  'FIRST NAME': same('Ada'),
  EMAIL: same('Ada.Okafor@Example.com'),
  'PHONE NUMBER': same('030 5550123'),
  'ARRIVAL DATE': same('2026-07-01'),
  'DEPARTURE DATE': same('2026-07-04'),
  ROOM: same('112'),
};

describe('ohip normalise', () => {
  test('a status that becomes CHECKED IN is a check-in, with everything that the event knows of the guest', () => {
    const event = polled('UPDATE RESERVATION', {
      ...booking,
      'RESERVATION STATUS': ['RESERVED', 'CHECKED IN'],
    });
    expect(touchpoint({ businessEventData: [event] })).toMatchObject({
      source: 'checkin',
      channel: 'pms',
      type: 'checked_in',
      propertyId: 'harbour',
      vendorEventId: 'HH1:9001',
      occurredAt: Date.UTC(2026, 6, 1, 8, 30, 5),
      clock: 'vendor',
      guestName: 'Ada Okafor',
      identifiers: [
        { kind: 'pms_profile', value: 'G5', scope: 'ohip:main', verified: true },
        { kind: 'reservation', value: 'C77', scope: 'harbour', verified: true },
        { kind: 'email', value: 'ada.okafor@example.com', verified: true },
        { kind: 'phone', value: '+49305550123', verified: true },
        { kind: 'other', value: '5005', scope: 'ohip:main:reservation', verified: true },
      ],
      reservation: {
        code: 'C77',
        status: 'in_house',
        arrivalDate: '2026-07-01',
        departureDate: '2026-07-04',
        room: '112',
      },
    });
  });

  test.each([
    ['CHECKED OUT', 'checked_out', 'departed'],
    ['CANCELLED', 'reservation_cancelled', 'cancelled'],
    ['NO SHOW', 'no_show', 'no_show'],
    ['RESERVED', 'reservation_changed', 'booked'],
    ['PROSPECT', 'reservation_changed', 'other'],
  ])('a status that becomes %s means %s', (became, type, status) => {
    const event = polled('UPDATE RESERVATION', { ...booking, 'RESERVATION STATUS': ['DUE IN', became] });
    expect(touchpoint(event)).toMatchObject({ type, reservation: { status } });
  });

  test.each([
    ['NEW RESERVATION', 'reservation_made', 'booked'],
    ['CHECK IN', 'checked_in', 'in_house'],
    ['CHECK OUT', 'checked_out', 'departed'],
    ['CANCEL RESERVATION', 'reservation_cancelled', 'cancelled'],
    ['CANCEL', 'reservation_cancelled', 'cancelled'],
    ['NO SHOW', 'no_show', 'no_show'],
    ['REVERSE CHECK IN', 'reservation_changed', 'booked'],
    ['REVERSE CHECK OUT', 'reservation_changed', 'in_house'],
    ['ROOM MOVE', 'room_assigned', null],
    ['UPDATE RESERVATION', 'reservation_changed', null],
    ['NEW PACKAGE', 'reservation_changed', null],
  ])('an event named %s means %s', (action, type, status) => {
    expect(touchpoint(polled(action, booking))).toMatchObject({ type, reservation: { status } });
  });

  test('a status that stays as it was is no second check-in, a room that changes is an assignment', () => {
    const inHouse = { ...booking, 'RESERVATION STATUS': same('CHECKED IN') };
    expect(touchpoint(polled('UPDATE RESERVATION', inHouse))).toMatchObject({
      type: 'reservation_changed',
      reservation: { status: 'in_house' },
    });
    expect(touchpoint(polled('UPDATE RESERVATION', { ...inHouse, ROOM: ['112', '240'] }))).toMatchObject({
      type: 'room_assigned',
      reservation: { room: '240' },
      attributes: { previousRoom: '112' },
    });
    expect(touchpoint(polled('UPDATE RESERVATION', { ...inHouse, ROOM: ['112', undefined] }))).toMatchObject({
      type: 'reservation_changed',
      reservation: { room: null },
    });
  });

  test('each event of a poll is one outcome, in order, and a broken one spoils no other', () => {
    const list = [polled('CHECK IN', booking), { businessEvent: {} }, polled('CHECK OUT', booking, {}, 9002)];
    expect(outcomes({ businessEventData: list, DataValueMapping: [] })).toMatchObject([
      { touchpoint: { type: 'checked_in' } },
      {
        kind: 'quarantine',
        code: 'unexpected-shape',
        detail: expect.stringContaining('businessEventData.1'),
      },
      { touchpoint: { type: 'checked_out' } },
    ]);
    expect(outcomes({ businessEventData: [] })).toMatchObject([{ kind: 'ignored' }]);
  });

  test('a profile is known by its id, and its event is not about a reservation', () => {
    const header = { moduleName: 'Profile', primaryKey: 'G5', hotelId: 'HT1' };
    const created = polled(
      'NEW PROFILE',
      { NAME: [undefined, 'Okafor'], EMAIL: [undefined, 'a@b.example'] },
      header,
    );
    expect(touchpoint(created)).toMatchObject({
      type: 'profile_created',
      propertyId: 'hilltop',
      occurredAt: Date.UTC(2026, 6, 1, 6, 30, 5),
      guestName: 'Okafor',
      identifiers: [
        { kind: 'pms_profile', value: 'G5' },
        { kind: 'email', value: 'a@b.example' },
      ],
      reservation: null,
    });
    expect(touchpoint(polled('UPDATE PROFILE', {}, header)).type).toBe('profile_changed');
    expect(outcomes(polled('NEW PROFILE', { 'PROFILE TYPE': [undefined, 'COMPANY'] }, header))).toMatchObject(
      [{ kind: 'ignored', reason: 'property-system' }],
    );
  });

  test('a streamed event means what a polled one does, bare or in its frame', () => {
    const event = streamed('UPDATE RESERVATION', {
      ...booking,
      'RESERVATION STATUS': ['RESERVED', 'CHECKED IN'],
    });
    const bare = touchpoint(event);
    expect(bare).toMatchObject({
      type: 'checked_in',
      vendorEventId: 'e-812',
      occurredAt: Date.UTC(2026, 6, 1, 8, 30, 5),
      guestName: 'Ada Okafor',
    });
    expect(touchpoint({ id: '1', type: 'next', payload: { data: { newEvent: event } } })).toEqual(bare);
    expect(outcomes({ type: 'connection_ack' })).toMatchObject([
      { kind: 'ignored', reason: 'connection-test' },
    ]);
  });

  test('a streamed change without details is tied to the reservation by OPERA’s id alone', () => {
    expect(touchpoint(streamed('UpdateReservation', {}))).toMatchObject({
      type: 'reservation_changed',
      reservation: null,
      identifiers: [{ kind: 'other', value: '5005' }],
    });
  });

  test('an empty new value is a cleared field, an empty old one a new record', () => {
    const cleared = streamed('UPDATE RESERVATION', { ...booking, EMAIL: ['a@b.example', ''] });
    expect(touchpoint(cleared).identifiers.map(({ kind }) => kind)).not.toContain('email');
    const fresh = streamed('UPDATE RESERVATION', { ...booking, 'RESERVATION STATUS': ['', 'CHECKED IN'] });
    expect(touchpoint(fresh).type).toBe('checked_in');
  });

  test('a later leg of a confirmation is a reservation of its own', () => {
    const leg = polled('NEW RESERVATION', { ...booking, 'CONFIRMATION LEG NO': [undefined, '2'] });
    expect(touchpoint(leg).reservation?.code).toBe('C77-2');
  });

  test('modules by number are told by the names of their events', () => {
    expect(touchpoint(polled('CHECK IN', booking, { moduleName: 14 })).type).toBe('checked_in');
    expect(touchpoint(polled('NEW PROFILE', {}, { moduleName: 2 })).type).toBe('profile_created');
    expect(outcomes(polled('NEW EVENT', {}, { moduleName: 7 }))).toMatchObject([
      { code: 'unsupported-event' },
    ]);
  });

  test('the id is the vendor’s; where it is missing, the content tells events apart', () => {
    const unnamed = (changes: Record<string, Change>) =>
      touchpoint(polled('UPDATE RESERVATION', changes, {}, null)).touchpointId;
    expect(unnamed(booking)).toBe(unnamed(booking));
    expect(unnamed({ ...booking, ROOM: ['112', '113'] })).not.toBe(unnamed(booking));
  });

  test.each(['Housekeeping', 'NightAudit', 'Rate', 'BLOCK'])(
    'the module %s is not about a guest',
    (moduleName) => {
      expect(outcomes(polled('UPDATE ROOM STATUS', {}, { moduleName }))).toMatchObject([
        { kind: 'ignored', reason: 'property-system' },
      ]);
    },
  );

  test.each([
    ['another module', polled('NEW ENROLLMENT', {}, { moduleName: 'Enrollment' }), 'unsupported-event'],
    [
      'a request in the room',
      polled('GUEST SERVICE STATUS REQUEST', {}, { moduleName: 'Housekeeping' }),
      'unsupported-event',
    ],
    ['an unknown hotel', polled('CHECK IN', booking, { hotelId: 'XX' }), 'unknown-property'],
    ['a fetched reservation', { reservations: { reservation: [] } }, 'unsupported-event'],
    ['an empty object', {}, 'unsupported-event'],
    ['a list', [polled('CHECK IN', booking)], 'unexpected-shape'],
    ['a stream frame of another kind', { type: 'next', payload: { data: null } }, 'unsupported-event'],
  ])('%s is quarantined', (_, payload, code) => {
    expect(outcomes(payload)).toMatchObject([{ kind: 'quarantine', code }]);
  });
});

test('ohip accepts what it signed, and nothing with another token', () => {
  const { account } = context;
  const request = {
    method: 'POST',
    ...ohip.sign(Buffer.from('{}'), account, 'https://hooks.example/v1/ohip/main'),
  };
  expect(ohip.verify(request, account)).toEqual({ ok: true });
  expect(ohip.verify({ ...request, url: 'https://hooks.example/?token=guess' }, account).ok).toBe(false);
});
