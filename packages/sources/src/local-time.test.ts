import { describe, expect, test } from '@jest/globals';
import { dateOf, instantFrom, instantOf, wallClockAt } from './local-time.js';

const iso = (text: string, timeZone: string) => {
  const at = instantOf(text, timeZone);
  return at === undefined ? undefined : new Date(at).toISOString();
};

describe('instantOf', () => {
  test.each([
    ['2021-07-08 11:15:38.0', 'Europe/Berlin', '2021-07-08T09:15:38.000Z'],
    ['2021-01-08 11:15:38.0', 'Europe/Berlin', '2021-01-08T10:15:38.000Z'],
    ['2021-07-08T11:15', 'Asia/Yerevan', '2021-07-08T07:15:00.000Z'],
    ['2021-07-08', 'Asia/Kolkata', '2021-07-07T18:30:00.000Z'],
    ['2021-12-31 23:30:00', 'America/Los_Angeles', '2022-01-01T07:30:00.000Z'],
  ])('reads %s without an offset as the local time of %s', (text, zone, expected) => {
    expect(iso(text, zone)).toBe(expected);
  });

  test.each([
    ['2016-05-17T12:21:00-07:00', '2016-05-17T19:21:00.000Z'],
    ['2016-05-17T12:21:00+0700', '2016-05-17T05:21:00.000Z'],
    ['2016-05-17T12:21:00+07', '2016-05-17T05:21:00.000Z'],
    ['2016-05-17T12:21:00.1234567Z', '2016-05-17T12:21:00.123Z'],
  ])('reads the offset of %s whatever the zone', (text, expected) => {
    expect(iso(text, 'Asia/Tokyo')).toBe(expected);
  });

  test('reads an hour that comes twice as the first of the two', () => {
    expect(iso('2026-10-25 02:30:00', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z');
    expect(iso('2026-11-01 01:30:00', 'America/New_York')).toBe('2026-11-01T05:30:00.000Z');
  });

  test('reads an hour that is skipped with the offset before the change', () => {
    expect(iso('2026-03-29 02:30:00', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z');
    expect(iso('2026-03-08 02:30:00', 'America/New_York')).toBe('2026-03-08T07:30:00.000Z');
  });

  test.each([
    '',
    'yesterday',
    '2021-02-30',
    '2021-07-08 25:00',
    '08.07.2021',
    '1625743000',
    '0001-01-01',
    '9999-12-31 00:00:00',
  ])('takes %j for no time', (text) => {
    expect(iso(text, 'Europe/Berlin')).toBeUndefined();
  });
});

describe('wallClockAt', () => {
  test('shows midnight as hour 00 of the new day', () => {
    expect(wallClockAt(Date.UTC(2026, 6, 1, 22), 'Europe/Berlin')).toBe('2026-07-02T00:00:00');
  });
});

test('instantFrom takes whole milliseconds of this century, and nothing of a clock that is not set', () => {
  expect(instantFrom(1_782_900_000_250.7)).toBe(1_782_900_000_250);
  for (const none of [0, 86_400_000, 1_782_900_000_000_000, Number.NaN, -1, null, undefined]) {
    expect(instantFrom(none)).toBeUndefined();
  }
});

test('dateOf takes the date of a date or time as it stands', () => {
  expect(['2026-07-01', ' 2026-07-01T23:30:00-09:00', '2026-07-01 00:00:00.0'].map(dateOf)).toEqual([
    '2026-07-01',
    '2026-07-01',
    '2026-07-01',
  ]);
  expect(['2026-02-30', '2026-7-1', '2026-07-011', '', null, undefined].map(dateOf)).toEqual(
    Array(6).fill(null),
  );
});
