import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@clickhouse/client';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type LocalClickHouse, startLocalClickHouse } from '../start-local-clickhouse.js';

const dataDir = mkdtempSync(join(tmpdir(), 'accounts-'));
const start = () => startLocalClickHouse({ dataDir, users: { default: {}, reader: { readonly: true } } });
let server: LocalClickHouse;

beforeAll(async () => {
  server = await start();
});
afterAll(async () => {
  await server.close();
  rmSync(dataDir, { recursive: true, force: true });
});

type Options = NonNullable<Parameters<typeof createClient>[0]>;

/** Asks as a user, for one value. */
async function ask(query: string, options: Options = {}): Promise<unknown> {
  const client = createClient({ url: `http://127.0.0.1:${server.port}`, log: { level: 127 }, ...options });
  try {
    const answer = await client.query({ query, format: 'JSONCompactEachRow' });
    return ((await answer.json()) as unknown[][])[0]?.[0];
  } finally {
    await client.close();
  }
}

async function command(query: string, options: Options = {}): Promise<void> {
  const client = createClient({ url: `http://127.0.0.1:${server.port}`, log: { level: 127 }, ...options });
  try {
    await client.command({ query });
  } finally {
    await client.close();
  }
}

describe('users and roles made by SQL', () => {
  const ann: Options = { username: 'ann', password: "it's secret;" };

  beforeAll(async () => {
    await command('CREATE TABLE t (id UInt64, name String) ENGINE = MergeTree ORDER BY id');
    await command('CREATE TABLE other (id UInt64) ENGINE = MergeTree ORDER BY id');
    await command(
      "CREATE USER ann IDENTIFIED WITH sha256_password BY 'it\\'s secret;' DEFAULT DATABASE default",
    );
    await command('CREATE ROLE IF NOT EXISTS writers');
    await command('CREATE ROLE nobody');
    await command('GRANT writers, nobody TO ann');
    await command('GRANT INSERT, SELECT(id) ON default.t TO writers');
    await command('GRANT CREATE TABLE ON * TO writers');
  });

  test('take on the roles that are asked for, or all of theirs', async () => {
    expect(await ask('SELECT currentRoles()', ann)).toEqual(['nobody', 'writers']);
    expect(await ask('SELECT currentRoles()', { ...ann, role: 'nobody' })).toEqual(['nobody']);
    expect(await ask('SELECT currentRoles()', { ...ann, role: ['writers', 'nobody'] })).toHaveLength(2);
    expect(await ask('SELECT currentUser() AS me', ann)).toBe('ann');
  });

  test('may do what their roles may, down to columns, and no more', async () => {
    await command("INSERT INTO t VALUES (1, 'a')", { ...ann, role: 'writers' });
    expect(await ask('SELECT max(id) FROM t', ann)).toBe(1);
    await command('CREATE TABLE made (id UInt8) ENGINE = MergeTree ORDER BY id', ann);
    for (const [query, options] of [
      ["INSERT INTO t VALUES (2, 'b')", { ...ann, role: 'nobody' }],
      ['SELECT name FROM t', ann],
      ['SELECT * FROM other', ann],
      ['DROP TABLE t', ann],
      ['CREATE USER bob', ann],
      ['GRANT ALL ON *.* TO ann', { username: 'reader' }],
      ['SET ROLE all_rights', ann],
    ] as const) {
      await expect(command(query, options)).rejects.toMatchObject({
        code: '497',
        message: expect.stringMatching(/^(?:ann|reader): Not enough privileges|no other roles/),
      });
    }
  });

  test('get their rights at their next query, and lose them', async () => {
    await command('GRANT SELECT ON other TO ann');
    expect(await ask('SELECT count() FROM other', { ...ann, role: 'nobody' })).toBe(0);
    await command('REVOKE SELECT ON other FROM ann');
    await command('SET DEFAULT ROLE NONE TO ann');
    await expect(ask('SELECT count() FROM other', ann)).rejects.toMatchObject({ code: '497' });
    expect(await ask('SELECT currentRoles()', ann)).toEqual([]);
  });

  test('only read where their settings say so', async () => {
    await command("CREATE USER ro IDENTIFIED BY 'x' SETTINGS readonly = 1, max_threads = 3");
    await command('GRANT SHOW TABLES, SELECT ON default.* TO ro');
    const ro = { username: 'ro', password: 'x' };
    expect(await ask("SELECT getSetting('max_threads')", ro)).toBe(3);
    expect(await ask('SELECT count() FROM t', ro)).toBe(1);
    await expect(command('CREATE TABLE no (a Int8) ENGINE = Memory', ro)).rejects.toMatchObject({
      code: '497',
    });
    await expect(ask('SELECT * FROM system.users', ro)).rejects.toMatchObject({ code: '497' });
  });

  test.each([
    ['CREATE USER ann', '493'],
    ['CREATE USER default', '493'],
    ['GRANT nope TO ann', '511'],
    ['GRANT SELECT ON t TO nope', '511'],
    ['DROP USER nope', '192'],
    ['GRANT SOMETHING ON *.* TO ann', '62'],
    ['GRANT SELECT ON t TO ann WITH GRANT OPTION', '48'],
    ['CREATE USER `a b`', '36'],
    ['CREATE ROLE __proto__', '36'],
    ['CREATE USER OR REPLACE default', '493'],
    ['GRANT SELECT ON `\u0001`.* TO ann', '36'],
    ['CREATE USER u SETTINGS nope = 1', '115'],
  ])('%s is refused with %s', async (query, code) => {
    await expect(command(query)).rejects.toMatchObject({ code });
  });

  test('are refused with a wrong password, and roles that they do not have', async () => {
    await expect(ask('SELECT 1', { ...ann, password: 'wrong' })).rejects.toMatchObject({ code: '516' });
    await command('CREATE ROLE strange');
    await expect(ask('SELECT 1', { ...ann, role: 'strange' })).rejects.toMatchObject({ code: '512' });
    await expect(ask('SELECT 1', { role: 'missing' })).rejects.toMatchObject({ code: '511' });
  });

  test('are made beside queries of such users, which wait for nobody who waits for them', async () => {
    const rounds = Array.from({ length: 5 }, (_, n) => [
      // What names a log waits for it to be filled, which makes room for the other in between.
      command('GRANT SELECT ON system.query_log TO writers'),
      command(`CREATE ROLE beside_${n}`),
      ask('SELECT 1', ann),
    ]);
    await Promise.all(rounds.flat());
    expect(await ask('SELECT 1', ann)).toBe(1);
  });

  test('may have the names of keywords, and hold each other in a circle', async () => {
    for (const query of [
      "CREATE USER circle IDENTIFIED BY 'x'",
      'CREATE ROLE all',
      'CREATE ROLE select',
      'GRANT all TO select',
      'GRANT select TO all',
      'GRANT select TO circle',
    ])
      await command(query);
    const circle = { username: 'circle', password: 'x' };
    expect(await ask('SELECT currentRoles()', circle)).toEqual(['select']);
    await expect(ask('SELECT * FROM other', circle)).rejects.toMatchObject({ code: '497' });
  });

  test('may have hyphens in their names', async () => {
    await command("CREATE USER 'be-cky' IDENTIFIED BY 'x'");
    await command('CREATE ROLE `front-desk`');
    await command('GRANT SELECT ON default.other TO `front-desk`');
    await command("GRANT `front-desk` TO 'be-cky'");
    const becky = { username: 'be-cky', password: 'x' };
    expect(await ask('SELECT currentRoles()', becky)).toEqual(['front-desk']);
    expect(await ask('SELECT count() FROM other', { ...becky, role: 'front-desk' })).toBe(0);
    await expect(ask('SELECT count() FROM t', becky)).rejects.toMatchObject({ code: '497' });
  });

  test('do not take away what the engine would lose when it learns of them', async () => {
    await command('CREATE TABLE kept (a Int8) ENGINE = Memory');
    await command('INSERT INTO kept VALUES (1)');
    await command('CREATE ROLE late');
    await expect(ask('SELECT 1', ann)).rejects.toMatchObject({
      code: '48',
      message: expect.stringContaining('default.kept'),
    });
    expect(await ask('SELECT count() FROM kept')).toBe(1);
    await command('DROP TABLE kept SYNC');
    expect(await ask('SELECT 1', ann)).toBe(1);
  });

  test('keep Kafka tables from being made until the next start, which is said', async () => {
    const settings = ['broker_list', 'topic_list', 'group_name'].map((name) => `kafka_${name} = 'x:1'`);
    await expect(
      command(`CREATE TABLE k (a Int8) ENGINE = Kafka SETTINGS ${settings}, kafka_format = 'CSV'`),
    ).rejects.toMatchObject({ code: '48', message: expect.stringContaining('until the next start') });
  });

  test('are there after a restart, with their rights, and their passwords in no log', async () => {
    await server.close();
    server = await start();
    expect(await ask('SELECT currentRoles()', { ...ann, role: 'writers' })).toEqual(['writers']);
    await expect(ask('SELECT * FROM other', ann)).rejects.toMatchObject({ code: '497' });
    await command("ALTER USER ann IDENTIFIED BY 'new one'");
    expect(await ask('SELECT 1', { username: 'ann', password: 'new one' })).toBe(1);
    expect(
      await ask(
        "SELECT countIf(query LIKE '%new one%') FROM system.query_log WHERE query LIKE 'ALTER USER%'",
      ),
    ).toBe(0);
    await command('DROP USER ann');
    await expect(ask('SELECT 1', { username: 'ann', password: 'new one' })).rejects.toMatchObject({
      code: '516',
    });
  });
});
