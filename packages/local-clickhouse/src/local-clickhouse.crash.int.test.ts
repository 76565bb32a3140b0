import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

const main = join(__dirname, '../dist/main.js');
let dataDir: string;
let running: ChildProcess | undefined;

async function start(args: string[] = []): Promise<{ child: ChildProcess; url: string }> {
  const child = fork(main, ['--data', dataDir, '--port', '0', ...args], { silent: true });
  running = child;
  const [ready] = (await once(child, 'message')) as [{ type: string; port: number }];
  expect(ready.type).toBe('ready');
  return { child, url: `http://127.0.0.1:${ready.port}` };
}

async function post(url: string, parameters: Record<string, string>, body: string): Promise<string> {
  const response = await fetch(`${url}/?${new URLSearchParams(parameters)}`, { method: 'POST', body });
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return text;
}

const insert = (url: string, token: number) =>
  post(
    url,
    {
      query: 'INSERT INTO facts FORMAT JSONEachRow',
      insert_deduplication_token: `batch-${token}`,
      deduplicate_blocks_in_dependent_materialized_views: '1',
    },
    Array.from({ length: 100 }, (_, index) => `{"id":${token * 100 + index},"k":${index % 3}}\n`).join(''),
  );

async function createTables(url: string): Promise<void> {
  const window = 'SETTINGS non_replicated_deduplication_window = 10000';
  await post(url, {}, `CREATE TABLE facts (id UInt32, k UInt8) ENGINE = MergeTree ORDER BY id ${window}`);
  await post(url, {}, `CREATE TABLE sums (k UInt8, n UInt64) ENGINE = SummingMergeTree ORDER BY k ${window}`);
  await post(url, {}, 'CREATE MATERIALIZED VIEW v TO sums AS SELECT k, count() AS n FROM facts GROUP BY k');
}

async function kill(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'local-clickhouse-crash-'));
});

afterEach(() => {
  running?.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

describe('a killed local ClickHouse', () => {
  test('has every insert that it acknowledged, once, in the view too, however often it is repeated', async () => {
    const kills = 12;
    for (let round = 0; round < kills; round++) {
      const { child, url } = await start();
      if (round === 0) await createTables(url);
      else await insert(url, round - 1);
      await insert(url, round);
      await kill(child);
    }
    const { child, url } = await start();
    await insert(url, kills - 1);
    const counts = await post(
      url,
      {},
      'SELECT (SELECT uniqExact(id) FROM facts), (SELECT count() FROM facts), (SELECT sum(n) FROM sums)',
    );
    expect(counts).toBe(`${kills * 100}\t${kills * 100}\t${kills * 100}\n`);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  test('killed in the middle of an insert, counts it once when it is repeated, in the view too', async () => {
    const seed = Date.now() % 100_000;
    process.stdout.write(`killed in the middle: seed ${seed}\n`);
    const first = await start();
    await createTables(first.url);
    await insert(first.url, 0);
    await kill(first.child);
    const rounds = 12;
    for (let round = 1; round <= rounds; round++) {
      const { child, url } = await start();
      const unanswered = insert(url, round).catch((error: Error) => error.message);
      await setTimeout(((seed * round) % 12) + 1);
      await kill(child);
      await unanswered;
      const again = await start();
      await insert(again.url, round);
      const counts = await post(
        again.url,
        {},
        'SELECT (SELECT count() FROM facts), (SELECT sum(n) FROM sums)',
      );
      expect(counts).toBe(`${(round + 1) * 100}\t${(round + 1) * 100}\n`);
      await kill(again.child);
    }
  });

  test('leaves its folder to the next, but a living one does not share it', async () => {
    const { child } = await start();
    const second = fork(main, ['--data', dataDir, '--port', '0'], { silent: true });
    let told = '';
    second.stderr!.on('data', (text: Buffer) => {
      told += text.toString();
    });
    expect(await once(second, 'close')).toEqual([1, null]);
    expect(told).toContain(
      `The data folder ${dataDir} is in use by another process. Choose another with --data.`,
    );
    const exited = once(child, 'exit');
    child.disconnect();
    expect(await exited).toEqual([0, null]);
  });
});
