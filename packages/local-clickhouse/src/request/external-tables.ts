import { refusal } from '../clickhouse-exception.js';
import type { EngineConnection } from '../engine/engine-connection.js';
import { quoteIdentifier, quoteString } from '../sql/sql-literal.js';
import type { ExternalTable } from './multipart-form.js';

/**
 * External data as temporary tables. In a session they stay, until a query brings others of their names. What describes a
 * table goes in as a string, so that it can be no more SQL than columns are.
 */
export async function createTables(
  connection: EngineConnection,
  tables: readonly ExternalTable[],
): Promise<void> {
  for (const { name, structure, format, file } of tables) {
    if (!/^\w+$/.test(format)) throw refusal('UNKNOWN_FORMAT', `Unknown format ${format}.`);
    const table = quoteIdentifier(name);
    const columns = `SELECT * FROM null(${quoteString(structure)})`;
    await connection.configure(`CREATE OR REPLACE TEMPORARY TABLE ${table} ENGINE = Memory AS ${columns}`);
    await connection.configure(
      `INSERT INTO ${table} FROM INFILE ${quoteString(file)} COMPRESSION 'none' FORMAT ${format}`,
    );
  }
}
