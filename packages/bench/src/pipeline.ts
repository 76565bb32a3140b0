import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalStack } from '@bellhop/cli';
import { connectClickHouse } from '@bellhop/clickhouse';
import { freePorts } from '@bellhop/stack';
import { measureLatency } from './latency.js';
import { residentMemory } from './memory.js';
import { measureThroughput } from './throughput.js';

const LOAD = { total: 30_000, batch: 100, requestsSideBySide: 8 };
const STEADY = { perSecond: 200, seconds: 20 };

/** The whole stack on free ports: what is accepted over HTTP and how long it takes until ClickHouse counts it. */
export async function benchPipeline(print: (line: string) => void): Promise<object> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bellhop-bench-'));
  const stack = await startLocalStack({ ...freePorts(dataDir), LOG_LEVEL: 'warn' });
  const clickhouse = connectClickHouse({
    url: stack.env.CLICKHOUSE_URL,
    database: 'bellhop',
    username: 'default',
    password: '',
    application: 'bellhop-bench',
  });
  try {
    // Code that has not run yet is not what a running hotel meets.
    await measureLatency(stack, clickhouse, {
      ...STEADY,
      seconds: 5,
      propertyId: 'ani-plaza',
      run: 'warm-up',
    });
    const latency = await measureLatency(stack, clickhouse, {
      ...STEADY,
      propertyId: 'ani-plaza',
      run: 'latency',
    });
    print(
      `accepted to queryable at ${latency.perSecond}/s over ${latency.touchpoints}: p50 ${latency.p50.toFixed(0)} ms, p99 ${latency.p99.toFixed(0)} ms, max ${latency.max.toFixed(0)} ms`,
    );
    const throughput = await measureThroughput(stack, clickhouse, LOAD, [
      'ani-plaza',
      'wawel-court',
      'bund-terrace',
    ]);
    const { accepted, queryable, bareKafkajs } = throughput;
    print(
      `accepted over HTTP (${LOAD.total} in batches of ${LOAD.batch}, ${LOAD.requestsSideBySide} requests side by side): ${accepted.toFixed(0)}/s`,
    );
    print(
      `bare kafkajs, the same bytes in the same batches: ${bareKafkajs.toFixed(0)}/s; ratio ${(accepted / bareKafkajs).toFixed(2)}`,
    );
    print(`from HTTP to ClickHouse: ${queryable.toFixed(0)}/s`);
    const memory = residentMemory(stack);
    print(
      `resident memory, MB: ${Object.entries(memory)
        .map(([name, mb]) => `${name} ${mb}`)
        .join(', ')}; together ${Object.values(memory).reduce((sum, mb) => sum + mb, 0)}`,
    );
    return { latency, throughput, memory };
  } finally {
    await clickhouse.close();
    await stack.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
