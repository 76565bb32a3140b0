import type { ServerUnderTest } from './server-under-test.js';

/** Two rows of the table `simple`, one with text that looks like SQL. */
export const rows = [
  { id: '1', name: 'a', sku: [1] },
  { id: '2', name: 'semicolon; -- "quotes"\n\nSELECT 1; DROP TABLE simple; \'é✓', sku: [] },
];

/** Makes the table `simple`, which the tests of the official client share. */
export const createSimple = (server: ServerUnderTest) =>
  server.ask('CREATE TABLE simple (id UInt64, name String, sku Array(UInt8)) ENGINE = MergeTree ORDER BY id');

/** All that is in it. */
export async function allOfSimple(server: ServerUnderTest): Promise<unknown[]> {
  const query = 'SELECT * FROM simple ORDER BY id';
  return await (await server.client().query({ query, format: 'JSONEachRow' })).json();
}
