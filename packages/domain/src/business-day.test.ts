import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { businessDate, localDate } from './business-day.js';

const berlin = { timeZone: 'Europe/Berlin', dayChangeHour: 4 };

describe('a business day', () => {
  test.each([
    ['2026-07-10T21:59:59.999Z', '2026-07-10', 'before midnight'],
    ['2026-07-10T22:30:00Z', '2026-07-10', 'after midnight, which does not end it'],
    ['2026-07-11T01:59:59.999Z', '2026-07-10', 'just before the hour of day change'],
    ['2026-07-11T02:00:00Z', '2026-07-11', 'at the hour of day change'],
    ['2026-01-01T02:59:59Z', '2025-12-31', 'over the turn of the year'],
    ['2026-03-29T01:59:00Z', '2026-03-28', 'at 03:59 of the night that has no hour from two to three'],
    ['2026-03-29T02:00:00Z', '2026-03-29', 'at 04:00 of that night'],
    ['2026-10-25T02:59:00Z', '2026-10-24', 'at 03:59 of the night that has the hour from two to three twice'],
    ['2026-10-25T03:00:00Z', '2026-10-25', 'at 04:00 of that night'],
  ])('at %s is %s: %s', (instant, expected) => {
    expect(businessDate(Date.parse(instant), berlin)).toBe(expected);
  });

  test('that changes at midnight is the calendar date', () => {
    const zones = fc.constantFrom('Europe/Berlin', 'Asia/Yerevan', 'America/St_Johns', 'Pacific/Apia');
    const instants = fc.integer({ min: 0, max: Date.UTC(2040, 0, 1) });
    fc.assert(
      fc.property(instants, zones, (instant, timeZone) => {
        expect(businessDate(instant, { timeZone, dayChangeHour: 0 })).toBe(localDate(instant, timeZone));
      }),
    );
  });

  test('never goes back while time goes on', () => {
    const instants = fc.integer({ min: 0, max: Date.UTC(2040, 0, 1) });
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 90_000_000 }), (instant, later) => {
        expect(businessDate(instant, berlin) <= businessDate(instant + later, berlin)).toBe(true);
      }),
    );
  });
});
