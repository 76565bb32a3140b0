import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ServerUnderTest, startServer } from './server-under-test.js';

let server: ServerUnderTest;

beforeAll(async () => {
  server = await startServer({ users: { default: {}, reader: { password: 'secret', readonly: true } } });
  await server.ask('CREATE TABLE t (id UInt64) ENGINE = MergeTree ORDER BY id');
});
afterAll(() => server.stop());

const logged = async (queryId: string) => {
  const result = await server.client().query({
    query: 'SELECT * FROM system.query_log WHERE query_id = {id:String} ORDER BY type',
    query_params: { id: queryId },
    format: 'JSONEachRow',
    clickhouse_settings: { output_format_json_quote_64bit_integers: 1 },
  });
  return await result.json();
};

describe('the logs of queries', () => {
  test('have the start and the end of a SELECT, of DDL and of an INSERT, by their ids', async () => {
    const client = server.client();
    const select = await client.query({ query: 'SELECT 1 AS one', format: 'JSON' });
    await select.json();
    const ddl = await client.command({ query: 'CREATE TABLE u (id String) ENGINE = Memory' });
    const insert = await client.insert({ table: 't', values: [{ id: 1 }, { id: 2 }], format: 'JSONEachRow' });
    const queries = [
      [select.query_id, 'SELECT 1 AS one \nFORMAT JSON', {}],
      [ddl.query_id, 'CREATE TABLE u (id String) ENGINE = Memory', {}],
      [insert.query_id, 'INSERT INTO t FORMAT JSONEachRow\n', { written_rows: '2' }],
    ] as const;
    for (const [id, query, end] of queries) {
      const common = { query, initial_query_id: id, user: 'default', query_duration_ms: expect.any(String) };
      expect(await logged(id)).toEqual([
        expect.objectContaining({ ...common, type: 'QueryStart' }),
        expect.objectContaining({ ...common, ...end, type: 'QueryFinish' }),
      ]);
    }
  });

  test('tell the code that a query failed with', async () => {
    const id = 'failed';
    await expect(server.client().command({ query: 'SELECT * FROM nope', query_id: id })).rejects.toThrow();
    expect(await logged(id)).toContainEqual(
      expect.objectContaining({ type: 'ExceptionWhileProcessing', exception_code: 60 }),
    );
  });

  test('show a session, and a span of the trace that a client names', async () => {
    const traceId = randomBytes(16).toString('hex');
    const traceparent = `00-${traceId}-${randomBytes(8).toString('hex')}-01`;
    const traced = await server.client({ http_headers: { traceparent } }).command({ query: 'SELECT 1' });
    await server.ask('SELECT 1', { session_id: 'noted' });
    await server.ask('SYSTEM FLUSH LOGS');
    expect(
      await server.ask(
        `SELECT attribute['clickhouse.query_id'] FROM system.opentelemetry_span_log WHERE lower(hex(trace_id)) = '${traceId}'`,
      ),
    ).toBe(`${traced.query_id}\n`);
    expect(await server.ask("SELECT user FROM system.session_log WHERE session_id = 'noted'")).toBe(
      'default\n',
    );
  });

  test('show a user of limited rights nothing of others', async () => {
    const reader = server.client({ username: 'reader', password: 'secret' });
    const result = await reader.query({ query: 'SELECT count() FROM system.query_log', format: 'CSV' });
    expect(await result.text()).toBe('0\n');
  });
});
