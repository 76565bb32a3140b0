import { createGuest, type Guest, guestLanguage } from './guest.js';
import { addDays, HOUR_MS, instantOf, MINUTE_MS, SECOND_MS } from './property-time.js';
import type { Random } from './random.js';
import type { StayDates } from './stage.js';
import type { Room, Wiring } from './wiring.js';

/** One guest's one stay, as it will come to pass. Instants are whole seconds, in milliseconds since 1970 UTC. */
export interface PlannedStay {
  guest: Guest;
  dates: StayDates;
  room: Room;
  bookedVia: 'cloudbeds' | 'ota';
  bookedAt: number;
  /** Set where the guest cancels; nothing comes after it. */
  cancelledAt: number | null;
  checkedInAt: number;
  checkedOutAt: number;
  /** 0 (everything went wrong) to 1. */
  mood: number;
}

/** Room number to the date from which it is free, YYYY-MM-DD. */
export type FreeFrom = Map<string, string>;

/** How many days ahead the earliest booking is made. */
export const LONGEST_LEAD_DAYS = 3;

interface Plan {
  wiring: Wiring;
  number: number;
  arrivalDate: string;
  /** No booking before this instant. */
  notBefore: number;
  freeFrom: FreeFrom;
  random: Random;
}

/** Plans a stay and takes its room; undefined where the house is full or the day is over. */
export function planStay(plan: Plan): PlannedStay | undefined {
  const { wiring, arrivalDate, freeFrom, random } = plan;
  const { timeZone, country } = wiring.property;
  const at = (date: string, hours: number) => instantOf(date, hours, timeZone);
  const departureDate = addDays(arrivalDate, random.pick([1, 1, 2, 2, 3, 4]));
  const free = wiring.rooms.filter(({ number }) => (freeFrom.get(number) ?? '') <= arrivalDate);
  const { bookedAt, leadDays, atOpening } = bookingOf(plan, at);
  const checkedInAt = at(arrivalDate, 14 + 7 * random.next());
  const room = random.pick(free);
  if (!room || bookedAt + HOUR_MS > checkedInAt) return undefined;

  // Cloudbeds bookings are completed by an OHIP event in local time, which an hour at night can't be told from.
  const bookedVia = !atOpening && random.chance(0.5) ? 'cloudbeds' : 'ota';
  const cancels = bookedVia === 'cloudbeds' && leadDays > 0 && random.chance(0.12);
  if (!cancels) freeFrom.set(room.number, departureDate);
  return {
    guest: createGuest({ number: plan.number, language: guestLanguage(country, random), random }),
    dates: { arrivalDate, departureDate },
    room,
    bookedVia,
    bookedAt,
    cancelledAt: cancels ? between(random, bookedAt + HOUR_MS, at(arrivalDate, 10)) : null,
    checkedInAt,
    checkedOutAt: at(departureDate, 7.5 + 4 * random.next()),
    mood: random.next() ** 0.5,
  };
}

function bookingOf(
  { arrivalDate, notBefore, random }: Plan,
  at: (date: string, hours: number) => number,
): { bookedAt: number; leadDays: number; atOpening: boolean } {
  const leadDays = random.int(0, LONGEST_LEAD_DAYS);
  const latestHour = leadDays === 0 ? 12 : 21;
  const wished = at(addDays(arrivalDate, -leadDays), 8 + (latestHour - 8) * random.next());
  if (wished >= notBefore) return { bookedAt: wished, leadDays, atOpening: false };
  const bookedAt = between(random, notBefore + MINUTE_MS, notBefore + 3 * HOUR_MS);
  return { bookedAt, leadDays, atOpening: true };
}

/** An instant of whole seconds from `from` to `to`. */
export function between(random: Random, from: number, to: number): number {
  const seconds = random.int(Math.ceil(from / SECOND_MS), Math.floor(to / SECOND_MS));
  return seconds * SECOND_MS;
}
