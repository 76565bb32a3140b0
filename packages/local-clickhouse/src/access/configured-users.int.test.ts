import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type RunningServer, startRunningServer } from '../testing/running-server.js';

let server: RunningServer;
const analyst = { user: 'analyst', password: 'secret' };
const writer = { user: 'writer', password: 'secret' };

beforeAll(async () => {
  server = await startRunningServer({
    users: {
      default: {},
      analyst: {
        password: 'secret',
        readonly: true,
        limits: { max_result_rows: 1000, max_execution_time: 20 },
      },
      writer: { password: 'secret', grants: ['SELECT, INSERT ON default.*'] },
    },
  });
  await server.query('CREATE TABLE notes (id UInt32, text String) ENGINE = MergeTree ORDER BY id');
});
afterAll(() => server.close());

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
    const { text } = await server.send(analyst, { body: sql });
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
    const { status, text } = await server.send(analyst, { body: sql });
    expect({ status, text }).toEqual({ status: 200, text: '' });
  });

  test('an analyst explains, lists and asks within limits of its own choosing', async () => {
    const ask = async (sql: string, more = {}) => await server.query(sql, { ...analyst, ...more });
    expect(await ask('EXPLAIN SYNTAX SELECT 1')).toContain('SELECT 1');
    expect(await ask('SHOW TABLES')).toBe('notes\n');
    expect(await ask("SELECT getSetting('max_result_rows')", { max_result_rows: '5' })).toBe('5\n');
    expect(await ask('SELECT 1', { session_id: 'mine', session_timeout: '60' })).toBe('1\n');
    await expect(ask('SELECT 1', { max_result_rows: '5000' })).rejects.toThrow('Code: 452');
  });

  test('a user with grants does what they name and no more', async () => {
    await server.query('TRUNCATE TABLE notes');
    await server.query("INSERT INTO notes VALUES (1, 'a')", writer);
    expect(await server.query('SELECT count() FROM notes', writer)).toBe('1\n');
    for (const sql of [
      'DROP TABLE notes',
      'SET ROLE all_rights',
      'CREATE TABLE t (a Int8) ENGINE = Memory',
    ]) {
      await expect(server.query(sql, writer)).rejects.toThrow('Code: 497');
    }
    await expect(server.query("SELECT * FROM file('/etc/hostname', 'LineAsString')", writer)).rejects.toThrow(
      '497',
    );
  });

  test('a way of authentication that is not known is refused, not taken for nobody', async () => {
    const refused = await server.send({}, { body: 'SELECT 1', headers: { Authorization: 'Bearer x' } });
    expect(refused).toMatchObject({ status: 403, headers: { 'x-clickhouse-exception-code': '516' } });
  });
});
