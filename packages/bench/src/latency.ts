import { setTimeout as delay } from 'node:timers/promises';
import type { ClickHouse } from '@bellhop/clickhouse';
import type { Stack } from '@bellhop/stack';
import { percentile, post, touchpointInput } from './load.js';
import { queryableCount } from './queryable.js';

export interface Latency {
  touchpoints: number;
  perSecond: number;
  /** From the 2xx of ingest until the rollup counts it; milliseconds. */
  p50: number;
  p99: number;
  max: number;
}

export interface SteadyLoad {
  perSecond: number;
  seconds: number;
  propertyId: string;
  /** Tells the touchpoints of one run from those of another. */
  run: string;
}

const POLL_MS = 20;

/**
 * From accepted to queryable at a steady load, one touchpoint a request. The rollup is polled; the n-th accepted counts
 * as queryable at the first poll that counts n, so a poll's own time is part of the figure.
 */
export async function measureLatency(
  stack: Stack,
  clickhouse: ClickHouse,
  load: SteadyLoad,
): Promise<Latency> {
  const { perSecond, seconds, propertyId, run } = load;
  const total = perSecond * seconds;
  const before = await queryableCount(clickhouse, propertyId);
  const acceptedAt: number[] = [];
  const queryableAt: number[] = [];
  const startedAt = performance.now();
  const polling = (async () => {
    while (queryableAt.length < total) {
      const counted = (await queryableCount(clickhouse, propertyId)) - before;
      const now = performance.now();
      while (queryableAt.length < counted) queryableAt.push(now);
      await delay(POLL_MS);
    }
  })();
  const sending: Promise<void>[] = [];
  for (let index = 0; index < total; index++) {
    const dueAt = startedAt + (index * 1_000) / perSecond;
    const early = dueAt - performance.now();
    if (early > 1) await delay(early);
    const sent = post(stack.env.INGEST_URL, [touchpointInput(index, propertyId, run)]).then(() => {
      acceptedAt.push(performance.now());
    });
    sending.push(sent);
  }
  await Promise.all([...sending, polling]);
  const sorted = acceptedAt.sort((a, b) => a - b);
  const latencies = sorted.map((accepted, index) =>
    Math.max(0, (queryableAt[index] ?? Number.NaN) - accepted),
  );
  return {
    touchpoints: total,
    perSecond,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    max: Math.max(...latencies),
  };
}
