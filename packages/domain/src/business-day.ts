/** Where a clock of the time zone stands at an instant. The Canadian locale writes a date as ISO 8601 does. */
function localClock(instantMs: number, timeZone: string): { date: string; hour: number } {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(timeZone, format);
  }
  const [date = '', hour = ''] = format.format(instantMs).split(', ');
  return { date, hour: Number(hour) };
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar date (YYYY-MM-DD) of an instant in a time zone. */
export const localDate = (instantMs: number, timeZone: string): string =>
  localClock(instantMs, timeZone).date;

const DAY_MS = 86_400_000;

/** The property's business day: its calendar date, where the day changes when its clock shows `dayChangeHour` and not at midnight. */
export function businessDate(
  instantMs: number,
  property: { timeZone: string; dayChangeHour: number },
): string {
  const { date, hour } = localClock(instantMs, property.timeZone);
  if (hour >= property.dayChangeHour) return date;
  return new Date(Date.parse(date) - DAY_MS).toISOString().slice(0, 10);
}
