import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type RunningServer, startRunningServer } from './testing/running-server.js';

let server: RunningServer;

const get = (parameters: Record<string, string>, headers: Record<string, string> = {}) =>
  server.send(parameters, { method: 'GET', headers });
const post = (parameters: Record<string, string>, body: string | Uint8Array) =>
  server.send(parameters, { body });

beforeAll(async () => {
  server = await startRunningServer({
    users: {
      default: {},
      analyst: { password: 'secret', readonly: true, limits: { max_rows_to_read: 1000 } },
    },
  });
  await server.query('CREATE TABLE notes (id UInt32, text String) ENGINE = MergeTree ORDER BY id');
});
afterAll(() => server.close());

describe('plain HTTP', () => {
  test('answers health checks', async () => {
    for (const path of ['/ping', '/', '/replicas_status']) {
      expect(await (await fetch(server.url + path)).text()).toBe('Ok.\n');
    }
    expect((await fetch(`${server.url}/nope`)).status).toBe(404);
  });

  test('a GET reads but does not write', async () => {
    expect(await get({ query: 'SELECT 1 AS a', default_format: 'JSONEachRow' })).toMatchObject({
      status: 200,
      text: '{"a":1}\n',
    });
    expect(await get({ query: 'DROP TABLE notes' })).toMatchObject({
      status: 500,
      text: expect.stringContaining('Code: 164'),
    });
  });

  test('headers name the format, the query, the zone and the error', async () => {
    const ok = await post(
      { query_id: 'q1', wait_end_of_query: '1' },
      'SELECT number FROM numbers(10) FORMAT CSV',
    );
    expect(ok.headers['x-clickhouse-format']).toBe('CSV');
    expect(ok.headers['x-clickhouse-query-id']!).toBe('q1');
    expect(ok.headers['x-clickhouse-timezone']!).toBeTruthy();
    expect(JSON.parse(ok.headers['x-clickhouse-summary']!)).toMatchObject({ read_rows: '10' });
    const failed = await post({}, 'SELECT * FROM nope');
    expect(failed.status).toBe(404);
    expect(failed.headers['x-clickhouse-exception-code']!).toBe('60');
    expect(failed.text).toMatch(/^Code: 60\. DB::Exception: .*\(UNKNOWN_TABLE\)\n$/);
  });

  test("a session keeps what was SET in it, but not one query's settings, nor a GET's readonly", async () => {
    const session_id = 'two';
    await post({ session_id }, 'SET max_block_size = 5');
    const ask = "SELECT getSetting('max_block_size'), getSetting('max_threads') = 7";
    expect((await get({ session_id, query: ask, max_threads: '7' })).text).toBe('5\t1\n');
    expect(await get({ session_id, query: ask, max_threads: '7', nope: '1' })).toMatchObject({
      status: 404,
    });
    expect((await get({ session_id, query: ask })).text).toBe('5\t0\n');
    expect(await get({ session_id, query: 'TRUNCATE TABLE notes' })).toMatchObject({ status: 500 });
    expect(await post({ session_id }, 'TRUNCATE TABLE notes')).toMatchObject({ status: 200 });
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
      expect(await get({ query, ...parameters }, headers)).toMatchObject({
        status: 200,
        text: '124750\n',
      });
    }
  });
});
