import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type RunningServer, startRunningServer } from './testing/running-server.js';

let server: RunningServer;

beforeAll(async () => {
  server = await startRunningServer({ receiveTimeoutS: 0.5 });
  await server.query('CREATE TABLE notes (id UInt32, text String) ENGINE = MergeTree ORDER BY id');
});
afterAll(() => server.close());

describe('a client that falls silent within its body', () => {
  const post = (query: string, headers = '') =>
    `POST /?${new URLSearchParams({ query })} HTTP/1.1\r\nHost: x\r\n${headers}Content-Length: 100000000\r\n\r\n`;
  const spooled = () => readdirSync(join(server.dataDir, 'incoming'));

  test('is given up, so that what waits for its INSERT goes on', async () => {
    const rows = '1\tone\n'.repeat(300_000);
    const silent = server.raw(post('INSERT INTO notes FORMAT TSV') + rows);
    while (spooled().length === 0) await new Promise(setImmediate);
    await server.query('CREATE USER later NOT IDENTIFIED');
    expect((await server.send({ user: 'later' }, { body: 'SELECT 1' })).text).toBe('1\n');
    expect(spooled()).toEqual([]);
    expect(await silent).toBe('');
    expect(await server.query('SELECT count() FROM notes')).toBe('0\n');
    await server.query('SYSTEM FLUSH LOGS');
    expect(await server.query('SELECT exception FROM system.query_log WHERE exception_code = 209')).toContain(
      'The client sent nothing for 0.5 s. (SOCKET_TIMEOUT)',
    );
  });

  test('is given up in a form too, whose files are removed', async () => {
    const form = 'Content-Type: multipart/form-data; boundary=B\r\n';
    const file = '--B\r\nContent-Disposition: form-data; name="t"; filename="t.tsv"\r\n\r\n1\n';
    expect(await server.raw(post('SELECT 1', form) + file)).toBe('');
    while (spooled().length > 0) await new Promise(setImmediate);
  });
});
