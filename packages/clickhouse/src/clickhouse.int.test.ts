import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type LocalClickHouse, startLocalClickHouse } from '@bellhop/local-clickhouse';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ClickHouse, ClickHouseFault, connectClickHouse } from './clickhouse.js';
import { migrate } from './migrations.js';

const dataDir = mkdtempSync(join(tmpdir(), 'bellhop-clickhouse-'));
let server: LocalClickHouse;
let clickhouse: ClickHouse;
const connect = (port: number) =>
  connectClickHouse({
    url: `http://127.0.0.1:${port}`,
    database: 'default',
    username: 'default',
    password: '',
    application: 'test',
  });
beforeAll(async () => {
  server = await startLocalClickHouse({ dataDir, memoryLimitBytes: 1024 ** 3 });
  clickhouse = connect(server.port);
});
afterAll(async () => {
  await clickhouse.close();
  await server.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const one = async (sql: string) => (await clickhouse.query<Record<string, unknown>>(sql))[0];

describe('an insert with a token', () => {
  const fact = (touchpointId: string, score: number) => ({
    touchpoint_id: touchpointId,
    sign: 1,
    event_id: touchpointId,
    stream: 'guest-g1',
    revision: 0,
    position: 1,
    property_id: 'harbour',
    business_date: '2026-07-10',
    source: 'chat',
    vendor: 'whatsapp',
    channel: 'whatsapp',
    type: 'message_received',
    actor: 'guest',
    stage: 'in_stay',
    guest_id: null,
    stay_id: null,
    attribution: 'none',
    occurred_at: '2026-07-10T12:00:00.000Z',
    received_at: '2026-07-10T12:00:00.000Z',
    recorded_at: '2026-07-10T12:00:00.000Z',
    conversation_id: '',
    text: 'Hello',
    language: 'en',
    sentiment: score,
    sentiment_label: 'positive',
    sentiment_model: 'm1',
  });
  const ids = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];
  const counted = () =>
    one(
      `SELECT (SELECT count() FROM bellhop.touchpoint_facts) AS facts, sum(touchpoints) AS touchpoints,
       toFloat64(sum(sentiment_sum)) AS sentiment FROM bellhop.touchpoint_rollup`,
    );

  test('counts once however often it comes, also in the views on the table', async () => {
    await migrate(clickhouse, 'bellhop');
    const rows = [fact(ids[0]!, 0.5), fact(ids[1]!, 0.25)];
    await clickhouse.insert('bellhop.touchpoint_facts', rows, 'journey-events/0/0-1');
    const once = await counted();
    expect(once).toEqual({ facts: 2, touchpoints: 2, sentiment: 0.75 });
    await clickhouse.insert('bellhop.touchpoint_facts', rows, 'journey-events/0/0-1');
    await clickhouse.insert('bellhop.touchpoint_facts', [...rows].reverse(), 'journey-events/0/0-1');
    expect(await counted()).toEqual(once);
  });

  test('counts again under another token', async () => {
    const before = (await counted()) as { touchpoints: number };
    await clickhouse.insert('bellhop.touchpoint_facts', [fact(ids[0]!, 0.5)], 'journey-events/0/2-2');
    expect(await counted()).toMatchObject({ touchpoints: before.touchpoints + 1 });
  });
});

describe('migrations', () => {
  test('run once, and those that ship run on a database that has them', async () => {
    expect((await migrate(clickhouse, 'fresh')).length).toBeGreaterThan(0);
    expect(await migrate(clickhouse, 'fresh')).toEqual([]);
    await clickhouse.command('DROP TABLE fresh.migrations');
    expect((await migrate(clickhouse, 'fresh')).length).toBeGreaterThan(0);
  });

  test('go on with the one that failed, and with new ones', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bellhop-migrations-'));
    const url = pathToFileURL(`${folder}/`);
    const create = (table: string) =>
      `CREATE TABLE IF NOT EXISTS {database}.${table} (n UInt8) ENGINE = MergeTree ORDER BY n;\n`;
    writeFileSync(join(folder, '0001-first.sql'), `-- One; and more.\n${create('a')}${create('b')}`);
    writeFileSync(join(folder, '0002-second.sql'), `${create('c')}NONSENSE;\n`);
    await expect(migrate(clickhouse, 'own', url)).rejects.toBeInstanceOf(ClickHouseFault);
    writeFileSync(join(folder, '0002-second.sql'), create('c') + create('d'));
    expect(await migrate(clickhouse, 'own', url)).toEqual(['0002-second.sql']);
    const tables = await clickhouse.query<{ name: string }>('SHOW TABLES FROM own');
    expect(tables.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd', 'migrations']);
    rmSync(folder, { recursive: true, force: true });
  });
});

describe('a query', () => {
  test('binds its parameters as values', async () => {
    const text = "'; DROP TABLE x; -- ü";
    const sql = 'SELECT {text:String} AS text, {n:UInt64} AS n, {day:Date} AS day';
    expect(await clickhouse.query(sql, { text, n: 42, day: '2026-07-10' })).toEqual([
      { text, n: 42, day: '2026-07-10' },
    ]);
  });

  test('gives 64-bit numbers as numbers, and any format as text', async () => {
    expect(await one('SELECT toUInt64(12345678901) AS n')).toEqual({ n: 12_345_678_901 });
    expect(await clickhouse.text('SELECT 1 AS a, 2 AS b', 'CSVWithNames')).toBe('"a","b"\n1,2\n');
  });

  // In small letters: of the message's parentheses the client takes the first word in capitals for the error's name.
  test.each([
    ['a mistake in the statement', 'selec 1', 'SYNTAX_ERROR'],
    ['a table that is not there', 'SELECT * FROM nowhere', 'UNKNOWN_TABLE'],
  ])('with %s fails for good', async (_name, sql, code) => {
    const failure = { name: 'ClickHouseFault', code, retryable: false };
    await expect(clickhouse.query(sql)).rejects.toMatchObject(failure);
    await expect(clickhouse.text(sql, 'CSV')).rejects.toMatchObject(failure);
    await expect(clickhouse.command(sql)).rejects.toMatchObject(failure);
  });

  test('that runs out of time or memory may be tried again', async () => {
    const slow =
      'SELECT sleepEachRow(0.1) FROM numbers(100) SETTINGS max_block_size = 1, max_execution_time = 0.3';
    await expect(clickhouse.query(slow)).rejects.toMatchObject({ code: 'TIMEOUT_EXCEEDED', retryable: true });
  });

  test('to a server that is not there may be tried again', async () => {
    const nobody = connect(1);
    await expect(nobody.query('SELECT 1')).rejects.toMatchObject({ code: 'unreachable', retryable: true });
    await expect(nobody.insert('t', [{ a: 1 }], 'token')).rejects.toMatchObject({ code: 'unreachable' });
    await nobody.close();
  });
});
