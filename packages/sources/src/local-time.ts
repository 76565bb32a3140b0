/** Vendors send 0 or a device's uptime before their clock is set: what lies outside these years is no time. */
const earliest = Date.UTC(2001, 0, 1);
const latest = Date.UTC(2100, 0, 1);

/** A vendor's number as whole milliseconds since 1970 UTC; undefined where it can't be a time of this century. */
export function instantFrom(ms: number | null | undefined): number | undefined {
  return ms != null && ms >= earliest && ms < latest ? Math.floor(ms) : undefined;
}

/** The calendar date that a date or time begins with, YYYY-MM-DD; null where it begins with none of this century. */
export function dateOf(text: string | null | undefined): string | null {
  const date = /^\d{4}-\d{2}-\d{2}(?!\d)/.exec(text?.trim() ?? '')?.[0];
  return date !== undefined && instantOf(date, 'UTC') !== undefined ? date : null;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** What a clock on the property's wall shows at an instant: `YYYY-MM-DDTHH:MM:SS`. `at` is in milliseconds since 1970 UTC. */
export function wallClockAt(at: number, timeZone: string): string {
  return formatFor(timeZone).format(at).replace(' ', 'T');
}

/** How far the zone's clocks are ahead of UTC at an instant, in milliseconds. */
function offsetAt(at: number, timeZone: string): number {
  const wholeSecond = Math.floor(at / 1000) * 1000;
  return Date.parse(`${wallClockAt(wholeSecond, timeZone)}Z`) - wholeSecond;
}

/**
 * The instant at which the zone's clocks show a time, in milliseconds since 1970 UTC. `wallMs` is that time
 * read as if it were UTC. A time that comes twice (clocks set back) is the first one; a time that is skipped
 * (clocks set forward) is read with the offset before the change, as RFC 5545 does.
 */
function instantAt(wallMs: number, timeZone: string): number {
  const dayMs = 86_400_000;
  const before = wallMs - offsetAt(wallMs - dayMs, timeZone);
  const after = wallMs - offsetAt(wallMs + dayMs, timeZone);
  const shown = [before, after].filter((at) => at + offsetAt(at, timeZone) === wallMs);
  return shown.length > 0 ? Math.min(...shown) : before;
}

const TIME =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/i;

/**
 * A vendor's date and time as milliseconds since 1970 UTC; undefined where the text is none of this century. Takes ISO 8601
 * with `T` or a space, fractions of a second, and offsets with or without a colon. A time without an offset
 * is the property's local time, a date alone is its midnight.
 */
export function instantOf(text: string, timeZone: string): number | undefined {
  const match = TIME.exec(text.trim());
  if (!match) return undefined;
  const [, date, minutes = '00:00', seconds = '00', fraction = '', zone] = match;
  const wallMs = Date.parse(`${date}T${minutes}:${seconds}.${`${fraction}000`.slice(0, 3)}Z`);
  if (instantFrom(wallMs) === undefined) return undefined;
  // Date.parse rolls 30 February over into March.
  if (!new Date(wallMs).toISOString().startsWith(date!)) return undefined;
  return zone === undefined ? instantAt(wallMs, timeZone) : wallMs - offsetOf(zone);
}

function offsetOf(zone: string): number {
  if (/^z$/i.test(zone)) return 0;
  const sign = zone.startsWith('-') ? -1 : 1;
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  return sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))) * 60_000;
}
