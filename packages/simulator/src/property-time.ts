import type { Property } from '@bellhop/contracts';

export const SECOND_MS = 1000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

const formats = new Map<string, Intl.DateTimeFormat>();

/** The clock on the wall as if it were UTC, in milliseconds: local time with the zone cut off. */
export function wallClock(instant: number, timeZone: string): number {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  ) as Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', number>;
  const wholeSeconds = Date.UTC(
    parts.year,
    parts.month - 1,
    parts.day,
    parts.hour,
    parts.minute,
    parts.second,
  );
  return wholeSeconds + (((instant % SECOND_MS) + SECOND_MS) % SECOND_MS);
}

/** The instant at which the wall clock of the zone shows `date` and then `hours` (a fraction is allowed) after midnight. */
export function instantOf(date: string, hours: number, timeZone: string): number {
  const wall = Date.parse(`${date}T00:00:00Z`) + Math.round((hours * HOUR_MS) / SECOND_MS) * SECOND_MS;
  const guess = wall - (wallClock(wall, timeZone) - wall);
  return wall - (wallClock(guess, timeZone) - guess);
}

/** YYYY-MM-DD on the wall calendar of the property. */
export function localDate(instant: number, property: Property): string {
  return isoDate(wallClock(instant, property.timeZone));
}

/** YYYY-MM-DD: the business day, which goes on until the property's hour of day change. */
export function businessDate(instant: number, property: Property): string {
  return isoDate(wallClock(instant, property.timeZone) - property.dayChangeHour * HOUR_MS);
}

export function addDays(date: string, days: number): string {
  return isoDate(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS);
}

export const isoDate = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

/** ISO 8601 in UTC with whole seconds. */
export const isoSeconds = (instant: number): string =>
  new Date(instant).toISOString().replace(/\.\d{3}Z$/, 'Z');

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(timeZone, format);
  }
  return format;
}
