import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type RunningServer, startRunningServer } from './testing/running-server.js';

let server: RunningServer;

const post = (parameters: Record<string, string>, body: string | Uint8Array) =>
  server.send(parameters, { body });

beforeAll(async () => {
  server = await startRunningServer();
  await server.query('CREATE TABLE notes (id UInt32, text String) ENGINE = MergeTree ORDER BY id');
});
afterAll(() => server.close());

describe('inserts over plain HTTP', () => {
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
        server.send({ query: statement }, { body: gzipSync(bytes), headers: { 'Content-Encoding': 'gzip' } }),
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
      const given = await fetch(`${server.url}/?default_format=${format}`, {
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

  test('an insert whose client breaks off leaves nothing behind', async () => {
    await post({}, 'TRUNCATE TABLE notes');
    const abort = new AbortController();
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode('1,a\n')),
      pull: () => abort.abort(),
    });
    const init = { method: 'POST', body, duplex: 'half', signal: abort.signal } as RequestInit;
    await expect(fetch(`${server.url}/?query=INSERT+INTO+notes+FORMAT+CSV`, init)).rejects.toThrow();
    expect((await post({}, 'SELECT count() FROM notes')).text).toBe('0\n');
  });
});
