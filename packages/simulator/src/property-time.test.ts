import type { Property } from '@bellhop/contracts';
import { describe, expect, test } from '@jest/globals';
import { businessDate, instantOf, localDate, wallClock } from './property-time.js';
import { stageOf } from './stage.js';

const krakow: Property = {
  propertyId: 'wawel-court',
  name: 'Wawel Court',
  timeZone: 'Europe/Warsaw',
  dayChangeHour: 4,
  country: 'PL',
};

describe('local time', () => {
  test.each([
    ['2026-01-10', 14, '2026-01-10T13:00:00Z'],
    ['2026-07-10', 14.5, '2026-07-10T12:30:00Z'],
    ['2026-03-29', 8, '2026-03-29T06:00:00Z'],
    ['2026-10-25', 0, '2026-10-24T22:00:00Z'],
  ])('%s at %d o’clock in Kraków is %s', (date, hours, instant) => {
    expect(new Date(instantOf(date, hours, krakow.timeZone)).toISOString()).toBe(
      new Date(instant).toISOString(),
    );
  });

  test('the wall clock keeps milliseconds', () => {
    expect(new Date(wallClock(Date.parse('2026-07-10T22:30:00.123Z'), krakow.timeZone)).toISOString()).toBe(
      '2026-07-11T00:30:00.123Z',
    );
  });

  test('the business day goes on until four in the morning', () => {
    const atNight = Date.parse('2026-07-11T01:59:59Z');
    expect(localDate(atNight, krakow)).toBe('2026-07-11');
    expect(businessDate(atNight, krakow)).toBe('2026-07-10');
    expect(businessDate(atNight + 1000, krakow)).toBe('2026-07-11');
  });
});

describe('the stage of a journey', () => {
  const stay = { arrivalDate: '2026-07-10', departureDate: '2026-07-12' };
  const stageAt = (instant: string) =>
    stageOf('message_received', Date.parse(instant), { property: krakow, stay });

  test.each([
    ['2026-07-10T01:59:59Z', 'pre_arrival'],
    ['2026-07-10T02:00:00Z', 'in_stay'],
    ['2026-07-13T01:59:59Z', 'in_stay'],
    ['2026-07-13T02:00:00Z', 'post_stay'],
  ])('a message at %s is %s', (instant, stage) => {
    expect(stageAt(instant)).toBe(stage);
  });

  test('what says its stage by its type needs no stay; what does not is unknown without one', () => {
    const without = { property: krakow, stay: null };
    expect(stageOf('review_posted', 0, without)).toBe('post_stay');
    expect(stageOf('checked_in', 0, without)).toBe('arrival');
    expect(stageOf('comment_posted', 0, without)).toBe('unknown');
  });
});
