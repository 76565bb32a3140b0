import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { blockDecoder, encodeBlocks } from './compression/compressed-blocks.js';
import { decodeFrames } from './compression/frame-decoder.js';
import { lz4FrameDecoder } from './compression/lz4-frames.js';
import { decodeZstd } from './compression/zstd-frames.js';
import { type LocalClickHouse, startLocalClickHouse } from './index.js';

const dataDir = mkdtempSync(join(tmpdir(), 'local-clickhouse-http-'));
const analyst = { user: 'analyst', password: 'secret' };
const writer = { user: 'writer', password: 'secret' };
let server: LocalClickHouse;
let url: string;

/** As it came over the wire: fetch would unpack it. */
const send = (
  parameters: Record<string, string>,
  options: { method?: string; headers?: Record<string, string>; body?: string | Uint8Array } = {},
) =>
  new Promise<{ status: number; headers: Record<string, string>; bytes: Buffer; text: string }>(
    (resolve, reject) => {
      const { method = 'POST', headers = {}, body } = options;
      const sent = request(`${url}/?${new URLSearchParams(parameters)}`, { method, headers }, (response) => {
        const answered = (bytes: Buffer) =>
          resolve({
            status: response.statusCode!,
            headers: response.headers as Record<string, string>,
            bytes,
            text: bytes.toString(),
          });
        buffer(response).then(answered, reject);
      });
      sent.once('error', reject).end(body);
    },
  );
const query = async (sql: string, parameters: Record<string, string> = {}) => {
  const { status, text } = await send(parameters, { body: sql });
  if (status !== 200) throw new Error(text);
  return text;
};
const piped = async (bytes: Uint8Array, through: NodeJS.ReadWriteStream) =>
  await buffer(Readable.from([Buffer.from(bytes)]).pipe(through));

beforeAll(async () => {
  const users = {
    default: {},
    analyst: {
      password: 'secret',
      readonly: true,
      limits: { max_result_rows: 1000, max_execution_time: 20 },
    },
    writer: { password: 'secret', grants: ['SELECT, INSERT ON default.*'] },
  };
  server = await startLocalClickHouse({ dataDir, users });
  url = `http://127.0.0.1:${server.port}`;
  await query('CREATE TABLE notes (id UInt32, text String) ENGINE = MergeTree ORDER BY id');
});

