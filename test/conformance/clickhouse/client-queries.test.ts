import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ServerUnderTest, startServer } from './server-under-test.js';

let server: ServerUnderTest;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

describe('queries', () => {
  test('bind parameters of every kind', async () => {
    const result = await server.client().query({
      query:
        'SELECT {s:String} AS s, {n:Nullable(Int32)} AS n, {f:Float64} AS f, {b:Bool} AS b, {d:DateTime64(3)} AS d, {a:Array(String)} AS a, {m:Map(String, UInt8)} AS m, {i:Identifier} AS i FROM (SELECT 7 AS x)',
      query_params: {
        s: "it's; {x} \\ \n",
        n: null,
        f: 1.5,
        b: true,
        d: new Date('2026-01-02T03:04:05.678Z'),
        a: ["'", 'ü'],
        m: { k: 1 },
        i: 'x',
      },
      format: 'JSONEachRow',
      clickhouse_settings: { session_timezone: 'UTC' },
    });
    expect(await result.json()).toEqual([
      {
        s: "it's; {x} \\ \n",
        n: null,
        f: 1.5,
        b: true,
        d: '2026-01-02 03:04:05.678',
        a: ["'", 'ü'],
        m: { k: 1 },
        i: 7,
      },
    ]);
  });

  test('take thousands of parameters in a form', async () => {
    const result = await server.client({ use_multipart_params: true }).query({
      query: 'SELECT count() FROM numbers(5000) WHERE number IN {ids:Array(UInt64)}',
      query_params: { ids: Array.from({ length: 3000 }, (_, id) => id) },
      format: 'CSV',
    });
    expect(await result.text()).toBe('3000\n');
  });

  test('take parameters of hundreds of kilobytes in the URL', async () => {
    const result = await server.client().query({
      query: 'SELECT length({text:String})',
      query_params: { text: 'x'.repeat(800_000) },
      format: 'CSV',
    });
    expect(await result.text()).toBe('800000\n');
  });

  test('give totals, extremes and what was left out', async () => {
    const result = await server.client().query({
      query:
        'SELECT number % 3 AS k, count() AS c FROM numbers(10) GROUP BY k WITH TOTALS ORDER BY k LIMIT 2',
      format: 'JSON',
      clickhouse_settings: { extremes: 1 },
    });
    expect(await result.json()).toMatchObject({
      rows: 2,
      rows_before_limit_at_least: 3,
      totals: { k: 0 },
      extremes: { min: { k: 0 }, max: { k: 1 } },
      statistics: { rows_read: 10 },
    });
  });

  test('tell their progress between the rows, where the format has it', async () => {
    const result = await server.client().query({
      query: 'SELECT sleep(0.1) AS foo FROM numbers(2)',
      format: 'JSONEachRowWithProgress',
      clickhouse_settings: { max_block_size: '1' },
    });
    const answer = (await result.json()) as object[];
    expect(answer.filter((each) => 'row' in each)).toEqual([{ row: { foo: 0 } }, { row: { foo: 0 } }]);
    expect(answer).toContainEqual({ meta: [{ name: 'foo', type: 'UInt8' }] });
    expect(answer.some((each) => 'progress' in each)).toBe(true);
  });

  test('keep a carriage return that is data', async () => {
    const result = await server.client().query({
      query: 'SELECT number, number + 1 FROM system.numbers_mt LIMIT 2',
      format: 'CSV',
      clickhouse_settings: { output_format_csv_crlf_end_of_line: 1 },
    });
    expect(await result.text()).toBe('0,1\r\n1,2\r\n');
  });

  test('deliver rows before the exception that comes among them', async () => {
    const result = await server.client().query({
      query: "SELECT number, throwIf(number = 500, 'in the middle') FROM system.numbers LIMIT 100000",
      format: 'CSV',
      clickhouse_settings: { http_response_buffer_size: '2', max_block_size: '1' },
    });
    let count = 0;
    const read = async () => {
      for await (const batch of result.stream()) count += batch.length;
    };
    await expect(read()).rejects.toThrow('in the middle');
    expect(count).toBeGreaterThan(50);
  });

  test('that fail while their progress is reported fail with their code', async () => {
    const failing = server.client().query({
      query:
        "SELECT count() FROM numbers(20) WHERE sleepEachRow(0.02) = 0 AND NOT throwIf(number = 10, 'later') SETTINGS max_block_size = 1",
      clickhouse_settings: { send_progress_in_http_headers: 1, http_headers_progress_interval_ms: '100' },
    });
    await expect(failing).rejects.toMatchObject({ code: '395', message: expect.stringContaining('later') });
  });

  test('of endless results end when their reader goes', async () => {
    const client = server.client();
    const result = await client.query({
      query: 'SELECT * FROM system.numbers',
      format: 'JSONCompactEachRow',
    });
    const stream = result.stream();
    await once(stream, 'data');
    stream.destroy();
    const running = "SELECT count() FROM system.processes WHERE query LIKE '%system.numbers %'";
    // It finds itself.
    while ((await server.ask(running)) !== '1\n');
  });
});
