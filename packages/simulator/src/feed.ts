import type { HotelGroup } from '@bellhop/contracts';
import { sources } from '@bellhop/sources';
import { pause } from './back-off.js';
import type { Delivery } from './delivery.js';
import { DeliveryRefused } from './delivery-refused.js';
import type { FeedLogger } from './feed-logger.js';
import { createHttpCarrier } from './http-carrier.js';
import { createMqttCarrier } from './mqtt-carrier.js';

/**
 * How fast: as fast as ingest takes it, or so many simulated milliseconds to a millisecond, where `simulatedStart`
 * (milliseconds since 1970 UTC; the first delivery's time where it is left out) is now. What is older is delivered at once.
 */
export type Pace = 'as-fast-as-possible' | { simulatedMsPerMs: number; simulatedStart?: number | undefined };

export interface FeedOptions {
  deliveries: Iterable<Delivery>;
  /** Whose accounts' secrets the requests are signed with. */
  group: HotelGroup;
  ingestUrl: string;
  mqttUrl: string;
  pace: Pace;
  /** The most properties that deliver at the same time. */
  sideBySide?: number | undefined;
  signal: AbortSignal;
  /** Called in the order of `deliveries`, once the one of that index and all before it are accepted. */
  onDelivered?: ((delivery: Delivery, index: number) => void) | undefined;
  logger?: FeedLogger | undefined;
}

const DEFAULT_SIDE_BY_SIDE = 8;
/** How many deliveries may be taken ahead of those that are accepted. */
const MOST_IN_HAND = 64;

/**
 * Delivers through ingest as the vendors would: one after another for each property, properties side by side, each
 * again until it is accepted (a 2xx, or the broker's acknowledgement).
 *
 * Resolves when all are accepted or the signal aborts; after an abort, feeding again from the first index that was not
 * reported leaves nothing out. Throws DeliveryRefused at a delivery that can never be accepted.
 */
export async function feed(options: FeedOptions): Promise<void> {
  const { deliveries, pace, signal, sideBySide = DEFAULT_SIDE_BY_SIDE } = options;
  const failure = new AbortController();
  const stop = AbortSignal.any([signal, failure.signal]);
  const carriers = createCarriers(options);
  const report = inOrderOf(options.onDelivered);
  const slots = createGate(sideBySide);
  const inHand = createGate(MOST_IN_HAND);
  const lines = new Map<string, Promise<void>>();
  const dueMs = clockOf(pace);

  const carry = async (delivery: Delivery, index: number) => {
    const leave = await slots.enter();
    try {
      if (!stop.aborted) await carriers.carry(delivery, stop);
      if (!stop.aborted) report(delivery, index);
    } catch (error) {
      failure.abort(error);
    } finally {
      leave();
    }
  };

  let index = 0;
  try {
    for (const delivery of deliveries) {
      const waitMs = dueMs(delivery.at);
      if (waitMs > 0) await pause(waitMs, stop);
      const leave = await inHand.enter();
      if (stop.aborted) break;
      const own = index++;
      const before = lines.get(delivery.property) ?? Promise.resolve();
      lines.set(delivery.property, before.then(() => carry(delivery, own)).finally(leave));
    }
    await Promise.all(lines.values());
  } finally {
    await carriers.close();
  }
  if (failure.signal.aborted) throw failure.signal.reason;
}

function createCarriers({ group, ingestUrl, mqttUrl, logger }: FeedOptions) {
  const carryByHttp = createHttpCarrier({ ingestUrl, logger });
  const byMqtt = createMqttCarrier({ mqttUrl, logger });
  return {
    async carry(delivery: Delivery, signal: AbortSignal): Promise<void> {
      const source = sources[delivery.vendor];
      const account = group.accounts.find(
        (candidate) => candidate.vendor === delivery.vendor && candidate.account === delivery.account,
      );
      if (!account) {
        throw new DeliveryRefused(`the hotel group has no account ${delivery.vendor}/${delivery.account}`);
      }
      if (source.transport === 'http') await carryByHttp({ delivery, source, account }, signal);
      else await byMqtt.carry({ delivery, source, account }, signal);
    },
    close: () => byMqtt.close(),
  };
}

/** How many milliseconds from now a delivery is due. */
function clockOf(pace: Pace): (at: number) => number {
  if (pace === 'as-fast-as-possible') return () => 0;
  const startedAt = Date.now();
  let { simulatedStart } = pace;
  return (at) => {
    simulatedStart ??= at;
    return startedAt + (at - simulatedStart) / pace.simulatedMsPerMs - Date.now();
  };
}

/** Passes on what comes out of order in the order of its index. */
function inOrderOf(onDelivered: FeedOptions['onDelivered']): (delivery: Delivery, index: number) => void {
  const early = new Map<number, Delivery>();
  let next = 0;
  return (delivery, index) => {
    early.set(index, delivery);
    for (let ready = early.get(next); ready; ready = early.get(next)) {
      early.delete(next);
      onDelivered?.(ready, next++);
    }
  };
}

/** Lets so many in at a time; the others wait in line. `enter` gives what to call on leaving. */
function createGate(most: number): { enter(): Promise<() => void> } {
  const waiting: (() => void)[] = [];
  let inside = 0;
  const leave = () => {
    inside--;
    waiting.shift()?.();
  };
  return {
    async enter() {
      if (inside >= most) await new Promise<void>((admit) => waiting.push(admit));
      inside++;
      return leave;
    },
  };
}
