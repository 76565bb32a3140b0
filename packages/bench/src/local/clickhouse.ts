import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { type ClickHouseClient, createClient } from '@clickhouse/client';
import { percentile } from '../load.js';
import type { BareTask } from './bare-chdb.js';
import {
  aggregate,
  BATCH_ROWS,
  batchOf,
  createTable,
  fillTable,
  readAll,
  STORED_ROWS,
} from './clickhouse-work.js';
import { startLocalServer } from './local-server.js';

const INSERTS = 12;
const AGGREGATES = 8;
const READS = 3;

/** Rows a second, and milliseconds; medians. */
interface Figures {
  inserted: number;
  aggregateMs: number;
  read: number;
}

type Run = (task: BareTask) => Promise<number>;

/** local-clickhouse through the official client beside bare chDB in a process of its own, in turns, with the same settings. */
export async function benchLocalClickHouse(print: (line: string) => void): Promise<object> {
  const server = await startLocalServer('local-clickhouse');
  const bare = await startBare(join(server.dataDir, 'engine.xml'));
  const client = createClient({ url: `http://127.0.0.1:${server.port}`, request_timeout: 60_000 });
  try {
    await client.command({ query: createTable });
    await client.command({ query: fillTable });
    const served = { name: 'local-clickhouse', run: (task: BareTask) => runServed(client, task) };
    const figures = await measureInTurns([served, { name: 'bare chDB', run: bare.run }]);
    for (const [name, { inserted, aggregateMs, read }] of Object.entries(figures)) {
      print(
        `${name}: inserted ${inserted.toFixed(0)} rows/s in batches of ${BATCH_ROWS}, aggregated ${STORED_ROWS} rows in ${aggregateMs.toFixed(0)} ms, read ${read.toFixed(0)} rows/s`,
      );
    }
    const sent = await readThroughSocket(bare.run);
    print(`bare chDB, its result sent to another process: read ${sent.toFixed(0)} rows/s`);
    const memory = server.residentMb();
    print(
      `resident memory of local-clickhouse: ${memory} MB after ${STORED_ROWS} rows and what was measured`,
    );
    return { ...figures, sent, memory };
  } finally {
    await client.close();
    await bare.stop();
    await server.stop();
  }
}

/** Each in turn, so that what else the machine does strikes both alike. The first of each kind warms up. */
async function measureInTurns(
  contenders: ReadonlyArray<{ name: string; run: Run }>,
): Promise<Record<string, Figures>> {
  const taken = new Map(
    contenders.map(({ name }) => [name, { insert: [], aggregate: [], readAll: [] } as Times]),
  );
  const measure = async (kind: keyof Times, count: number, taskOf: (round: number) => BareTask) => {
    for (let round = 0; round <= count; round += 1) {
      const task = taskOf(round);
      for (const { name, run } of contenders) {
        const ms = await run(task);
        if (round > 0) taken.get(name)![kind].push(ms);
      }
    }
  };
  await measure('insert', INSERTS, (round) => ({ insert: batchOf(round) }));
  await measure('aggregate', AGGREGATES, () => ({ read: 'aggregate' }));
  await measure('readAll', READS, () => ({ read: 'readAll' }));
  return Object.fromEntries([...taken].map(([name, times]) => [name, figuresOf(times)]));
}

/** What leaving the process costs alone, with neither HTTP nor a server: rows a second, the median. */
async function readThroughSocket(run: Run): Promise<number> {
  const receiver = createServer((socket) => socket.resume().on('end', () => socket.end()));
  receiver.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  const { port } = receiver.address() as AddressInfo;
  const times: number[] = [];
  for (let round = 0; round < READS; round += 1) times.push(await run({ read: 'readAll', port }));
  receiver.close();
  return (STORED_ROWS * 1_000) / percentile(times, 0.5);
}

/** Milliseconds of each kind of task. */
interface Times {
  insert: number[];
  aggregate: number[];
  readAll: number[];
}

const figuresOf = ({ insert, aggregate, readAll }: Times): Figures => ({
  inserted: (BATCH_ROWS * 1_000) / percentile(insert, 0.5),
  aggregateMs: percentile(aggregate, 0.5),
  read: (STORED_ROWS * 1_000) / percentile(readAll, 0.5),
});

async function runServed(client: ClickHouseClient, task: BareTask): Promise<number> {
  const startedMs = performance.now();
  const request =
    'insert' in task
      ? {
          query: 'INSERT INTO facts FORMAT JSONEachRow',
          values: Readable.from([task.insert], { objectMode: false }),
        }
      : { query: `${task.read === 'aggregate' ? aggregate : readAll} FORMAT JSONEachRow` };
  const { stream } = await client.exec(request);
  for await (const _ of stream);
  return performance.now() - startedMs;
}

async function startBare(configFile: string): Promise<{ run: Run; stop(): Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bellhop-bench-bare-chdb-'));
  const child = fork(fileURLToPath(new URL('./bare-chdb.js', import.meta.url)), [dataDir, configFile]);
  const exit = once(child, 'exit');
  const answer = async <T>() => {
    const [value] = await Promise.race([
      once(child, 'message') as Promise<[T]>,
      exit.then(() => Promise.reject(new Error('bare chDB ended'))),
    ]);
    return value;
  };
  await answer();
  return {
    async run(task) {
      const answered = answer<number>();
      child.send(task);
      return await answered;
    },
    async stop() {
      child.kill('SIGTERM');
      await exit;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
