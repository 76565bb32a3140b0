import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { answerWhole } from '../answer/answer-whole.js';
import { figuresOf } from '../answer/query-figures.js';
import { ClickHouseException } from '../clickhouse-exception.js';
import type { EngineResult } from '../engine/engine-connection.js';
import type { QueryEnd } from '../log/query-log.js';
import type { LocatedStatement } from '../request/locate-statement.js';
import type { RequestBody } from '../request/request-body.js';
import type { InsertWithData } from '../sql/insert-with-data.js';
import { quoteString } from '../sql/sql-literal.js';
import type { StatementRun } from './statement-run.js';

/**
 * Data goes to the engine through a file. Its API takes data only behind the statement's own text, and there it runs
 * what follows a semicolon or an empty line in the data as another statement.
 */
export async function runInsert(
  { engine, connection, context }: StatementRun,
  insert: { statement: InsertWithData; data: LocatedStatement['data']; body: RequestBody },
): Promise<QueryEnd> {
  const file = join(engine.incomingDir, randomUUID());
  const result = await insert.body
    .spool({ file, ...insert.data }, (spooled) =>
      connection.run(insertFrom(spooled, insert.statement), { format: 'TabSeparated', slot: 'write' }),
    )
    .catch(unlessNoColumns);
  const figures = { ...figuresOf(result), writtenRows: result.rows, writtenBytes: result.rowBytes };
  answerWhole(context, { format: undefined, figures });
  return { figures };
}

function insertFrom(file: string, { target, settings, format, input }: InsertWithData): string {
  const path = quoteString(file);
  if (!input) return `${target} FROM INFILE ${path} COMPRESSION 'none' ${settings} FORMAT ${format}`;
  const source = `file(${path}, ${quoteString(format)}, ${input.structure})`;
  return `${input.before}${source}${input.after} ${settings}`;
}

const emptyListOfColumns = 90;

/** A server takes an INSERT of no column at all (`EXCEPT` every one), and puts nothing in. */
function unlessNoColumns(thrown: unknown): EngineResult {
  if (!(thrown instanceof ClickHouseException) || thrown.code !== emptyListOfColumns) throw thrown;
  return { bytes: new Uint8Array(), rows: 0, rowBytes: 0, elapsedSeconds: 0 };
}
