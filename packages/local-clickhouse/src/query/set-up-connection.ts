import type { EngineConnection } from '../engine/engine-connection.js';
import { createTables } from '../request/external-tables.js';
import type { ExternalTable } from '../request/multipart-form.js';
import { setStatement } from '../request/url-parameters.js';
import { quoteIdentifier } from '../sql/sql-literal.js';

/** All that a request asks for beside its statement. */
export interface ConnectionSetUp {
  readonly database: string | undefined;
  /** Undefined for a user who has all rights. */
  readonly roles: readonly string[] | undefined;
  readonly tables: readonly ExternalTable[];
  /** Query parameters, as escaped text. */
  readonly parameters: ReadonlyMap<string, string>;
  readonly sets: ReadonlyMap<string, string>;
}

export async function setUpConnection(connection: EngineConnection, asked: ConnectionSetUp): Promise<void> {
  const { database, roles } = asked;
  // The current database is not a matter of rights, so that it is taken before the roles, anew in a session.
  if (roles) await connection.configure('SET ROLE all_rights');
  if (database) await connection.configure(`USE ${quoteIdentifier(database)}`);
  if (roles) await connection.configure(`SET ROLE ${roles.map(quoteIdentifier).join(', ')}`);
  await createTables(connection, asked.tables);
  for (const set of [setStatement(asked.parameters, 'param_'), setStatement(asked.sets)]) {
    if (set) await configureLong(connection, set);
  }
}

const defaultMaxQuerySize = 262_144;

/** Parameters and settings may be longer than a statement: over HTTP they are none. */
async function configureLong(connection: EngineConnection, set: string): Promise<void> {
  const bytes = Buffer.byteLength(set);
  if (bytes <= defaultMaxQuerySize) return await connection.configure(set);
  await connection.configure(`SET max_query_size = ${bytes + 1}`);
  await connection.configure(set);
  await connection.configure('SET max_query_size = DEFAULT');
}
