import { setTimeout as delay } from 'node:timers/promises';

/** How long a coordinator may be busy before that is a fault; milliseconds. */
export const COORDINATOR_DEADLINE_MS = 30_000;

/**
 * What stands in for the coordinator's answer for a while: errors 14, 15 and 16 of the Kafka protocol while it loads its
 * state or moves to another broker, and 51 while it has the last transaction's markers written.
 */
const PASSING = [
  'GROUP_LOAD_IN_PROGRESS',
  'GROUP_COORDINATOR_NOT_AVAILABLE',
  'NOT_COORDINATOR_FOR_GROUP',
  'CONCURRENT_TRANSACTIONS',
];

/** Whether whoever asked the coordinator is to ask again: on a cluster that is usual, and no fault. */
export function isCoordinatorBusy(error: unknown): boolean {
  const { type, cause } = error as { type?: string; cause?: unknown };
  return (
    (type !== undefined && PASSING.includes(type)) || (cause instanceof Error && isCoordinatorBusy(cause))
  );
}

/** Asks again while the coordinator is busy, where kafkajs does not do so by itself. Throws the last error. */
export async function askCoordinator<T>(ask: () => Promise<T>, everyMs = 50): Promise<T> {
  for (const startedAt = Date.now(); ; await delay(everyMs)) {
    try {
      return await ask();
    } catch (error) {
      if (!isCoordinatorBusy(error) || Date.now() - startedAt > COORDINATOR_DEADLINE_MS) throw error;
    }
  }
}
