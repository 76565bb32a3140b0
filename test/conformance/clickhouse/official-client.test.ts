import { once } from 'node:events';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type ServerUnderTest, startServer } from './server-under-test.js';

let server: ServerUnderTest;

beforeAll(async () => {
  const users = {
    default: {},
    reader: { password: 'secret', readonly: true },
  };
  server = await startServer({ users });
  await server.ask(
    'CREATE TABLE simple (id UInt64, name String, sku Array(UInt8)) ENGINE = MergeTree ORDER BY id',
  );
});
afterAll(() => server.stop());
beforeEach(async () => {
  await server.ask('TRUNCATE TABLE simple');
});

const rows = [
  { id: '1', name: 'a', sku: [1] },
  { id: '2', name: 'semicolon; -- "quotes"\n\nSELECT 1; DROP TABLE simple; \'é✓', sku: [] },
];
const all = async () =>
  await (
    await server.client().query({ query: 'SELECT * FROM simple ORDER BY id', format: 'JSONEachRow' })
  ).json();
const quoted = { clickhouse_settings: { output_format_json_quote_64bit_integers: 1 } as const };

describe('inserts', () => {
  test.each([false, true])('arrive from arrays and streams, packed: %s', async (request) => {
    const client = server.client({ ...quoted, compression: { request, response: request } });
    await client.insert({ table: 'simple', values: [rows[0]], format: 'JSONEachRow' });
    await client.insert({ table: 'simple', values: Readable.from([rows[1]]), format: 'JSONEachRow' });
    const result = await client.query({ query: 'SELECT * FROM simple ORDER BY id', format: 'JSONEachRow' });
    expect(await result.json()).toEqual(rows);
  });

  test('arrive in every text and binary format', async () => {
    const client = server.client();
    const meta = [
      { name: 'id', type: 'UInt64' },
      { name: 'name', type: 'String' },
      { name: 'sku', type: 'Array(UInt8)' },
    ];
    const inserts = [
      ['CSV', '1,a,"[1]"\n'],
      ['TabSeparated', '2\tb\t[1]\n'],
      ['CSVWithNames', '"sku","id","name"\n"[]",3,c\n'],
      ['CustomSeparated', '4\td\t[]\n'],
    ] as const;
    for (const [format, line] of inserts) {
      await client.insert({ table: 'simple', values: Readable.from([line], { objectMode: false }), format });
    }
    await client.insert({ table: 'simple', values: [['5', 'e', [1]]], format: 'JSONCompactEachRow' });
    await client.insert({
      table: 'simple',
      values: { meta, data: [{ id: '6', name: 'f', sku: [] }] },
      format: 'JSON',
    });
    await client.insert({
      table: 'simple',
      values: { x: { id: '7', name: 'g', sku: [] } },
      format: 'JSONObjectEachRow',
    });
    expect((await all()).map((row) => Number((row as { id: unknown }).id))).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test('fill the columns that are named, or all but some', async () => {
    const client = server.client(quoted);
    await client.insert({ table: 'simple', values: [{ id: '1' }], format: 'JSONEachRow', columns: ['id'] });
    await client.insert({
      table: 'simple',
      values: [{ id: '2', name: 'x' }],
      format: 'JSONEachRow',
      columns: { except: ['sku'] },
    });
    await client.insert({
      table: 'simple',
      values: [{}],
      format: 'JSONEachRow',
      columns: { except: ['id', 'name', 'sku'] },
    });
    expect(await all()).toHaveLength(2);
  });

  test('of nothing, from an ended stream too, are answered', async () => {
    const client = server.client();
    const empty = await client.insert({ table: 'simple', values: Readable.from([]), format: 'JSONEachRow' });
    expect(empty.query_id).toEqual(expect.any(String));
    expect(await client.insert({ table: 'simple', values: [], format: 'JSONEachRow' })).toMatchObject({
      executed: false,
    });
  });

  test('that are aborted leave the others alone', async () => {
    const client = server.client({ max_open_connections: 10 });
    const abort = new AbortController();
    const streams = [0, 1, 2].map(() => new PassThrough({ objectMode: true }));
    const inserts = streams.map((values, id) => {
      values.write({ id, name: 'x', sku: [] });
      const options = id === 1 ? { abort_signal: abort.signal } : {};
      return client.insert({ table: 'simple', values, format: 'JSONEachRow', ...options });
    });
    const aborted = inserts[1]!.catch((fault: Error) => fault.message);
    abort.abort();
    for (const stream of streams) stream.end();
    expect(await aborted).toMatch(/aborted/);
    await Promise.all([inserts[0], inserts[2]]);
    expect(await all()).toHaveLength(2);
  });

  test('and INSERT SELECT tell figures, as strings', async () => {
    const client = server.client();
    const inserted = await client.insert({ table: 'simple', values: rows, format: 'JSONEachRow' });
    const executed = await client.exec({ query: 'INSERT INTO simple SELECT * FROM simple' });
    await text(executed.stream);
    for (const { summary } of [inserted, executed]) {
      for (const name of [
        'read_rows',
        'read_bytes',
        'written_rows',
        'written_bytes',
        'result_rows',
        'result_bytes',
        'elapsed_ns',
      ]) {
        expect(summary).toHaveProperty(name, expect.any(String));
      }
    }
    expect(inserted.summary).toMatchObject({ written_rows: '2' });
  });
});

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

describe('answers', () => {
  test('have the content types of a server', async () => {
    const types = {
      TSV: 'text/tab-separated-values; charset=UTF-8',
      CSV: 'text/csv; charset=UTF-8; header=absent',
      CSVWithNames: 'text/csv; charset=UTF-8; header=present',
      JSON: 'application/json; charset=UTF-8',
    };
    for (const [format, type] of Object.entries(types)) {
      const { response_headers, stream } = await server
        .client()
        .exec({ query: `SELECT 42 FORMAT ${format}` });
      await text(stream);
      expect(response_headers['content-type']).toBe(type);
    }
  });

  test('name the query by the id that was asked for, or a new one', async () => {
    const client = server.client();
    const named = await client.command({
      query: 'CREATE TABLE IF NOT EXISTS x (a Int8) ENGINE = Memory',
      query_id: 'my id',
    });
    expect(named.query_id).toBe('my id');
    const { query_id } = await client.command({ query: 'DROP TABLE x' });
    expect(query_id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
  });

  test.each([
    ['SELECT * FRON unknown_table', '62', 'SYNTAX_ERROR'],
    ['foobar', '62', 'SYNTAX_ERROR'],
    ['SELECT number FR', '47', 'UNKNOWN_IDENTIFIER'],
    ['SELECT * FROM unknown_table', '60', 'UNKNOWN_TABLE'],
    ['SELECT * FROM unknown_database.t', '81', 'UNKNOWN_DATABASE'],
    ["SELECT toInt32('x')", '6', 'CANNOT_PARSE_TEXT'],
    ['CREATE TABLE simple (a Int8) ENGINE = Memory', '57', 'TABLE_ALREADY_EXISTS'],
  ])('%s is refused with %s %s', async (query, code, type) => {
    await expect(server.client().command({ query })).rejects.toMatchObject({ code, type });
  });
});

describe('sessions', () => {
  test('keep temporary tables, from request to request', async () => {
    const client = server.client({ session_id: 'kept', max_open_connections: 1 });
    await client.command({ query: 'CREATE TEMPORARY TABLE mine (id Int32, name String)' });
    await client.insert({ table: 'mine', values: [{ id: 42, name: 'foo' }], format: 'JSONEachRow' });
    await text((await client.exec({ query: "INSERT INTO mine VALUES (43, 'bar')" })).stream);
    const result = await client.query({ query: 'SELECT id FROM mine ORDER BY id', format: 'JSONEachRow' });
    expect(await result.json()).toEqual([{ id: 42 }, { id: 43 }]);
  });

  test('are locked while they work (373), and checked where asked (372)', async () => {
    const abort = new AbortController();
    const busy = server
      .client()
      .query({ query: 'SELECT sleep(2)', session_id: 'busy', abort_signal: abort.signal })
      .catch(() => undefined);
    while (
      (await server.ask("SELECT count() FROM system.processes WHERE query LIKE '%sleep(2)%'")) !== '2\n'
    );
    await expect(server.ask('SELECT 1', { session_id: 'busy' })).rejects.toThrow('Code: 373');
    await expect(server.ask('SELECT 1', { session_id: 'new', session_check: '1' })).rejects.toThrow(
      'Code: 372',
    );
    await expect(server.ask('SELECT 1', { session_id: 'new', session_timeout: '4000' })).rejects.toThrow(
      'Code: 374',
    );
    abort.abort();
    await busy;
  });
});

describe('users', () => {
  test('a reader selects, and is refused what it has no right to', async () => {
    const reader = server.client({ username: 'reader', password: 'secret' });
    const result = await reader.query({ query: 'SELECT count() AS n FROM simple', format: 'JSONEachRow' });
    expect(await result.json()).toEqual([{ n: 0 }]);
    const refused = [
      () => reader.command({ query: 'CREATE TABLE no (a Int8) ENGINE = Memory' }),
      () => reader.insert({ table: 'simple', values: rows, format: 'JSONEachRow' }),
      () => reader.query({ query: 'SELECT * FROM system.users LIMIT 5' }),
    ];
    for (const attempt of refused) await expect(attempt()).rejects.toThrow('Not enough privileges');
  });

  test('with a wrong password is refused, by a ping too', async () => {
    const client = server.client({ password: 'wrong' });
    await expect(client.query({ query: 'SELECT 1' })).rejects.toMatchObject({
      code: '516',
      type: 'AUTHENTICATION_FAILED',
    });
    expect(await client.ping({ select: true })).toMatchObject({ success: false });
  });

  test('made by SQL insert and create tables with the roles that they ask for', async () => {
    for (const query of [
      "CREATE USER maria IDENTIFIED WITH sha256_password BY 'secret' DEFAULT DATABASE default",
      'CREATE ROLE IF NOT EXISTS may_insert',
      'CREATE ROLE IF NOT EXISTS may_nothing',
      'GRANT may_insert, may_nothing TO maria',
      'GRANT INSERT ON default.* TO may_insert',
    ]) {
      await server.client().command({ query });
    }
    const maria = server.client({ username: 'maria', password: 'secret', role: 'may_nothing' });
    const insert = async (role?: string | string[]) =>
      await maria.insert({ table: 'simple', values: [rows[0]], format: 'JSONEachRow', role });
    await insert(['may_nothing', 'may_insert']);
    await insert('may_insert');
    await expect(insert()).rejects.toMatchObject({ code: '497', type: 'ACCESS_DENIED' });
    const roles = await maria.query({ query: 'SELECT currentRoles() AS roles', format: 'JSONEachRow' });
    expect(await roles.json()).toEqual([{ roles: ['may_nothing'] }]);
    expect(await all()).toHaveLength(2);
  });

  test('with a role that is not there are refused', async () => {
    await expect(server.client({ role: 'admin' }).query({ query: 'SELECT 1' })).rejects.toMatchObject({
      code: '511',
    });
  });
});
