import { setTimeout as delay } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { ClickHouse } from '@bellhop/clickhouse';
import { connectEventStore } from '@bellhop/eventstore';
import type { Stack } from '@bellhop/stack';
import { kafkaOf } from './connections.js';
import { isDrained, type StationStatus, stationStatus } from './station-status.js';

const POLL_MS = 250;
const STALLED_AFTER_MS = 30_000;

/**
 * Waits until every station has let go what it holds and ClickHouse has so many touchpoints, or until nothing moves any
 * more; then how far each had come when they could last be asked.
 */
export async function settle(
  stack: Pick<Stack, 'env'>,
  clickhouse: ClickHouse,
  expected: number,
): Promise<{ isSettled: boolean; status: StationStatus | undefined }> {
  const store = connectEventStore(stack.env.EVENTSTORE_URL);
  const kafka = kafkaOf({ KAFKA_BROKERS: stack.env.KAFKA_BROKERS.split(',') });
  try {
    let last: StationStatus | undefined;
    for (let movedAt = Date.now(); Date.now() - movedAt < STALLED_AFTER_MS; await delay(POLL_MS)) {
      // A server that is being started again can't be asked: that is no movement, and no end either.
      const status = await stationStatus(kafka, store, clickhouse).catch(() => undefined);
      if (status && isDrained(status) && status.tables.touchpoints >= expected)
        return { isSettled: true, status };
      if (status && !isDeepStrictEqual(status, last)) movedAt = Date.now();
      last = status ?? last;
    }
    return { isSettled: false, status: last };
  } finally {
    await store.close();
  }
}
