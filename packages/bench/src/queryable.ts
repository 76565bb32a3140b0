import { setTimeout as delay } from 'node:timers/promises';
import type { ClickHouse } from '@bellhop/clickhouse';

const POLL_MS = 10;

/** What the rollup counts now. */
export async function queryableCount(clickhouse: ClickHouse, propertyId = ''): Promise<number> {
  const [row] = await clickhouse.query<{ n: number }>(
    "SELECT sum(touchpoints) AS n FROM touchpoint_rollup WHERE {propertyId:String} = '' OR property_id = {propertyId:String}",
    { propertyId },
  );
  return row?.n ?? 0;
}

/** Polls the rollup until it counts so many; returns the count. */
export async function untilCount(clickhouse: ClickHouse, count: number): Promise<number> {
  for (;;) {
    const now = await queryableCount(clickhouse);
    if (now >= count) return now;
    await delay(POLL_MS);
  }
}
