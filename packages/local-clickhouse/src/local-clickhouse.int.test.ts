import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { type ClickHouseClient, createClient, type DataFormat } from '@clickhouse/client';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type LocalClickHouse, startLocalClickHouse } from './index.js';

const dataDir = mkdtempSync(join(tmpdir(), 'local-clickhouse-'));
const users = {
  default: {},
  analyst: { password: 'secret', readonly: true, limits: { max_rows_to_read: 1000 } },
};
let server: LocalClickHouse;
let url: string;
const clients: ClickHouseClient[] = [];

const client = (options: Parameters<typeof createClient>[0] = {}) => {
  const created = createClient({ url, log: { level: 127 }, ...options });
  clients.push(created);
  return created;
};

const send = async (parameters: Record<string, string>, init: RequestInit = {}) => {
  const response = await fetch(`${url}/?${new URLSearchParams(parameters)}`, init);
  return { status: response.status, headers: response.headers, text: await response.text() };
};
const post = (parameters: Record<string, string>, body: string | Uint8Array<ArrayBuffer>) =>
  send(parameters, { method: 'POST', body });

beforeAll(async () => {
  server = await startLocalClickHouse({ dataDir, users });
  url = `http://127.0.0.1:${server.port}`;
  await client().command({
    query: 'CREATE TABLE notes (id UInt32, text String) ENGINE = MergeTree ORDER BY id',
  });
});

