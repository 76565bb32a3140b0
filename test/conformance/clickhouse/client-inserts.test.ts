import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type ServerUnderTest, startServer } from './server-under-test.js';
import { allOfSimple, createSimple, rows } from './simple-table.js';

let server: ServerUnderTest;

beforeAll(async () => {
  server = await startServer();
  await createSimple(server);
});
afterAll(() => server.stop());
beforeEach(async () => {
  await server.ask('TRUNCATE TABLE simple');
});

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
    expect((await allOfSimple(server)).map((row) => Number((row as { id: unknown }).id))).toEqual([
      1, 2, 3, 4, 5, 6, 7,
    ]);
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
    expect(await allOfSimple(server)).toHaveLength(2);
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
    expect(await allOfSimple(server)).toHaveLength(2);
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
