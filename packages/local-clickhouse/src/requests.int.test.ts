import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type RunningServer, startRunningServer } from './testing/running-server.js';

let server: RunningServer;

beforeAll(async () => {
  server = await startRunningServer();
  await server.query('CREATE TABLE notes (id UInt32, text String) ENGINE = MergeTree ORDER BY id');
});
afterAll(() => server.close());

describe('forms', () => {
  test('fields count like URL parameters, and files are tables', async () => {
    const form = new FormData();
    form.append('query', 'SELECT {limit:UInt8} AS top, sum(a), groupArray(b) FROM brought FORMAT CSV');
    form.append('param_limit', '5');
    form.append('brought_structure', 'a UInt8, b String');
    form.append('brought_format', 'CSV');
    form.append('brought', new Blob(['1,x;y\n2,z\n']), 'brought.csv');
    const answer = await fetch(server.url, { method: 'POST', body: form });
    expect(await answer.text()).toBe("5,3,\"['x;y','z']\"\n");
  });

  test('types name the columns _1, _2; a table that nobody described is refused', async () => {
    const form = new FormData();
    form.append('brought', new Blob(['7\tx\n']), 'brought.tsv');
    const parameters = new URLSearchParams({
      query: 'SELECT _1, _2 FROM brought',
      brought_types: 'UInt8, String',
    });
    const answer = await fetch(`${server.url}/?${parameters}`, { method: 'POST', body: form });
    expect(await answer.text()).toBe('7\tx\n');
    const refused = await fetch(`${server.url}/?query=SELECT+1`, { method: 'POST', body: form });
    expect(await refused.text()).toMatch(/^Code: 36\./);
  });
});

describe('queries by their ids', () => {
  test('a running query is listed and killed by the id that its client chose; a second of that id is refused', async () => {
    const endless = 'SELECT sum(sipHash64(number)) FROM numbers(1e12)';
    const running = server.send({ query_id: "it's mine" }, { body: endless });
    const listed = "SELECT count() FROM system.processes WHERE query_id = 'it\\'s_mine'";
    while ((await server.query(listed)) !== '1\n');
    expect((await server.send({ query_id: "it's mine" }, { body: 'SELECT 1' })).text).toMatch(/^Code: 216\./);
    expect(await server.query("KILL QUERY WHERE query_id = 'it\\'s_mine' ASYNC")).toMatch(/^waiting/);
    expect((await running).text).toMatch(/^Code: 394\./);
  });
});

describe('queryID()', () => {
  test('is the id that the client chose, by which the log has the query', async () => {
    const sql = "SELECT queryID(), initial_query_id() AS first, 'queryID()' FORMAT TSVWithNames";
    expect(await server.query(sql, { query_id: "it's `mine`" })).toBe(
      "queryID()\tfirst\t\\'queryID()\\'\nit\\'s `mine`\tit\\'s `mine`\tqueryID()\n",
    );
    const logged =
      'SELECT DISTINCT query_id, if(interface = 2, http_user_agent, client_name) FROM system.query_log';
    const id = (await server.query('SELECT queryID()')).trim();
    expect(await server.query(`${logged} WHERE query_id = '${id}'`)).toBe(`${id}\t\n`);
  });
});

describe('INSERT … SELECT … FROM input()', () => {
  test('puts its data through the SELECT', async () => {
    await server.query('TRUNCATE TABLE notes');
    const insert = "INSERT INTO notes SELECT x * 2, upper(y) FROM input('x UInt32, y String') FORMAT CSV";
    expect((await server.send({ query: insert }, { body: '1,"a;\n\nb"\n' })).text).toBe('');
    expect(await server.query('SELECT * FROM notes FORMAT CSV')).toBe('2,"A;\n\nB"\n');
  });
});

describe('the database default', () => {
  test('is there again, empty, after a client has dropped it, and keeps nobody out', async () => {
    await server.query('DROP DATABASE default');
    const both = [server.query('SELECT 1'), server.query('SHOW TABLES')];
    expect(await Promise.all(both)).toEqual(['1\n', '']);
    await server.query('CREATE DATABASE IF NOT EXISTS default');
    await server.query('CREATE TABLE kept (id UInt32) ENGINE = MergeTree ORDER BY id');
    await server.query('INSERT INTO kept VALUES (7)');
    await server.restart();
    expect(await server.query('SELECT * FROM kept')).toBe('7\n');
  });
});
