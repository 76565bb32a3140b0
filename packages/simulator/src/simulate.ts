import type { HotelGroup } from '@bellhop/contracts';
import { backgroundOf } from './background.js';
import type { Delivery } from './delivery.js';
import { journeyOf } from './journey.js';
import { type FreeFrom, LONGEST_LEAD_DAYS, planStay } from './planned-stay.js';
import { addDays, DAY_MS, localDate } from './property-time.js';
import { createRandom } from './random.js';
import type { Step } from './step.js';
import { deliver } from './transit.js';
import { type Wiring, wiringsOf } from './wiring.js';

export interface SimulationOptions {
  seed: string | number;
  group: HotelGroup;
  /** Milliseconds since 1970 UTC. */
  startsAt: number;
  /** Days of 24 hours; without end where it is not given. */
  days?: number | undefined;
}

const ARRIVALS_A_DAY = { least: 5, most: 6 } as const;
const MOST_ARRIVALS_A_DAY = 100;

/**
 * The deliveries of a hotel group's vendors, in order of delivery time; the same seed, group and start give the same bytes.
 * Lazy: a day is made when the one before it has been taken. Throws where the group lacks an account, id or device that
 * the simulation needs.
 */
export function* simulate({
  seed,
  group,
  startsAt,
  days,
}: SimulationOptions): Generator<Delivery, void, void> {
  const houses = wiringsOf(group).map((wiring, index) => ({
    wiring,
    index,
    freeFrom: new Map() as FreeFrom,
  }));
  const endsAt = startsAt + (days ?? Number.POSITIVE_INFINITY) * DAY_MS;
  let pending: Delivery[] = [];
  for (let day = 0; startsAt + day * DAY_MS < endsAt; day++) {
    const made = houses.flatMap((house) =>
      dayOf({ ...house, day, startsAt, houses: houses.length, seed: String(seed) }),
    );
    // Nothing that is made for a later day is delivered before that day begins, so what is due until then is complete.
    const completeUntil = Math.min(startsAt + (day + 1) * DAY_MS, endsAt);
    pending = [...pending, ...made].sort((a, b) => a.at - b.at);
    const due = pending.findIndex(({ at }) => at >= completeUntil);
    yield* pending.splice(0, due === -1 ? pending.length : due);
  }
}

interface HouseDay {
  wiring: Wiring;
  index: number;
  houses: number;
  freeFrom: FreeFrom;
  day: number;
  startsAt: number;
  seed: string;
}

/** Everything that begins on a day: the stays whose booking may fall on it, and the day's background. */
function dayOf(house: HouseDay): Delivery[] {
  const { wiring, day, startsAt, seed } = house;
  const from = startsAt + day * DAY_MS;
  const today = addDays(localDate(startsAt, wiring.property), day);
  const arrivalDays = day === 0 ? range(0, LONGEST_LEAD_DAYS) : [LONGEST_LEAD_DAYS];
  const background = createRandom(`${seed}/${wiring.property.propertyId}/${day}/background`);
  return [
    ...arrivalDays.flatMap((ahead) => arrivalsOf(house, { arrivalDate: addDays(today, ahead), ahead, from })),
    ...deliver(inOrder(backgroundOf({ wiring, from, random: background })), { wiring, random: background }),
  ];
}

function arrivalsOf(
  { wiring, index, houses, freeFrom, day, seed }: HouseDay,
  { arrivalDate, ahead, from }: { arrivalDate: string; ahead: number; from: number },
): Delivery[] {
  const { propertyId } = wiring.property;
  const count = createRandom(`${seed}/${propertyId}/${arrivalDate}`).int(
    ARRIVALS_A_DAY.least,
    ARRIVALS_A_DAY.most,
  );
  return range(1, count).flatMap((ordinal) => {
    const number = ((day + ahead) * MOST_ARRIVALS_A_DAY + ordinal) * houses + index;
    const random = createRandom(`${seed}/guest/${number}`);
    const stay = planStay({ wiring, number, arrivalDate, notBefore: from, freeFrom, random });
    return stay ? deliver(journeyOf({ wiring, stay, random }), { wiring, random }) : [];
  });
}

const inOrder = (steps: Step[]): Step[] => steps.sort((a, b) => a.occurredAt - b.occurredAt);

const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);
