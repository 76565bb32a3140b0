import { setTimeout as delay } from 'node:timers/promises';
import type { ClickHouse } from '@bellhop/clickhouse';
import { connectEventStore } from '@bellhop/eventstore';
import type { Stack } from '@bellhop/stack';
import { kafkaOf } from './connections.js';
import { isDrained, stationStatus } from './station-status.js';

const POLL_MS = 250;
const STALLED_AFTER_MS = 30_000;

/** Waits until every station has let go what it holds and ClickHouse has so many touchpoints, or until nothing moves any more. */
export async function settle(
  stack: Pick<Stack, 'env'>,
  clickhouse: ClickHouse,
  expected: number,
): Promise<void> {
  const store = connectEventStore(stack.env.EVENTSTORE_URL);
  const kafka = kafkaOf({ KAFKA_BROKERS: stack.env.KAFKA_BROKERS.split(',') });
  try {
    let last = '';
    for (let movedAt = Date.now(); Date.now() - movedAt < STALLED_AFTER_MS; await delay(POLL_MS)) {
      // A server that is being started again can't be asked: that is no movement, and no end either.
      const status = await stationStatus(kafka, store, clickhouse).catch(() => undefined);
      if (status && isDrained(status) && status.tables.touchpoints >= expected) return;
      const now = status ? JSON.stringify(status) : last;
      if (now !== last) movedAt = Date.now();
      last = now;
    }
  } finally {
    await store.close();
  }
}