afterAll(async () => {
  await server.close();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('packed bodies and answers', () => {
  const rows = Buffer.from('1,a\n2,b\n');
  const zstd = Buffer.from('KLUv/QRYQQAAMSxhCjIsYgrEFJqT', 'base64');
  const lz4 = Buffer.from('BCJNGGRApwgAAIAxLGEKMixiCgAAAADpH8WE', 'base64');

  test.each([
    ['gzip', gzipSync(rows)],
    ['deflate', deflateSync(rows)],
    ['br', brotliCompressSync(rows)],
    ['zstd', zstd],
    ['lz4', lz4],
  ])('an insert comes with Content-Encoding %s', async (encoding, body) => {
    await query('TRUNCATE TABLE notes');
    const headers = { 'Content-Encoding': encoding };
    const inserted = await send({ query: 'INSERT INTO notes FORMAT CSV' }, { body, headers });
    expect(inserted.text).toBe('');
    expect(await query('SELECT * FROM notes ORDER BY id FORMAT CSV')).toBe('1,"a"\n2,"b"\n');
    const broken = await send(
      { query: 'INSERT INTO notes FORMAT CSV' },
      { body: body.subarray(0, -6), headers },
    );
    expect(broken.text).toMatch(/^Code: 271\./);
  });

  test('an encoding that nobody knows is refused', async () => {
    const refused = await send({}, { body: 'SELECT 1', headers: { 'Content-Encoding': 'xz' } });
    expect(refused.text).toMatch(/^Code: 89\./);
  });

  const sql = "SELECT number, repeat('x', 20) FROM numbers(200000) FORMAT CSV";

  test.each([
    ['lz4', () => decodeFrames(lz4FrameDecoder())],
    ['zstd', decodeZstd],
  ] as const)('an answer goes out as %s', async (encoding, decode) => {
    const answer = await send(
      { enable_http_compression: '1' },
      { body: sql, headers: { 'Accept-Encoding': encoding } },
    );
    expect(answer.headers['content-encoding']).toBe(encoding);
    expect((await piped(answer.bytes, decode())).toString()).toBe(await query(sql));
    expect(answer.bytes.length).toBeLessThan(2_500_000);
  });

  test("ClickHouse's own blocks go in and out, and a changed byte is found", async () => {
    const answer = await send({ compress: '1' }, { body: sql });
    const plain = await piped(answer.bytes, decodeFrames(blockDecoder({ checksums: true })));
    expect(plain.toString()).toBe(await query(sql));
    await query('TRUNCATE TABLE notes');
    const body = await piped(rows, encodeBlocks());
    const insert = { query: 'INSERT INTO notes FORMAT CSV', decompress: '1' };
    expect((await send(insert, { body })).status).toBe(200);
    body[0]! ^= 1;
    expect((await send(insert, { body })).text).toMatch(/^Code: 40\./);
    expect(await query('SELECT count() FROM notes')).toBe('2\n');
  });
});

describe('answers', () => {
  test.each([
    ['JSON', /"rows": 300000,/],
    ['CSVWithNames', /^"n"\n0\n/],
    ['XML', /<rows>300000<\/rows>/],
    ['Parquet', /PAR1$/],
  ])('%s is streamed with one header and one footer', async (format, pattern) => {
    const answer = await send(
      { default_format: format },
      { body: 'SELECT number AS n FROM numbers(300000)' },
    );
    expect(answer.headers['x-clickhouse-format']).toBe(format);
    expect(answer.text.slice(0, 200) + answer.text.slice(-400)).toMatch(pattern);
  });

  test('what fails before its first row fails with its own status; held back, whenever it fails', async () => {
    const late = 'SELECT throwIf(number = 2999999) FROM numbers(3000000) SETTINGS max_threads = 1';
    expect(await send({}, { body: 'SELECT throwIf(number = 9) FROM numbers(10)' })).toMatchObject({
      status: 500,
      headers: { 'x-clickhouse-exception-code': '395' },
    });
    expect(await send({ wait_end_of_query: '1' }, { body: late })).toMatchObject({ status: 500 });
    await expect(send({}, { body: late })).rejects.toThrow('aborted');
    const rows =
      'SELECT number, throwIf(number = 90) FROM numbers(100) SETTINGS max_block_size = 1 FORMAT CSV';
    await expect(send({}, { body: rows })).rejects.toThrow('aborted');
    expect(await send({ buffer_size: '100000' }, { body: rows })).toMatchObject({ status: 500 });
    // Its heading is no row.
    expect(await send({}, { body: rows.replace('CSV', 'JSON') })).toMatchObject({ status: 500 });
  });

  test('comments behind a statement hide nothing, and an error quotes what the client wrote', async () => {
    for (const comment of ['// c', '-- c', '# c', '/* c */']) {
      expect(await query(`SELECT 1 ${comment}`)).toBe('1\n');
    }
    const { text } = await send({}, { body: 'SELECT 1 FROM (SELECT 2' });
    expect(text).toMatch(/^Code: 62/);
    expect(text).not.toMatch(/OUTFILE|outgoing/);
    const { text: unknown } = await send({}, { body: 'SELECT 1 #c' });
    expect(unknown).not.toMatch(/OUTFILE|outgoing/);
  });

  test('only a result has a format', async () => {
    const answers = await Promise.all(
      ['SELECT 1 WHERE 0', 'KILL QUERY WHERE 0', 'SET max_threads = 1', 'INSERT INTO notes VALUES'].map(
        async (body) => (await send({}, { body })).headers['x-clickhouse-format'],
      ),
    );
    expect(answers).toEqual(['TabSeparated', 'TabSeparated', undefined, undefined]);
  });

  test('figures, progress and the zone of the query are in the headers', async () => {
    const { headers } = await send(
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
        request(`${url}/?${parameters}`, { method: 'POST', agent }, (response) => {
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
    expect(await query(sql)).toBe('7,3\n');
  });
});

describe('forms', () => {
  test('fields count like URL parameters, and files are tables', async () => {
    const form = new FormData();
    form.append('query', 'SELECT {limit:UInt8} AS top, sum(a), groupArray(b) FROM brought FORMAT CSV');
    form.append('param_limit', '5');
    form.append('brought_structure', 'a UInt8, b String');
    form.append('brought_format', 'CSV');
    form.append('brought', new Blob(['1,x;y\n2,z\n']), 'brought.csv');
    const answer = await fetch(url, { method: 'POST', body: form });
    expect(await answer.text()).toBe("5,3,\"['x;y','z']\"\n");
  });

  test('types name the columns _1, _2; a table that nobody described is refused', async () => {
    const form = new FormData();
    form.append('brought', new Blob(['7\tx\n']), 'brought.tsv');
    const parameters = new URLSearchParams({
      query: 'SELECT _1, _2 FROM brought',
      brought_types: 'UInt8, String',
    });
    const answer = await fetch(`${url}/?${parameters}`, { method: 'POST', body: form });
    expect(await answer.text()).toBe('7\tx\n');
    const refused = await fetch(`${url}/?query=SELECT+1`, { method: 'POST', body: form });
    expect(await refused.text()).toMatch(/^Code: 36\./);
  });
});

describe('queries by their ids', () => {
  test('a running query is listed and killed by the id that its client chose; a second of that id is refused', async () => {
    const endless = 'SELECT sum(sipHash64(number)) FROM numbers(1e12)';
    const running = send({ query_id: "it's mine" }, { body: endless });
    const listed = "SELECT count() FROM system.processes WHERE query_id = 'it\\'s_mine'";
    while ((await query(listed)) !== '1\n');
    expect((await send({ query_id: "it's mine" }, { body: 'SELECT 1' })).text).toMatch(/^Code: 216\./);
    expect(await query("KILL QUERY WHERE query_id = 'it\\'s_mine' ASYNC")).toMatch(/^waiting/);
    expect((await running).text).toMatch(/^Code: 394\./);
  });
});

describe('INSERT … SELECT … FROM input()', () => {
  test('puts its data through the SELECT', async () => {
    await query('TRUNCATE TABLE notes');
    const insert = "INSERT INTO notes SELECT x * 2, upper(y) FROM input('x UInt32, y String') FORMAT CSV";
    expect((await send({ query: insert }, { body: '1,"a;\n\nb"\n' })).text).toBe('');
    expect(await query('SELECT * FROM notes FORMAT CSV')).toBe('2,"A;\n\nB"\n');
  });
});

describe('users', () => {
  test.each([
    ["SELECT * FROM file('/etc/hostname', 'LineAsString')", 497],
    ["SELECT * FROM url('http://127.0.0.1:1/', 'LineAsString')", 497],
    ["SELECT * FROM remote('127.0.0.1:9000', system.one)", 497],
    ["SELECT * FROM s3('http://127.0.0.1:1/bucket/b.csv', 'CSV')", 497],
    ["SELECT * FROM mysql('127.0.0.1:1', 'd', 't', 'u', 'p')", 497],
    ["SELECT * FROM executable('x.sh', 'CSV', 'a Int8')", 497],
    ["SELECT 1 INTO OUTFILE '/tmp/x.csv'", 358],
    ["SELECT 1 /* */ INTO -- \n outfile '/tmp/x.csv'", 358],
    ['SELECT 1 SETTINGS readonly = 0', 164],
    ['SELECT 1 FORMAT CSV SETTINGS readonly = 0', 164],
    ['SELECT 1 SETTINGS max_result_rows = 0', 164],
    ['WITH 1 AS x SELECT x; DROP TABLE notes', 62],
    ['/* SELECT */ DROP TABLE notes', 497],
    ['TRUNCATE TABLE notes', 497],
    ['SET readonly = 0', 164],
    ['SET /* */ ROLE all_rights', 497],
    ['EXECUTE AS default SELECT 1', 497],
    ['SET DEFAULT ROLE all_rights TO default', 497],
    ["INSERT INTO FUNCTION file('/tmp/x.csv', CSV, 'a Int8') SELECT 1", 497],
    ['CREATE TEMPORARY TABLE t (a Int8)', 497],
    ['SYSTEM SHUTDOWN', 497],
    ['SELECT number FROM numbers(2000)', 396],
    ['SELECT * FROM system.users', 497],
  ])('an analyst is refused: %s', async (sql, code) => {
    const { text } = await send(analyst, { body: sql });
    expect(text).toMatch(new RegExp(`^Code: ${code}\\.`));
  });

  test.each([
    'SHOW PROCESSLIST',
    "KILL QUERY WHERE query_id != ''",
    'SELECT query FROM system.processes',
    "SELECT query FROM merge('system', '^processes$')",
    'SELECT query FROM view(SELECT * FROM system.processes)',
    'SELECT "query" FROM `system`.`proc\\x65sses`',
  ])("an analyst neither sees nor ends others' queries: %s", async (sql) => {
    const { status, text } = await send(analyst, { body: sql });
    expect({ status, text }).toEqual({ status: 200, text: '' });
  });

  test('an analyst explains, lists and asks within limits of its own choosing', async () => {
    const ask = async (sql: string, more = {}) => await query(sql, { ...analyst, ...more });
    expect(await ask('EXPLAIN SYNTAX SELECT 1')).toContain('SELECT 1');
    expect(await ask('SHOW TABLES')).toBe('notes\n');
    expect(await ask("SELECT getSetting('max_result_rows')", { max_result_rows: '5' })).toBe('5\n');
    expect(await ask('SELECT 1', { session_id: 'mine', session_timeout: '60' })).toBe('1\n');
    await expect(ask('SELECT 1', { max_result_rows: '5000' })).rejects.toThrow('Code: 452');
  });

  test('a user with grants does what they name and no more', async () => {
    await query('TRUNCATE TABLE notes');
    await query("INSERT INTO notes VALUES (1, 'a')", writer);
    expect(await query('SELECT count() FROM notes', writer)).toBe('1\n');
    for (const sql of [
      'DROP TABLE notes',
      'SET ROLE all_rights',
      'CREATE TABLE t (a Int8) ENGINE = Memory',
    ]) {
      await expect(query(sql, writer)).rejects.toThrow('Code: 497');
    }
    await expect(query("SELECT * FROM file('/etc/hostname', 'LineAsString')", writer)).rejects.toThrow('497');
  });

  test('a way of authentication that is not known is refused, not taken for nobody', async () => {
    const refused = await send({}, { body: 'SELECT 1', headers: { Authorization: 'Bearer x' } });
    expect(refused).toMatchObject({ status: 403, headers: { 'x-clickhouse-exception-code': '516' } });
  });
});
