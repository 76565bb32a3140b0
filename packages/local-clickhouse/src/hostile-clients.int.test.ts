import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type RunningServer, startRunningServer } from './testing/running-server.js';

let server: RunningServer;

beforeAll(async () => {
  server = await startRunningServer({
    users: {
      default: {},
      analyst: { readonly: true },
      writer: { grants: ['SELECT, INSERT ON default.notes', 'CREATE TEMPORARY TABLE ON *.*'] },
    },
  });
  await server.query('CREATE TABLE notes (id UInt32, text String) ENGINE = MergeTree ORDER BY id');
});
afterAll(() => server.close());

describe('a request that no client of good faith sends', () => {
  test('has a target that is no URL, and gets 404', async () => {
    expect(await server.raw('GET // HTTP/1.1\r\nHost: x\r\n\r\n', /HTTP/)).toMatch(/^HTTP\/1\.1 404/);
  });

  test.each([
    ['a\r\nSet-Cookie: b', 'a__Set-Cookie: b'],
    ['é✓', Buffer.from('é✓').toString('latin1')],
  ])('names its query %j, and is answered by what fits into a header', async (query_id, header) => {
    for (const body of ['SELECT 1', 'SELECT nope']) {
      const answer = await server.send({ query_id }, { body });
      expect(answer.headers['x-clickhouse-query-id']).toBe(header);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });

  test.each([
    ['OPTIONS', 204],
    ['PUT', 501],
    ['DELETE', 501],
  ])('comes by %s, and runs nothing', async (method, status) => {
    const query = 'CREATE TABLE made (a Int8) ENGINE = Memory';
    expect((await server.send({ query }, { method })).status).toBe(status);
    expect(await server.query('EXISTS TABLE made')).toBe('0\n');
  });

  test('names its database in UTF-8', async () => {
    await server.query('CREATE DATABASE `größe`');
    const bytes = Buffer.from('größe').toString('latin1');
    const answer = await server.send(
      {},
      { body: Buffer.from('SELECT currentDatabase()'), headers: { 'X-ClickHouse-Database': bytes } },
    );
    expect(answer.text).toBe('größe\n');
  });
});

describe('a target', () => {
  test('may be a whole URL, as proxies get it', async () => {
    const path = 'http://somewhere/?query=SELECT+7';
    expect(await server.raw(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`, /7\n/)).toContain('200 OK');
  });
});

describe('a body that is refused', () => {
  const long = Buffer.alloc(8 * 1024 * 1024, 'a');

  test.each([
    ['as it is', {}, long],
    ['packed', { 'Content-Encoding': 'gzip' }, gzipSync(long, { level: 0 })],
  ])('is read to its end, %s, so that the connection goes on', async (_how, headers, body) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const post = (sent: Uint8Array, more: Record<string, string>) =>
      new Promise<string>((resolve, reject) => {
        const headers = { ...more, 'Content-Length': String(sent.length) };
        request(`${server.url}/?query=SELECT+1`, { method: 'POST', agent, headers }, (response) => {
          const port = response.socket.localPort;
          buffer(response).then((text) => resolve(`${port} ${text.toString().slice(0, 8)}`), reject);
        })
          .once('error', reject)
          .end(sent);
      });
    const [refused, next] = [await post(body, headers), await post(Buffer.from(''), {})];
    agent.destroy();
    const [port] = next.split(' ');
    expect([refused, next]).toEqual([`${port} Code: 62`, `${port} 1\n`]);
  });
});

describe('a form', () => {
  const head = (query: string) =>
    `POST /?${query} HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=B\r\nContent-Length: 100000\r\n\r\n`;
  const file = '--B\r\nContent-Disposition: form-data; name="t"; filename="t.tsv"\r\n\r\n1\n2\n';

  test('that breaks off in a file leaves no file and no query behind', async () => {
    const socket = connect(server.port, '127.0.0.1');
    socket.write(head('query=SELECT+1&query_id=broken') + file);
    const incoming = join(server.dataDir, 'incoming');
    while (readdirSync(incoming).length === 0) await new Promise(setImmediate);
    socket.destroy();
    await once(socket, 'close');
    while (readdirSync(incoming).length > 0) await new Promise(setImmediate);
    while ((await server.send({ query_id: 'broken' }, { body: 'SELECT 1' })).text !== '1\n');
  });

  test.each([
    ['names no boundary', { 'Content-Type': 'multipart/form-data' }, 'x'],
    ['ends before its last boundary', { 'Content-Type': 'multipart/form-data; boundary=B' }, file],
    [
      'has more fields than memory should hold',
      { 'Content-Type': 'multipart/form-data; boundary=B' },
      `--B\r\nContent-Disposition: form-data; name="f"\r\n\r\n${'x'.repeat(1_000_000)}\r\n`.repeat(9) +
        '--B--',
    ],
  ])('that %s is refused', async (_what, headers, body) => {
    expect(await server.send({ query: 'SELECT 1' }, { headers, body })).toMatchObject({
      status: 400,
      text: expect.stringMatching(/^Code: 36\./),
    });
  });

  test('of a user of limited rights brings a table, where it has the right to', async () => {
    const ask = async (user: string) => {
      const form = new FormData();
      form.append('t', new Blob(['1\n2\n']), 't.tsv');
      form.append('t_structure', 'a LowCardinality(Nullable(String))');
      const query = 'SELECT sum(toUInt8(a)) FROM t';
      const target = `${server.url}/?${new URLSearchParams({ user, query })}`;
      return await (await fetch(target, { method: 'POST', body: form })).text();
    };
    expect(await ask('writer')).toBe('3\n');
    expect(await ask('analyst')).toMatch(/^Code: 497\./);
  });

  test('whose columns hold other statements runs none of them', async () => {
    const form = new FormData();
    form.append('t', new Blob(['1\n']), 't.tsv');
    form.append(
      't_structure',
      'a UInt8) ENGINE = Memory; SET ROLE all_rights; CREATE TABLE default.escaped (a Int8) ENGINE = Memory; SELECT (1',
    );
    const answer = await fetch(`${server.url}/?user=writer&query=SELECT+1`, { method: 'POST', body: form });
    expect(answer.status).toBe(400);
    expect(await server.query('EXISTS TABLE default.escaped')).toBe('0\n');
  });
});

describe('spaces of Unicode, which the engine takes for spaces', () => {
  test.each(['\u00a0', '\u0085', '\u180e', '\u2003', '\u200b', '\u2028', '\u2060', '\u3000', '\ufeff'])(
    '%j hides no file and no role',
    async (space) => {
      const file = join(server.dataDir, 'written-by-analyst.csv');
      const written = await server.send(
        { user: 'analyst' },
        { body: `SHOW TABLES INTO${space}OUTFILE '${file}' FORMAT CSV` },
      );
      expect(written.text).toMatch(/^Code: 358\./);
      expect(existsSync(file)).toBe(false);
      const escaped = await server.send(
        { user: 'writer', session_id: 's' },
        { body: `SET${space}ROLE all_rights` },
      );
      expect(escaped.text).toMatch(/^Code: 497\./);
      expect(await server.query(`SELECT${space}1${space}FORMAT${space}CSV`)).toBe('1\n');
    },
  );
});

describe('PARALLEL WITH, which joins statements', () => {
  test.each(['SET ROLE all_rights', 'SET DEFAULT ROLE all_rights TO default'])(
    'brings a user of limited rights no other role by %s',
    async (change) => {
      const body = `SET max_threads = 1 PARALLEL WITH ${change} PARALLEL WITH CREATE TABLE escaped (a Int8) ENGINE = Memory`;
      expect((await server.send({ user: 'writer' }, { body })).text).toMatch(/^Code: 497\./);
      expect(await server.query('EXISTS TABLE escaped')).toBe('0\n');
    },
  );

  test('leaves a column of the name role alone', async () => {
    const refused = await server.send({ user: 'writer' }, { body: "UPDATE nope SET role = 'x' WHERE 1" });
    expect(refused.text).toContain('ALTER UPDATE');
  });
});

describe('requests that follow each other on a connection without waiting', () => {
  const get = (parameters: Record<string, string>) =>
    `GET /?${new URLSearchParams(parameters)} HTTP/1.1\r\nHost: x\r\n\r\n`;

  test('are answered in turn, with their progress', async () => {
    const slow = { query: 'SELECT sleep(0.3)', send_progress_in_http_headers: '1' };
    const often = { ...slow, http_headers_progress_interval_ms: '10' };
    const answers = await server.raw(get(often) + get({ ...often, query: 'SELECT sleep(0.5), 7' }), /0\t7\n/);
    expect(answers.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(2);
  });

  test('end with their connection, also the one whose turn has not come', async () => {
    const socket = connect(server.port, '127.0.0.1');
    const endless = { query: 'SELECT count() FROM system.numbers' };
    socket.write(get({ ...endless, query_id: 'first' }) + get({ ...endless, query_id: 'second' }));
    // Two SELECTs take every reader there is.
    const running = async () =>
      (await server.query("KILL QUERY WHERE query_id IN ('first', 'second') TEST")).match(
        /system\.numbers/g,
      ) ?? [];
    while ((await running()).length < 2);
    socket.destroy();
    while ((await running()).length > 0);
  });
});

describe('a query whose answer becomes impossible', () => {
  test('is stopped', async () => {
    const query = "SELECT initializeAggregation('sumState', number) FROM system.numbers FORMAT Native";
    const answer = await server.send(
      { query_id: 'endless', client_protocol_version: '54454' },
      { body: query },
    );
    expect(answer).toMatchObject({ status: 501, text: expect.stringMatching(/^Code: 48\./) });
    expect(await server.query("SELECT count() FROM system.processes WHERE query_id = 'endless'")).toBe('0\n');
  });
});
