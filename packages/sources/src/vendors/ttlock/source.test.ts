import { describe, expect, test } from '@jest/globals';
import { contextOf, requestOf, touchpointsIn } from '../../context.fixture.js';
import { ttlock } from './source.js';

const context = contextOf({
  vendor: 'ttlock',
  rooms: {
    '501': { propertyId: 'harbour', room: '112' },
    'AA:BB:CC:00:11:22': { propertyId: 'hilltop', room: '7' },
  },
});

const lockDate = Date.UTC(2026, 5, 30, 21, 4, 9);
const opening = {
  lockId: 501,
  recordType: 7,
  success: 1,
  username: 'Booking 3AB',
  keyboardPwd: '88442200',
  lockDate,
  serverDate: lockDate - 6000,
  electricQuantity: 64,
};

const form = (...records: unknown[]) =>
  requestOf(
    new URLSearchParams({
      notifyType: '1',
      admin: 'a@b.example',
      records: JSON.stringify(records),
    }).toString(),
  );
const outcomes = (...records: unknown[]) => ttlock.normalise(form(...records), context);
const touchpoint = (record: object) => touchpointsIn(outcomes(record))[0]!;

describe('ttlock normalise', () => {
  test('a guest who opens the door is a touchpoint of the room, without identifiers', () => {
    expect(touchpoint(opening)).toMatchObject({
      source: 'room',
      channel: 'door_lock',
      type: 'door_opened',
      actor: 'guest',
      propertyId: 'harbour',
      room: '112',
      identifiers: [],
      occurredAt: lockDate,
      clock: 'vendor',
      attributes: { lock: '501', method: 'IC card', user: 'Booking 3AB', batteryPercent: '64' },
    });
  });

  test('neither PIN nor card number leaves, not even as the name of the user', () => {
    const named = outcomes({ ...opening, username: 'code 88442200' }, { ...opening, keyboardPwd: 88442200 });
    expect(JSON.stringify(named)).not.toContain('88442200');
    const broken = requestOf(new URLSearchParams({ records: '[{"keyboardPwd":"88442200",}]' }).toString());
    expect(JSON.stringify(ttlock.normalise(broken, context))).not.toContain('88442200');
  });

  test.each([1, 4, 7, 8, 9, 10, 32, 46])('record type %i is an opening by a guest', (recordType) => {
    expect(touchpoint({ ...opening, recordType })).toMatchObject({ type: 'door_opened', actor: 'guest' });
  });

  test.each([3, 12, 37])('record type %i is an opening from afar', (recordType) => {
    expect(touchpoint({ ...opening, recordType })).toMatchObject({ type: 'door_opened', actor: 'system' });
  });

  test.each([29, 44])('record type %i is a fault of the lock, whether or not it opened', (recordType) => {
    const alarm = touchpoint({ ...opening, recordType, success: 0 });
    expect(alarm).toMatchObject({ type: 'device_faulted', actor: 'system', room: '112' });
    expect(alarm.attributes.fault).toMatch(/tamper|unexpected/);
  });

  test.each([11, 30, 31, 33, 34, 35, 36, 45, 47, 48])('record type %i is telemetry', (recordType) => {
    expect(outcomes({ ...opening, recordType })).toMatchObject([{ kind: 'ignored', reason: 'telemetry' }]);
  });

  test('an attempt that failed is telemetry', () => {
    expect(outcomes({ ...opening, success: 0 })).toMatchObject([{ kind: 'ignored', reason: 'telemetry' }]);
  });

  test('each record of every records field is one outcome, in order, and a bad one spoils no other', () => {
    const body = new URLSearchParams([
      ['records', JSON.stringify([opening, { lockId: 501 }])],
      ['records', 'no JSON'],
      ['records', JSON.stringify([{ ...opening, lockDate: lockDate + 1000 }])],
    ]);
    expect(ttlock.normalise(requestOf(body.toString()), context)).toMatchObject([
      { kind: 'touchpoint' },
      { kind: 'quarantine', code: 'unexpected-shape' },
      { kind: 'quarantine', code: 'malformed-payload' },
      { kind: 'touchpoint' },
    ]);
  });

  test('an upload of the same record has the same id, another lock, time or user has another', () => {
    const id = touchpoint(opening).touchpointId;
    expect(
      touchpoint({ ...opening, lockId: '501', serverDate: lockDate + 9e6, recordId: 5 }).touchpointId,
    ).toBe(id);
    for (const other of [{ lockDate: lockDate + 1 }, { recordType: 8 }, { username: 'Booking 3AC' }]) {
      expect(touchpoint({ ...opening, ...other }).touchpointId).not.toBe(id);
    }
  });

  test('a lock may be mapped by its MAC, or be named by the form alone', () => {
    const { lockId: _, ...nameless } = opening;
    expect(touchpoint({ ...opening, lockId: 9, lockMac: 'AA:BB:CC:00:11:22' })).toMatchObject({ room: '7' });
    const body = new URLSearchParams({ lockId: '501', records: JSON.stringify([nameless]) }).toString();
    expect(ttlock.normalise(requestOf(body), context)).toMatchObject([{ touchpoint: { room: '112' } }]);
    expect(outcomes(nameless)).toMatchObject([{ code: 'unexpected-shape' }]);
  });

  test('a lock whose clock is a day ahead or not set is timed by the server', () => {
    const serverDate = lockDate;
    expect(touchpoint({ ...opening, lockDate: lockDate + 90_000_000, serverDate }).occurredAt).toBe(
      serverDate,
    );
    expect(touchpoint({ ...opening, lockDate: 0, serverDate }).occurredAt).toBe(serverDate);
    expect(touchpoint({ ...opening, lockDate: 0, serverDate: null }).clock).toBe('receipt');
  });

  test('a record uploaded days late keeps the time of the door', () => {
    expect(touchpoint({ ...opening, serverDate: lockDate + 5 * 86_400_000 }).occurredAt).toBe(lockDate);
  });

  test.each([
    ['an unmapped lock', form({ ...opening, lockId: 9 }), 'unknown-room'],
    ['a record type that is not known', form({ ...opening, recordType: 777 }), 'unsupported-event'],
    ['another kind of notice', requestOf('notifyType=2&records=[]'), 'unsupported-event'],
    ['a form without records', requestOf('notifyType=1'), 'unexpected-shape'],
    ['records that are no list', requestOf('records={}'), 'unexpected-shape'],
  ])('%s is quarantined', (_, request, code) => {
    expect(ttlock.normalise(request, context)).toMatchObject([{ kind: 'quarantine', code }]);
  });

  test('an empty list of records is not silent', () => {
    expect(ttlock.normalise(requestOf('records=[]'), context)).toMatchObject([{ kind: 'ignored' }]);
  });
});

test('ttlock accepts what it signed, a form as it is and bare records in a form', () => {
  const { account } = context;
  const records = Buffer.from(JSON.stringify([opening]));
  for (const body of [records, form(opening).body]) {
    const request = { method: 'POST', ...ttlock.sign(body, account, 'https://hooks.example/v1/ttlock/main') };
    expect(ttlock.verify(request, account)).toEqual({ ok: true });
    expect(ttlock.normalise(request, context)).toMatchObject([{ touchpoint: { type: 'door_opened' } }]);
  }
  expect(ttlock.acknowledgement.body).toBe('success');
});
