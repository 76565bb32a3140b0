import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ServerUnderTest, startServer } from './server-under-test.js';
import { createSimple } from './simple-table.js';

let server: ServerUnderTest;

beforeAll(async () => {
  server = await startServer();
  await createSimple(server);
});
afterAll(() => server.stop());

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
