import { readdir, readFile } from 'node:fs/promises';
import type { ClickHouse } from './clickhouse.js';

/** The migrations that ship with Bellhop. */
const MIGRATIONS = new URL('../../../schemas/clickhouse/', import.meta.url);

/**
 * Brings a database to the newest version. A migration is a file of statements, each of which may run again
 * (`IF NOT EXISTS`), so that one cut short by a crash is simply repeated. Returns the names of those that ran.
 */
export async function migrate(
  clickhouse: ClickHouse,
  database: string,
  folder: URL = MIGRATIONS,
): Promise<string[]> {
  await clickhouse.command(`CREATE DATABASE IF NOT EXISTS ${database}`);
  await clickhouse.command(
    `CREATE TABLE IF NOT EXISTS ${database}.migrations (name String, ran_at DateTime DEFAULT now()) ENGINE = ReplacingMergeTree ORDER BY name`,
  );
  const done = new Set(
    (await clickhouse.query<{ name: string }>(`SELECT name FROM ${database}.migrations`)).map(
      ({ name }) => name,
    ),
  );
  const pending = (await readdir(folder)).filter((name) => name.endsWith('.sql') && !done.has(name)).sort();
  for (const name of pending) {
    const text = await readFile(new URL(name, folder), 'utf8');
    for (const statement of statementsOf(text))
      await clickhouse.command(statement.replaceAll('{database}', database));
    await clickhouse.insert(`${database}.migrations`, [{ name }]);
  }
  return pending;
}

/** The statements of a file, which end with a semicolon at the end of a line. */
export function statementsOf(text: string): string[] {
  return text
    .split(/;\s*$/m)
    .map((statement) => statement.replace(/^--.*$/gm, '').trim())
    .filter((statement) => statement !== '');
}