afterAll(async () => {
  await Promise.all(clients.map((each) => each.close()));
  await server.close();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('with the official client', () => {
  test('a ping succeeds, with and without a query', async () => {
    expect(await client().ping()).toEqual({ success: true });
    expect(await client().ping({ select: true })).toEqual({ success: true });
  });

  const rows = [
    { id: 1, text: 'semicolon; -- and "quotes"' },
    { id: 2, text: "an empty line\n\nSELECT 1; DROP TABLE notes; 'é✓" },
  ];

  test.each([false, true])(
    'rows go in from arrays and streams and come out again, compressed: %s',
    async (gzip) => {
      const own = client({ compression: { request: gzip, response: gzip } });
      await own.command({ query: 'TRUNCATE TABLE notes' });
      const inserted = await own.insert({ table: 'notes', values: rows.slice(0, 1), format: 'JSONEachRow' });
      expect(inserted.summary).toMatchObject({ written_rows: '1' });
      await own.insert({ table: 'notes', values: Readable.from(rows.slice(1)), format: 'JSONEachRow' });
      const result = await own.query({ query: 'SELECT * FROM notes ORDER BY id', format: 'JSONEachRow' });
      expect(await result.json()).toEqual(rows);
    },
  );

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

  test("a session keeps what was SET in it, but not one query's settings, nor a GET's readonly", async () => {
    const session_id = 'two';
    await post({ session_id }, 'SET max_block_size = 5');
    const ask = "SELECT getSetting('max_block_size'), getSetting('max_threads') = 7";
    expect((await send({ session_id, query: ask, max_threads: '7' })).text).toBe('5\t1\n');
    expect(await send({ session_id, query: ask, max_threads: '7', nope: '1' })).toMatchObject({
      status: 404,
    });
    expect((await send({ session_id, query: ask })).text).toBe('5\t0\n');
    expect(await send({ session_id, query: 'TRUNCATE TABLE notes' })).toMatchObject({ status: 500 });
    expect(await post({ session_id }, 'TRUNCATE TABLE notes')).toMatchObject({ status: 200 });
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

describe('over plain HTTP', () => {
  test('answers health checks', async () => {
    for (const path of ['/ping', '/', '/replicas_status']) {
      expect(await (await fetch(url + path)).text()).toBe('Ok.\n');
    }
    expect((await fetch(`${url}/nope`)).status).toBe(404);
  });

  test('a GET reads but does not write', async () => {
    expect(await send({ query: 'SELECT 1 AS a', default_format: 'JSONEachRow' })).toMatchObject({
      status: 200,
      text: '{"a":1}\n',
    });
    expect(await send({ query: 'DROP TABLE notes' })).toMatchObject({
      status: 500,
      text: expect.stringContaining('Code: 164'),
    });
  });

  test('headers name the format, the query, the zone and the error', async () => {
    const ok = await post(
      { query_id: 'q1', wait_end_of_query: '1' },
      'SELECT number FROM numbers(10) FORMAT CSV',
    );
    expect(ok.headers.get('x-clickhouse-format')).toBe('CSV');
    expect(ok.headers.get('x-clickhouse-query-id')).toBe('q1');
    expect(ok.headers.get('x-clickhouse-timezone')).toBeTruthy();
    expect(JSON.parse(ok.headers.get('x-clickhouse-summary')!)).toMatchObject({ read_rows: '10' });
    const failed = await post({}, 'SELECT * FROM nope');
    expect(failed.status).toBe(404);
    expect(failed.headers.get('x-clickhouse-exception-code')).toBe('60');
    expect(failed.text).toMatch(/^Code: 60\. DB::Exception: .*\(UNKNOWN_TABLE\)\n$/);
  });

  test.each([
    ['JSONEachRow', '{"id":1,"text":"a;\\n\\nb"}\n\n{"id":2,"text":"c"}'],
    ['CSV', '1,"a;\n\nb"\n2,c\n'],
    ['TSV', '1\ta;\\n\\nb\n2\tc\n'],
    ['Values', "(1, 'a;\n\nb'), (2, lower('C'));"],
    ['RowBinary', Uint8Array.from([1, 0, 0, 0, 5, 97, 59, 10, 10, 98, 2, 0, 0, 0, 1, 99])],
  ])('takes %s as it is, from the body and from behind the statement, gzipped too', async (format, data) => {
    const bytes = Buffer.from(data as string);
    const statement = `INSERT INTO notes FORMAT ${format}`;
    const inserts = [
      () => post({ query: statement }, bytes),
      () => post({}, Buffer.concat([Buffer.from(`${statement}\n`), bytes])),
      () =>
        send(
          { query: statement },
          { method: 'POST', body: gzipSync(bytes), headers: { 'Content-Encoding': 'gzip' } },
        ),
    ];
    for (const insert of inserts) {
      await post({}, 'TRUNCATE TABLE notes');
      expect(await insert()).toMatchObject({ status: 200, text: '' });
      expect((await post({}, 'SELECT * FROM notes ORDER BY id FORMAT TSV')).text).toBe(
        '1\ta;\\n\\nb\n2\tc\n',
      );
    }
  });

  test.each(['Native', 'Parquet', 'RowBinaryWithNamesAndTypes'])(
    'what it gives as %s it takes again',
    async (format) => {
      await post({}, 'TRUNCATE TABLE notes');
      const given = await fetch(`${url}/?default_format=${format}`, {
        method: 'POST',
        body: "SELECT toUInt32(number) AS id, concat('a;\n', toString(number)) AS text FROM numbers(70000)",
      });
      await post({ query: `INSERT INTO notes FORMAT ${format}` }, new Uint8Array(await given.arrayBuffer()));
      expect((await post({}, 'SELECT count(), sum(id) FROM notes')).text).toBe('70000\t2449965000\n');
    },
  );

  test('a bad row fails the insert as a whole and names its place', async () => {
    await post({}, 'TRUNCATE TABLE notes');
    const failed = await post({ query: 'INSERT INTO notes FORMAT CSV' }, '1,a\nx,b\n');
    expect(failed).toMatchObject({ status: 400, text: expect.stringContaining('(at row 2)') });
    expect((await post({}, 'SELECT count() FROM notes')).text).toBe('0\n');
  });

  test('settings from the URL reach an insert: dates are read as asked', async () => {
    await post({}, "CREATE TABLE times (at DateTime64(3, 'UTC')) ENGINE = Memory");
    const query = 'INSERT INTO times FORMAT JSONEachRow';
    const row = '{"at":"2026-01-02T03:04:05.678Z"}';
    await post(
      { query, date_time_input_format: 'best_effort', async_insert: '1', wait_for_async_insert: '1' },
      row,
    );
    expect((await post({}, 'SELECT at FROM times')).text).toBe('2026-01-02 03:04:05.678\n');
  });

  test('a repeated deduplication token counts once, in a dependent view too', async () => {
    const window = 'SETTINGS non_replicated_deduplication_window = 1000';
    await post({}, `CREATE TABLE facts (k UInt8) ENGINE = MergeTree ORDER BY k ${window}`);
    await post({}, `CREATE TABLE sums (k UInt8, n UInt64) ENGINE = SummingMergeTree ORDER BY k ${window}`);
    await post(
      {},
      'CREATE MATERIALIZED VIEW facts_to_sums TO sums AS SELECT k, count() AS n FROM facts GROUP BY k',
    );
    for (const token of ['a', 'b', 'a', 'b']) {
      const parameters = {
        insert_deduplication_token: token,
        deduplicate_blocks_in_dependent_materialized_views: '1',
      };
      await post({ query: 'INSERT INTO facts FORMAT CSV', ...parameters }, '1\n1\n2\n');
    }
    expect((await post({}, 'SELECT (SELECT count() FROM facts), (SELECT sum(n) FROM sums)')).text).toBe(
      '6\t6\n',
    );
  });

  test.each([
    [{ query: 'SELECT 1', user: 'analyst', password: 'wrong' }, 403, 516],
    [{ query: 'SELECT 1', user: 'nobody' }, 403, 516],
    [
      { query: "SELECT * FROM file('/etc/hostname', 'LineAsString')", user: 'analyst', password: 'secret' },
      403,
      497,
    ],
    [{ query: 'SELECT sum(number) FROM numbers(5000)', user: 'analyst', password: 'secret' }, 500, 158],
    [{ query: 'SELECT 1', user: 'analyst', password: 'secret', max_rows_to_read: '0' }, 500, 452],
    [{ query: 'SELECT 1 SETTINGS max_rows_to_read = 0', user: 'analyst', password: 'secret' }, 500, 164],
    [{ query: 'SELECT 1', user: 'analyst', password: 'secret', readonly: '0' }, 500, 164],
    [{ query: 'SET readonly = 0', user: 'analyst', password: 'secret' }, 500, 164],
    [{ query: 'INSERT INTO notes VALUES (1, 2)', user: 'analyst', password: 'secret' }, 403, 497],
    [{ query: 'SELECT 1; DROP TABLE notes', user: 'analyst', password: 'secret' }, 400, 62],
    [{ query: 'SELECT 1', role: 'r' }, 404, 511],
    [{ query: 'SELECT 1', http_write_exception_in_output_format: '1' }, 501, 48],
    [{ query: 'SELECT 1', default_format: 'Nope' }, 404, 73],
    [{ query: 'SELECT 1', 'a b': '1' }, 404, 115],
  ])('refuses %j', async (parameters, status, code) => {
    const refused = await post(parameters as unknown as Record<string, string>, '');
    expect(refused).toMatchObject({
      status,
      text: expect.stringMatching(`^Code: ${code}\\. DB::Exception: `),
    });
  });

  test('an analyst reads within its limits, named in any of three ways', async () => {
    const query = 'SELECT sum(number) FROM numbers(500)';
    const ways: Array<[Record<string, string>, Record<string, string>]> = [
      [{ user: 'analyst', password: 'secret' }, {}],
      [{}, { 'X-ClickHouse-User': 'analyst', 'X-ClickHouse-Key': 'secret' }],
      [{}, { Authorization: `Basic ${Buffer.from('analyst:secret').toString('base64')}` }],
    ];
    for (const [parameters, headers] of ways) {
      expect(await send({ query, ...parameters }, { headers })).toMatchObject({
        status: 200,
        text: '124750\n',
      });
    }
  });

  test('an insert whose client breaks off leaves nothing behind', async () => {
    await post({}, 'TRUNCATE TABLE notes');
    const abort = new AbortController();
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode('1,a\n')),
      pull: () => abort.abort(),
    });
    const init = { method: 'POST', body, duplex: 'half', signal: abort.signal } as RequestInit;
    await expect(send({ query: 'INSERT INTO notes FORMAT CSV' }, init)).rejects.toThrow();
    expect((await post({}, 'SELECT count() FROM notes')).text).toBe('0\n');
  });
});
