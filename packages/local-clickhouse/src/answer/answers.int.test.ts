import { readdirSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type RunningServer, startRunningServer } from '../testing/running-server.js';

let server: RunningServer;

beforeAll(async () => {
  server = await startRunningServer();
  await server.query('CREATE TABLE notes (id UInt32, text String) ENGINE = MergeTree ORDER BY id');
});
afterAll(() => server.close());

describe('answers', () => {
  test.each([
    ['JSON', /"rows": 300000,/],
    ['CSVWithNames', /^"n"\n0\n/],
    ['XML', /<rows>300000<\/rows>/],
    ['Parquet', /PAR1$/],
  ])('%s is streamed with one header and one footer', async (format, pattern) => {
    const answer = await server.send(
      { default_format: format },
      { body: 'SELECT number AS n FROM numbers(300000)' },
    );
    expect(answer.headers['x-clickhouse-format']).toBe(format);
    expect(answer.text.slice(0, 200) + answer.text.slice(-400)).toMatch(pattern);
  });

  test('what fails before its first row fails with its own status; held back, whenever it fails', async () => {
    const late = 'SELECT throwIf(number = 2999999) FROM numbers(3000000) SETTINGS max_threads = 1';
    expect(await server.send({}, { body: 'SELECT throwIf(number = 9) FROM numbers(10)' })).toMatchObject({
      status: 500,
      headers: { 'x-clickhouse-exception-code': '395' },
    });
    expect(await server.send({ wait_end_of_query: '1' }, { body: late })).toMatchObject({ status: 500 });
    await expect(server.send({}, { body: late })).rejects.toThrow('aborted');
    const rows =
      'SELECT number, throwIf(number = 90) FROM numbers(100) SETTINGS max_block_size = 1 FORMAT CSV';
    await expect(server.send({}, { body: rows })).rejects.toThrow('aborted');
    expect(await server.send({ buffer_size: '100000' }, { body: rows })).toMatchObject({ status: 500 });
    // Its heading is no row.
    expect(await server.send({}, { body: rows.replace('CSV', 'JSON') })).toMatchObject({ status: 500 });
  });

  test('name what would mark a failure, so that no row is taken for one', async () => {
    for (const wait_end_of_query of ['0', '1']) {
      const { headers } = await server.send({ wait_end_of_query }, { body: "SELECT '__exception__'" });
      expect(headers['x-clickhouse-exception-tag']).toMatch(/^[0-9a-f]{16}$/);
    }
  });

  test('beyond 64 MiB waits in a file for its end, which goes with it', async () => {
    const answer = await server.send(
      { wait_end_of_query: '1' },
      { body: "SELECT repeat('x', 999) FROM numbers(80000)" },
    );
    expect(answer.bytes).toHaveLength(80_000_000);
    expect(JSON.parse(answer.headers['x-clickhouse-summary']!)).toMatchObject({ result_rows: '80000' });
    while (readdirSync(join(server.dataDir, 'incoming')).length > 0) await new Promise(setImmediate);
  });

  test('comments behind a statement hide nothing, and an error quotes what the client wrote', async () => {
    for (const comment of ['// c', '-- c', '# c', '/* c */']) {
      expect(await server.query(`SELECT 1 ${comment}`)).toBe('1\n');
    }
    const { text } = await server.send({}, { body: 'SELECT 1 FROM (SELECT 2' });
    expect(text).toMatch(/^Code: 62/);
    expect(text).not.toMatch(/OUTFILE|outgoing/);
    const { text: unknown } = await server.send({}, { body: 'SELECT 1 #c' });
    expect(unknown).not.toMatch(/OUTFILE|outgoing/);
  });

  test('only a result has a format', async () => {
    const answers = await Promise.all(
      ['SELECT 1 WHERE 0', 'KILL QUERY WHERE 0', 'SET max_threads = 1', 'INSERT INTO notes VALUES'].map(
        async (body) => (await server.send({}, { body })).headers['x-clickhouse-format'],
      ),
    );
    expect(answers).toEqual(['TabSeparated', 'TabSeparated', undefined, undefined]);
  });

  test('figures, progress and the zone of the query are in the headers', async () => {
    const { headers } = await server.send(
      { send_progress_in_http_headers: '1', session_timezone: 'Asia/Tokyo' },
      { body: 'SELECT * FROM numbers(10)' },
    );
    expect(JSON.parse(headers['x-clickhouse-summary']!)).toMatchObject({ result_rows: '10' });
    expect(JSON.parse(headers['x-clickhouse-progress']!)).toMatchObject({ read_rows: '10' });
    expect(headers['x-clickhouse-timezone']).toBe('Asia/Tokyo');
  });

  test('progress comes while the query runs, and the connection is good for the next one', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ask = (sql: string) =>
      new Promise<{ status: number; headers: string[]; text: string; port: number }>((resolve, reject) => {
        const parameters = 'send_progress_in_http_headers=1&http_headers_progress_interval_ms=50';
        request(`${server.url}/?${parameters}`, { method: 'POST', agent }, (response) => {
          const { statusCode, rawHeaders, socket } = response;
          const port = socket.localPort!;
          buffer(response).then(
            (text) => resolve({ status: statusCode!, headers: rawHeaders, text: text.toString(), port }),
            reject,
          );
        })
          .once('error', reject)
          .end(sql);
      });
    const slow = "SELECT 'ü', count() FROM numbers(10) WHERE sleepEachRow(0.04) = 0";
    const answer = await ask(`${slow} SETTINGS max_block_size = 1`);
    const failed = await ask(`${slow} AND NOT throwIf(number = 8, 'late') SETTINGS max_block_size = 1`);
    const next = await ask('SELECT 2');
    agent.destroy();
    const read = answer.headers.flatMap((header, index) =>
      header === 'X-ClickHouse-Progress' ? [JSON.parse(answer.headers[index + 1]!).read_rows as string] : [],
    );
    expect(answer).toMatchObject({ status: 200, text: 'ü\t10\n' });
    expect(new Set(read).size).toBeGreaterThan(2);
    // The status was out when it failed.
    expect(failed).toMatchObject({ status: 200, text: expect.stringContaining('late') });
    expect(failed.headers).toContain('X-ClickHouse-Exception-Code');
    expect(next).toMatchObject({ status: 200, text: '2\n', port: answer.port });
  });

  test('SETTINGS count on either side of the format', async () => {
    const read = "getSetting('max_block_size'), getSetting('max_threads')";
    const sql = `SELECT ${read} SETTINGS max_block_size = 7 FORMAT CSV SETTINGS max_threads = 3`;
    expect(await server.query(sql)).toBe('7,3\n');
  });
});
