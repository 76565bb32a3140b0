import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ServerUnderTest, startServer } from './server-under-test.js';

let server: ServerUnderTest;
let ask: ServerUnderTest['ask'];

beforeAll(async () => {
  server = await startServer();
  ask = server.ask;
});
afterAll(() => server.stop());

/** Undefined where the system doesn't tell. */
const residentMb = (pid: number): number | undefined => {
  if (process.platform !== 'linux') return undefined;
  const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line![1]) / 1024;
};

const count = async (table: string) => (await ask(`SELECT count() FROM ${table} FINAL`)).trim();

describe('what the engine is known to do, over HTTP', () => {
  test.each([
    ['ReplacingMergeTree(v)', '2'],
    ['CollapsingMergeTree(sign)', '1'],
    ['SummingMergeTree(v)', '2'],
  ])('the MergeTree family merges: %s', async (engine, left) => {
    const table = engine.slice(0, engine.indexOf('('));
    await ask(`CREATE TABLE ${table} (k UInt8, v UInt8, sign Int8) ENGINE = ${engine} ORDER BY k`);
    for (const row of ['(1, 1, 1)', '(1, 1, -1), (2, 1, 1)']) await ask(`INSERT INTO ${table} VALUES ${row}`);
    expect(await count(table)).toBe(left);
  });

  test('a materialised view keeps the states of its aggregates', async () => {
    await ask('CREATE TABLE visits (property String, guest UInt32) ENGINE = MergeTree ORDER BY property');
    await ask(
      'CREATE TABLE guests (property String, guests AggregateFunction(uniq, UInt32)) ENGINE = AggregatingMergeTree ORDER BY property',
    );
    await ask(
      'CREATE MATERIALIZED VIEW visits_to_guests TO guests AS SELECT property, uniqState(guest) AS guests FROM visits GROUP BY property',
    );
    for (const guest of [1, 2, 2]) await ask(`INSERT INTO visits VALUES ('a', ${guest})`);
    expect(await ask('SELECT property, uniqMerge(guests) FROM guests GROUP BY property')).toBe('a\t2\n');
  });

  test('a parameterised view takes its values', async () => {
    await ask('CREATE VIEW doubled AS SELECT {n:UInt8} * 2 AS x');
    expect(await ask('SELECT x FROM doubled(n = {given:UInt8})', { param_given: '21' })).toBe('42\n');
  });

  test('JSON columns take documents and give their paths', async () => {
    await ask('CREATE TABLE documents (d JSON) ENGINE = MergeTree ORDER BY tuple()');
    await ask('INSERT INTO documents FORMAT JSONEachRow {"d":{"a":{"b":1},"c":["x"]}}');
    expect(await ask('SELECT d.a.b, d.c FROM documents')).toBe("1\t['x']\n");
  });

  test('EXCHANGE TABLES swaps two tables, in a database of its own', async () => {
    await ask('CREATE DATABASE swapped');
    for (const name of ['a', 'b']) {
      await ask(`CREATE TABLE swapped.${name} ENGINE = MergeTree ORDER BY x AS SELECT '${name}' AS x`);
    }
    await ask('EXCHANGE TABLES swapped.a AND swapped.b');
    expect(await ask('SELECT x FROM swapped.a')).toBe('b\n');
  });

  test('lightweight deletes and mutations end', async () => {
    await ask('CREATE TABLE deleted ENGINE = MergeTree ORDER BY x AS SELECT number AS x FROM numbers(10)');
    await ask('DELETE FROM deleted WHERE x < 4');
    await ask('ALTER TABLE deleted DELETE WHERE x > 7', { mutations_sync: '2' });
    expect(await ask('SELECT groupArray(x) FROM deleted')).toBe('[4,5,6,7]\n');
  });

  test('refreshable views refresh, in a database of their own', async () => {
    await ask('CREATE DATABASE refreshed');
    await ask(
      'CREATE MATERIALIZED VIEW refreshed.v REFRESH EVERY 1 HOUR (x UInt64) ENGINE = MergeTree ORDER BY x AS SELECT 7 AS x',
    );
    await ask('SYSTEM WAIT VIEW refreshed.v');
    expect(await ask('SELECT x FROM refreshed.v')).toBe('7\n');
  });

  test('a repeated deduplication token counts once, in a view too, and after a kill', async () => {
    const window = 'SETTINGS non_replicated_deduplication_window = 100';
    await ask(`CREATE TABLE facts (k UInt8) ENGINE = MergeTree ORDER BY k ${window}`);
    await ask(`CREATE TABLE sums (k UInt8, n UInt64) ENGINE = SummingMergeTree ORDER BY k ${window}`);
    await ask(
      'CREATE MATERIALIZED VIEW facts_to_sums TO sums AS SELECT k, count() AS n FROM facts GROUP BY k',
    );
    const insert = () =>
      ask('INSERT INTO facts VALUES (1), (1), (2)', {
        insert_deduplication_token: 'one',
        deduplicate_blocks_in_dependent_materialized_views: '1',
      });
    await insert();
    await insert();
    await server.restart('SIGKILL');
    await insert();
    expect(await ask('SELECT (SELECT count() FROM facts), (SELECT sum(n) FROM sums)')).toBe('3\t3\n');
  });

  test.each(['CREATE QUOTA q', 'CREATE ROW POLICY p ON system.one USING 1 TO ALL'])(
    '%s is refused: the engine has no place for it',
    async (sql) => {
      await expect(ask(sql)).rejects.toThrow('Code: 514');
    },
  );
});

describe('beside others', () => {
  const slow = {
    max_block_size: '1',
    function_sleep_max_microseconds_per_block: '100000000',
  };

  test('four heavy selects never keep inserts waiting for their end', async () => {
    const abort = new AbortController();
    const selects = [1, 2, 3, 4].map(() =>
      server
        .client()
        .query({
          query: 'SELECT sleepEachRow(0.1) FROM numbers(300)',
          clickhouse_settings: slow,
          abort_signal: abort.signal,
        })
        .catch((fault: Error) => fault.message),
    );
    await ask('CREATE TABLE quick (x UInt64) ENGINE = MergeTree ORDER BY x');
    const started = performance.now();
    for (let n = 0; n < 20; n++) await ask(`INSERT INTO quick VALUES (${n})`);
    // The selects take 30 seconds, so that what waited for one could not be done by now.
    expect(performance.now() - started).toBeLessThan(10_000);
    abort.abort();
    await Promise.all(selects);
    expect(await ask('SELECT count() FROM quick')).toBe('20\n');
  });

  test('resident memory stays under 1,200 MB after a million rows', async () => {
    await ask('CREATE TABLE many (id UInt64, text String) ENGINE = MergeTree ORDER BY id');
    for (let batch = 0; batch < 10; batch++) {
      await ask(
        `INSERT INTO many SELECT number + ${batch} * 100000, concat('text ', toString(number)) FROM numbers(100000)`,
      );
    }
    expect(await ask('SELECT count(), uniqExact(text) FROM many')).toBe('1000000\t100000\n');
    expect(residentMb(server.pid) ?? 0).toBeLessThan(1_200);
  });
});
