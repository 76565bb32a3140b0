import { PassThrough, type Readable } from 'node:stream';
import type { ChdbResult, Session } from 'chdb';
import { ClickHouseException, refusal, rethrow, toClickHouseException } from '../clickhouse-exception.js';
import { quoteString } from '../sql/sql-literal.js';
import type { ResultPipes } from './result-pipes.js';
import type { SlotKind, Slots } from './slots.js';

/** What the engine says about a finished statement. */
export interface EngineResult {
  readonly bytes: Uint8Array;
  /** Rows and bytes of the result; for an INSERT with data, of the data. */
  readonly rows: number;
  readonly rowBytes: number;
  readonly elapsedSeconds: number;
}

/** A SELECT that runs. Its output ends when the engine has, also where it failed: only `result` tells which. */
export interface RunningSelect {
  readonly output: Readable;
  readonly result: Promise<EngineResult>;
}

/** A SELECT in the parts between which its output is directed. */
export interface SelectParts {
  readonly sql: string;
  readonly format: string;
  /** What follows the format: `SETTINGS …` or nothing. */
  readonly tail: string;
  /** How the engine packs its output. */
  readonly coding: 'none' | 'lz4' | 'zstd';
}

/** One connection to the engine: its own settings, parameters, role, current database and temporary tables. */
export interface EngineConnection {
  /** Changes the connection's state (SET, USE); never waits for a slot. */
  configure(sql: string): Promise<void>;
  /** Does not start what has been aborted before its turn; `kill` is for what runs. */
  run(sql: string, options: { format: string; slot: SlotKind; signal?: AbortSignal }): Promise<EngineResult>;
  select(parts: SelectParts, signal: AbortSignal): RunningSelect;
  close(): void;
}

/** How much of a result waits in memory for a slow client before its query has to wait too. */
const unreadBytes = 16 * 1024 * 1024;

export function createConnection(
  session: Session,
  { slots, pipes }: { slots: Slots; pipes: ResultPipes },
): EngineConnection {
  /** What a failed query had put out already would come before the next one's result. */
  const clear = async (thrown: unknown): Promise<never> => {
    await session.queryAsync('SELECT 1').catch(() => undefined);
    return rethrow(thrown);
  };
  return {
    async configure(sql) {
      await session.queryAsync(sql).catch(rethrow);
    },
    async run(sql, { format, slot, signal }) {
      const work = async () => {
        refuseAborted(signal);
        return resultOf(await session.queryAsync(sql, { format }));
      };
      return await slots.use(slot, work).catch(clear);
    },
    select(parts, signal) {
      const output = new PassThrough({ highWaterMark: unreadBytes });
      const work = async () => {
        refuseAborted(signal);
        return await throughPipe(session, parts, { pipes, output });
      };
      const result = slots.use('read', work).catch(clear);
      result.then(
        () => output.end(),
        () => output.end(),
      );
      return { output, result };
    },
    close: () => session.close(),
  };
}

/**
 * Runs the query with its output in a pipe, which is read to its end even where nobody wants it any more: the engine, which
 * would otherwise wait in a write, could not be cancelled.
 */
async function throughPipe(
  session: Session,
  { sql, format, tail, coding }: SelectParts,
  { pipes, output }: { pipes: ResultPipes; output: PassThrough },
): Promise<EngineResult> {
  const pipe = pipes.open();
  pipe.output.pipe(output, { end: false });
  output.once('close', () => pipe.output.resume());
  const outfile = `INTO OUTFILE ${quoteString(pipe.path)} TRUNCATE COMPRESSION '${coding}'`;
  try {
    return resultOf(await session.queryAsync(`${sql}\n${outfile} FORMAT ${format} ${tail}`));
  } catch (thrown) {
    // A syntax error quotes what follows it, of which the client knows nothing.
    const { code, message } = toClickHouseException(thrown);
    throw new ClickHouseException(code, message.replace(outfile, ''), { cause: thrown });
  } finally {
    await pipe.finish();
  }
}

const resultOf = (result: ChdbResult): EngineResult => ({
  bytes: result.bytes(),
  rows: result.rowsRead,
  rowBytes: result.bytesRead,
  elapsedSeconds: result.elapsed,
});

function refuseAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw refusal('QUERY_WAS_CANCELLED', 'The client has gone.');
}
