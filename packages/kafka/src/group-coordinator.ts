import { setTimeout as delay } from 'node:timers/promises';

/** How long a coordinator may be away before that is a fault; milliseconds. */
export const COORDINATOR_DEADLINE_MS = 30_000;
const ASK_AGAIN_AFTER_MS = 100;

/** What a broker answers in place of the group's coordinator: errors 14, 15 and 16 of the Kafka protocol. */
const AWAY = ['GROUP_LOAD_IN_PROGRESS', 'GROUP_COORDINATOR_NOT_AVAILABLE', 'NOT_COORDINATOR_FOR_GROUP'];

/**
 * A cluster loads a group's state when its groups are first used and whenever their coordinator moves to another broker:
 * whoever asks meanwhile is to ask again.
 */
export function isCoordinatorAway(error: unknown): boolean {
  const { type, cause } = error as { type?: string; cause?: unknown };
  return (type !== undefined && AWAY.includes(type)) || (cause instanceof Error && isCoordinatorAway(cause));
}

/** Asks again while the coordinator is away, which kafkajs's admin client does not do by itself. Throws the last error. */
export async function askCoordinator<T>(ask: () => Promise<T>): Promise<T> {
  for (const startedAt = Date.now(); ; await delay(ASK_AGAIN_AFTER_MS)) {
    try {
      return await ask();
    } catch (error) {
      if (!isCoordinatorAway(error) || Date.now() - startedAt > COORDINATOR_DEADLINE_MS) throw error;
    }
  }
}
