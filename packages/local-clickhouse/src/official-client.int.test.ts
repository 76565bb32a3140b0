import { type ClickHouseClient, createClient, type DataFormat } from '@clickhouse/client';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type RunningServer, startRunningServer } from './testing/running-server.js';

let server: RunningServer;
const clients: ClickHouseClient[] = [];

const client = (options: Parameters<typeof createClient>[0] = {}) => {
  const created = createClient({ url: server.url, log: { level: 127 }, ...options });
  clients.push(created);
  return created;
};

beforeAll(async () => {
  server = await startRunningServer();
  await server.query('CREATE TABLE notes (id UInt32, text String) ENGINE = MergeTree ORDER BY id');
});
afterAll(async () => {
  await Promise.all(clients.map((each) => each.close()));
  await server.close();
});

describe('the official client', () => {
  test('a ping succeeds, with and without a query', async () => {
    expect(await client().ping()).toEqual({ success: true });
    expect(await client().ping({ select: true })).toEqual({ success: true });
  });

  const rows = [
    { id: 1, text: 'semicolon; -- and "quotes"' },
    { id: 2, text: "an empty line\n\nSELECT 1; DROP TABLE notes; 'é✓" },
  ];

  test.each<DataFormat>([
    'JSON',
    'JSONStrings',
    'JSONCompact',
    'JSONCompactStrings',
    'JSONColumnsWithMetadata',
    'JSONObjectEachRow',
    'JSONEachRow',
    'JSONStringsEachRow',
    'JSONCompactEachRow',
    'JSONCompactStringsEachRow',
    'JSONCompactEachRowWithNames',
    'JSONCompactEachRowWithNamesAndTypes',
    'JSONCompactStringsEachRowWithNames',
    'JSONCompactStringsEachRowWithNamesAndTypes',
    'JSONEachRowWithProgress',
    'CSV',
    'CSVWithNames',
    'CSVWithNamesAndTypes',
    'TabSeparated',
    'TabSeparatedRaw',
    'TabSeparatedWithNames',
    'TabSeparatedWithNamesAndTypes',
    'CustomSeparated',
    'CustomSeparatedWithNames',
    'CustomSeparatedWithNamesAndTypes',
    'Parquet',
  ])('%s comes out with every row, over several blocks', async (format) => {
    const result = await client().query({ query: 'SELECT number AS n FROM numbers(150000)', format });
    const text = await result.text();
    if (format === 'Parquet') return expect(text.startsWith('PAR1')).toBe(true);
    expect(text.match(/\b149999\b/g)).toHaveLength(1);
    expect(text.match(/\bUInt64\b/g)?.length ?? 0).toBeLessThanOrEqual(1);
  });

  test('a streamed result arrives in batches of rows', async () => {
    const result = await client().query({
      query: 'SELECT number AS n FROM numbers(300000)',
      format: 'JSONEachRow',
    });
    let sum = 0;
    for await (const batch of result.stream<{ n: number }>()) for (const row of batch) sum += row.json().n;
    expect(sum).toBe((299_999 * 300_000) / 2);
  });

  test('an error in the middle of a stream reaches the reader', async () => {
    const query = 'SELECT throwIf(number > 2000000) FROM numbers(3000000) SETTINGS max_threads = 1';
    const result = await client().query({ query, format: 'JSONEachRow' });
    await expect(result.text()).rejects.toThrow();
    const streamed = await client().query({ query, format: 'JSONEachRow' });
    const read = async () => {
      for await (const _ of streamed.stream());
    };
    await expect(read()).rejects.toMatchObject({ code: '395' });
  });

  test('query parameters are bound, whatever they hold, and beside each other', async () => {
    const values = ["it's; \\ \t\n", 'é', '', '\\N', 'NULL', "') OR 1"];
    const ask = async (value: string) => {
      const result = await client().query({
        query:
          'SELECT {value: String} AS value, {list: Array(String)} AS list, {none: Nullable(Int8)} AS none',
        query_params: { value, list: values, none: null },
        format: 'JSONEachRow',
      });
      return await result.json();
    };
    const answers = await Promise.all(values.map(ask));
    expect(answers).toEqual(values.map((value) => [{ value, list: values, none: null }]));
  });

  test('settings, the database and the query id count for one query', async () => {
    const own = client();
    await own.command({ query: 'CREATE DATABASE IF NOT EXISTS `odd ``name`' });
    const query = "SELECT getSetting('max_block_size') AS size, currentDatabase() AS database";
    const first = await client({ database: 'odd `name' }).query({
      query,
      query_id: 'mine',
      clickhouse_settings: { max_block_size: '77' },
      format: 'JSONEachRow',
    });
    expect(first.query_id).toBe('mine');
    expect(await first.json()).toEqual([{ size: 77, database: 'odd `name' }]);
    expect(await (await own.query({ query, format: 'JSONEachRow' })).json()).toMatchObject([
      { database: 'default' },
    ]);
  });

  test('a session keeps its temporary tables, also after an error', async () => {
    const own = client({ session_id: 'one', max_open_connections: 1 });
    await own.command({ query: 'CREATE TEMPORARY TABLE mine (a Int8)' });
    await expect(own.query({ query: 'SELECT throwIf(number = 9) FROM numbers(10)' })).rejects.toMatchObject({
      code: '395',
    });
    const result = await own.query({ query: 'SELECT count() AS n FROM mine', format: 'JSONEachRow' });
    expect(await result.json()).toEqual([{ n: 0 }]);
    await expect(client().query({ query: 'SELECT * FROM mine' })).rejects.toMatchObject({ code: '60' });
  });

  test('errors carry the code and the name that a server gives', async () => {
    await expect(client().query({ query: 'SELECT nope' })).rejects.toMatchObject({
      code: '47',
      type: 'UNKNOWN_IDENTIFIER',
    });
    await expect(
      client().query({
        query: 'SELECT 1',
        clickhouse_settings: { max_execution_time: 0.2, nope: 1 } as never,
      }),
    ).rejects.toMatchObject({ code: '115' });
    await expect(
      client().query({
        query: 'SELECT sum(sipHash64(number)) FROM numbers(1e11)',
        clickhouse_settings: { max_execution_time: 0.2 },
      }),
    ).rejects.toMatchObject({ code: '159' });
  });

  test('exec hands over the raw result of any statement', async () => {
    const { stream } = await client().exec({ query: 'SELECT 1 AS one FORMAT CSVWithNames' });
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).toString()).toBe('"one"\n1\n');
  });

  test('mutations and merges finish although the background pools are small', async () => {
    const own = client();
    await own.command({
      query: 'CREATE TABLE changes (id UInt32, text String) ENGINE = MergeTree ORDER BY id',
    });
    await own.insert({ table: 'changes', values: rows, format: 'JSONEachRow' });
    await own.insert({ table: 'changes', values: rows, format: 'JSONEachRow' });
    await own.command({
      query: "ALTER TABLE changes UPDATE text = 'x' WHERE id = 1",
      clickhouse_settings: { mutations_sync: '2' },
    });
    await own.command({ query: 'OPTIMIZE TABLE changes FINAL' });
    const result = await own.query({
      query: "SELECT countIf(text = 'x') AS n FROM changes",
      format: 'JSONEachRow',
    });
    expect(await result.json()).toEqual([{ n: 2 }]);
  });

  test('inserts finish beside selects that take every reader', async () => {
    const abort = new AbortController();
    const selects = Array.from({ length: 4 }, () =>
      client()
        .query({
          query: 'SELECT sleepEachRow(0.1) FROM numbers(300)',
          clickhouse_settings: {
            max_block_size: '1',
            function_sleep_max_microseconds_per_block: '100000000',
            wait_end_of_query: 1,
          },
          abort_signal: abort.signal,
        })
        .catch((error: Error) => error.message),
    );
    await client().insert({ table: 'notes', values: rows, format: 'JSONEachRow' });
    abort.abort();
    expect(await Promise.all(selects)).toEqual(Array(4).fill('The user aborted a request.'));
    // The engine has been told to stop them, so that a reader is free long before their 30 seconds.
    await expect(client().ping({ select: true })).resolves.toEqual({ success: true });
  }, 15_000);
});
