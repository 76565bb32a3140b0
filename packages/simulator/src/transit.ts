import type { Delivery } from './delivery.js';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from './property-time.js';
import type { Random } from './random.js';
import type { Step } from './step.js';
import type { Wiring } from './wiring.js';

/** The shares of deliveries that are disturbed on their way. */
const DISTURBANCES = { late: 0.05, overtaken: 0.04, repeated: 0.04 } as const;

const MQTT_VENDORS: ReadonlySet<string> = new Set(['zigbee2mqtt', 'shelly']);

/** The deliveries of steps that are in the order in which they happen: some late, some overtaken, some twice. */
export function deliver(
  steps: readonly Step[],
  { wiring, random }: { wiring: Wiring; random: Random },
): Delivery[] {
  const arrivals = steps.map((step, index) => arrivalOf(step, steps[index + 1], random));
  return steps.flatMap((step, index) => {
    const at = arrivals[index]!;
    const delivery = deliveryOf(step, { at, wiring });
    const again = repeatedAt(at, random);
    return again === undefined ? [delivery] : [delivery, { ...delivery, at: again }];
  });
}

/** When a step is delivered: never before it happened. */
function arrivalOf({ occurredAt, transit }: Step, next: Step | undefined, random: Random): number {
  const promptly = occurredAt + random.int(500, 4000);
  if (transit.order === 'prompt') return promptly;
  const fate = random.next();
  const late = promptly + random.int(30 * MINUTE_MS, 6 * HOUR_MS);
  const overtaken = (next?.occurredAt ?? 0) + 5 * SECOND_MS;
  const wished =
    fate < DISTURBANCES.late
      ? late
      : fate < DISTURBANCES.late + DISTURBANCES.overtaken && next?.transit.order === transit.order
        ? overtaken
        : promptly;
  return wished < (transit.deadline ?? Number.POSITIVE_INFINITY) ? wished : promptly;
}

function repeatedAt(at: number, random: Random): number | undefined {
  if (!random.chance(DISTURBANCES.repeated)) return undefined;
  return at + (random.chance(0.5) ? random.int(0, 30 * SECOND_MS) : random.int(HOUR_MS, 8 * HOUR_MS));
}

function deliveryOf({ payload }: Step, { at, wiring }: { at: number; wiring: Wiring }): Delivery {
  return {
    at,
    transport: MQTT_VENDORS.has(payload.vendor) ? 'mqtt' : 'http',
    account: wiring.account(payload.vendor).account,
    property: wiring.property.propertyId,
    ...payload,
  };
}
