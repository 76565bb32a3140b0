import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type ServerUnderTest, startServer } from './server-under-test.js';
import { allOfSimple, createSimple, rows } from './simple-table.js';

let server: ServerUnderTest;

beforeAll(async () => {
  server = await startServer({ users: { default: {}, reader: { password: 'secret', readonly: true } } });
  await createSimple(server);
});
afterAll(() => server.stop());
beforeEach(async () => {
  await server.ask('TRUNCATE TABLE simple');
});

describe('users', () => {
  test('a reader selects, and is refused what it has no right to', async () => {
    const reader = server.client({ username: 'reader', password: 'secret' });
    const result = await reader.query({ query: 'SELECT count() AS n FROM simple', format: 'JSONEachRow' });
    expect(await result.json()).toEqual([{ n: 0 }]);
    const refused = [
      () => reader.command({ query: 'CREATE TABLE no (a Int8) ENGINE = Memory' }),
      () => reader.insert({ table: 'simple', values: rows, format: 'JSONEachRow' }),
      () => reader.query({ query: 'SELECT * FROM system.users LIMIT 5' }),
    ];
    for (const attempt of refused) await expect(attempt()).rejects.toThrow('Not enough privileges');
  });

  test('with a wrong password is refused, by a ping too', async () => {
    const client = server.client({ password: 'wrong' });
    await expect(client.query({ query: 'SELECT 1' })).rejects.toMatchObject({
      code: '516',
      type: 'AUTHENTICATION_FAILED',
    });
    expect(await client.ping({ select: true })).toMatchObject({ success: false });
  });

  test('made by SQL insert and create tables with the roles that they ask for', async () => {
    for (const query of [
      "CREATE USER maria IDENTIFIED WITH sha256_password BY 'secret' DEFAULT DATABASE default",
      'CREATE ROLE IF NOT EXISTS may_insert',
      'CREATE ROLE IF NOT EXISTS may_nothing',
      'GRANT may_insert, may_nothing TO maria',
      'GRANT INSERT ON default.* TO may_insert',
    ]) {
      await server.client().command({ query });
    }
    const maria = server.client({ username: 'maria', password: 'secret', role: 'may_nothing' });
    const insert = async (role?: string | string[]) =>
      await maria.insert({ table: 'simple', values: [rows[0]], format: 'JSONEachRow', role });
    await insert(['may_nothing', 'may_insert']);
    await insert('may_insert');
    await expect(insert()).rejects.toMatchObject({ code: '497', type: 'ACCESS_DENIED' });
    const roles = await maria.query({ query: 'SELECT currentRoles() AS roles', format: 'JSONEachRow' });
    expect(await roles.json()).toEqual([{ roles: ['may_nothing'] }]);
    expect(await allOfSimple(server)).toHaveLength(2);
  });

  test('with a role that is not there are refused', async () => {
    await expect(server.client({ role: 'admin' }).query({ query: 'SELECT 1' })).rejects.toMatchObject({
      code: '511',
    });
  });
});
