import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Readable, Transform } from 'node:stream';
import type { AnswerContext } from '../answer/answer-context.js';
import { answerSelect, outcomeOf } from '../answer/answer-select.js';
import { answerWhole } from '../answer/answer-whole.js';
import { withProgressHeaders } from '../answer/progress-headers.js';
import { figuresOf } from '../answer/query-figures.js';
import { compressionOf } from '../answer/response-compression.js';
import { refusal } from '../clickhouse-exception.js';
import type { QueryEnd } from '../log/query-log.js';
import { nativeRevision, toNativeRevision, wantsRevision } from '../native/native-revision.js';
import { headerText } from '../request/header-text.js';
import type { LocatedStatement } from '../request/locate-statement.js';
import type { RequestBody } from '../request/request-body.js';
import { sqlTokens } from '../sql/sql-tokens.js';
import type { StatementWithResult } from '../sql/statement.js';
import { withClientQueryIds, withOwnQueryId } from './query-identity.js';
import { runInsert } from './run-insert.js';
import type { StatementRun } from './statement-run.js';
import { type ClientWait, whileClientWaits } from './while-client-waits.js';

/**
 * Runs a statement and answers it; tells how it went, also where it failed in the midst of its answer. Stops one whose client
 * has gone, unless it writes: a write goes on, as in a server.
 */
export async function runStatement(
  run: StatementRun,
  { statement, data, body }: LocatedStatement & { readonly body: RequestBody },
): Promise<QueryEnd> {
  if (statement.kind === 'insertData') return await runInsert(run, { statement, data, body });
  const otherwise = defaultFormat(run.context);
  const format = statement.format ?? otherwise;
  if (!run.engine.outputFormats.has(format.toLowerCase())) {
    throw refusal('UNKNOWN_FORMAT', `Unknown format ${format}.`);
  }
  const { engine, context } = run;
  switch (statement.kind) {
    case 'other':
      return await withProgressHeaders(engine, context, () =>
        runOther(run, { sql: statement.sql, format, otherwise }),
      );
    case 'show':
      return await whileClientWaits(engine, context, ({ signal }) =>
        runShow(run, { sql: statement.sql, format, otherwise, signal }),
      );
    case 'select':
      return await whileClientWaits(engine, context, (wait) =>
        withProgressHeaders(engine, context, () => runSelect(run, { statement, format, wait })),
      );
  }
}

/** How a result comes where its statement names no format, and `format` itself, or else that. */
interface Formats {
  readonly format: string;
  readonly otherwise: string;
}

async function runOther(
  { connection, context }: StatementRun,
  { format, otherwise, ...statement }: Formats & { sql: string },
): Promise<QueryEnd> {
  const sql = withClientQueryIds(statement.sql);
  const result = await connection.run(sql, { format: otherwise, slot: 'write' });
  const isAnswer = result.bytes.length > 0 || hasResult(sql);
  const figures = figuresOf(result);
  const bytes = asWanted(context, format, result.bytes);
  answerWhole(context, { format: isAnswer ? format : undefined, bytes, figures });
  return { figures };
}

async function runShow(
  { connection, context }: StatementRun,
  { sql, format, otherwise, signal }: Formats & { sql: string; signal: AbortSignal },
): Promise<QueryEnd> {
  const result = await connection.run(sql, { format: otherwise, slot: 'read', signal });
  const figures = figuresOf(result);
  answerWhole(context, { format, bytes: asWanted(context, format, result.bytes), figures });
  return { figures };
}

async function runSelect(
  { engine, connection, context }: StatementRun,
  { statement, format, wait }: { statement: StatementWithResult; format: string; wait: ClientWait },
): Promise<QueryEnd> {
  const forRevision = wantsRevision(context.parameters, format);
  const compression = compressionOf(context, { byEngine: !forRevision });
  const sql = withOwnQueryId(withClientQueryIds(statement.unformatted), context.queryId);
  const { output, result } = connection.select(
    { sql, format, tail: statement.tail, coding: compression.engineCoding },
    wait.signal,
  );
  // The connection must be given back by a query that has ended, whatever became of its answer.
  const outcome = outcomeOf(result);
  try {
    const sent = forRevision ? passedThrough(output, nativeRevision(), wait.cancel) : output;
    const spillFile = join(engine.incomingDir, randomUUID());
    await answerSelect(context, { format, compression, running: { output: sent, result }, spillFile });
  } finally {
    output.destroy();
    await outcome;
  }
  return await outcome;
}

/** What can't be passed on stops its source and the query too, which would go on for nobody. */
function passedThrough(source: Readable, next: Transform, cancel: () => void): Readable {
  next.once('error', cancel).once('close', () => source.destroy());
  return source.pipe(next);
}

const asWanted = ({ parameters }: AnswerContext, format: string, bytes: Uint8Array): Uint8Array =>
  wantsRevision(parameters, format) ? toNativeRevision(bytes) : bytes;

/** Statements whose result may be empty; the others, such as CREATE and SET, have none. */
const hasResult = (sql: string): boolean =>
  /^(?:KILL|BACKUP|RESTORE)$/i.test(sqlTokens(sql).next().value?.text ?? '');

function defaultFormat({ request, parameters }: AnswerContext): string {
  const asked = headerText(request.headers['x-clickhouse-format']) ?? parameters.get('default_format');
  if (!asked) return 'TabSeparated';
  if (!/^\w+$/.test(asked)) throw refusal('UNKNOWN_FORMAT', `Unknown format ${asked}.`);
  return asked;
}
