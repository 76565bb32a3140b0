const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar date (YYYY-MM-DD) of an instant in a time zone. */
export function localDate(instantMs: number, timeZone: string): string {
  let format = formats.get(timeZone);
  if (!format) {
    // The Canadian locale writes a date as ISO 8601 does.
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return format.format(instantMs);
}

const HOUR_MS = 3_600_000;

/** The property's business day: its calendar date, where the day changes at `dayChangeHour` and not at midnight. */
export function businessDate(
  instantMs: number,
  property: { timeZone: string; dayChangeHour: number },
): string {
  return localDate(instantMs - property.dayChangeHour * HOUR_MS, property.timeZone);
}
