import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PassThrough, type Readable } from 'node:stream';
import { type ChdbResult, drainPending, Session } from 'chdb';
import type { Access } from './access/access.js';
import { engineAccess } from './access/engine-access.js';
import type { Users } from './access/users.js';
import { ClickHouseException, refusal, toClickHouseException } from './clickhouse-exception.js';
import { recordLayout, refuseNewerFolder } from './data-folder-layout.js';
import { forgetUnkeptTokens } from './deduplication-logs.js';
import { engineConfig } from './engine-config.js';
import { isQuery } from './query-identity.js';
import { createLogTable, logTableNames } from './query-log-tables.js';
import { createResultPipes, type ResultPipes } from './result-pipes.js';
import { createSlots, type SlotKind, type Slots } from './slots.js';
import { quoteString } from './sql-literal.js';
import { keepSystemDatabase } from './system-database.js';

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

export interface Engine {
  readonly timezone: string;
  /** Names of the formats that the engine writes, in lower case. */
  readonly outputFormats: ReadonlySet<string>;
  /** Where request bodies wait for the engine to read them; emptied at the next start. */
  readonly incomingDir: string;
  connect(): EngineConnection;
  /**
   * Opens the engine anew with these users and roles, because it reads them only then. Nothing may run meanwhile, and all
   * connections are void; what is in memory alone, such as tables of the engine Memory, is empty afterwards.
   */
  adopt(access: Access): Promise<void>;
  /** Runs a statement of the front's own. */
  tell(sql: string): Promise<void>;
  /** The one value that a query of the front's own has. */
  ask(sql: string): Promise<string>;
  /** Cancels the query; resolves when it has been told, not when it has stopped. */
  kill(queryId: string): Promise<void>;
  /** Cancels every SELECT that runs. */
  killReads(): Promise<void>;
  /** Waits for what is running, then closes; the folder is free afterwards. */
  close(): Promise<void>;
}

/** How much of a result waits in memory for a slow client before its query has to wait too. */
const unreadBytes = 16 * 1024 * 1024;

export interface EngineOptions {
  readonly dataDir: string;
  readonly memoryLimitBytes: number;
  /** How many broken parts are set aside, with their rows. One more, and the folder is not opened. */
  readonly maxBrokenParts: number;
  readonly users: Users;
  /** Users and roles that were made by SQL. */
  readonly access: Access;
}

/** Opens the engine on a data folder, which one process holds at a time. Throws for a folder that a newer version wrote. */
export function openEngine(options: EngineOptions): Engine {
  const { dataDir, users, access, ...limits } = options;
  const chdbVersion = installedChdb();
  refuseNewerFolder(dataDir, chdbVersion);
  const engineDir = join(dataDir, 'engine');
  const incomingDir = join(dataDir, 'incoming');
  const configFile = join(dataDir, 'engine.xml');
  const usersFile = join(dataDir, 'engine-users.xml');
  mkdirSync(engineDir, { recursive: true });
  writeFileSync(usersFile, engineAccess(users, access));
  writeFileSync(configFile, engineConfig({ ...limits, usersFile }));
  const open = () => new Session(engineDir, { connectionArgs: [`--config-file=${configFile}`] });
  forgetUnkeptTokens(engineDir);
  keepSystemDatabase(engineDir);
  let own = opened(dataDir, open);
  rmSync(incomingDir, { recursive: true, force: true });
  mkdirSync(incomingDir, { recursive: true });

  const slots = createSlots();
  const pipes = createResultPipes(join(dataDir, 'outgoing'), slots.limits.read);
  const ask = (sql: string) => own.query(sql, 'TSV').trim();
  const [clickhouseVersion = '', timezone = ''] = ask('SELECT version(), timezone()').split('\t');
  const makeLogTables = () => {
    for (const table of logTableNames) ask(createLogTable(table));
  };
  makeLogTables();
  recordLayout(dataDir, { chdbVersion, clickhouseVersion });
  const formats = ask('SELECT lower(name) FROM system.formats WHERE is_output').split('\n');
  const tell = async (sql: string) => {
    await own.queryAsync(sql).catch(rethrow);
  };
  return {
    timezone,
    outputFormats: new Set(formats),
    incomingDir,
    connect: () => connection(translated(open), { slots, pipes }),
    async adopt(changed) {
      await slots.drained();
      own.close();
      await drainPending();
      const before = readFileSync(usersFile);
      writeFileSync(usersFile, engineAccess(users, changed));
      try {
        own = open();
      } catch (thrown) {
        writeFileSync(usersFile, before);
        own = opened(dataDir, open);
        throw toClickHouseException(thrown);
      } finally {
        makeLogTables();
      }
    },
    tell,
    ask: async (sql) => (await own.queryAsync(sql, { format: 'TSVRaw' }).catch(rethrow)).text().trim(),
    kill: (queryId) => tell(`KILL QUERY WHERE ${isQuery(quoteString(queryId.replaceAll(' ', '_')))} ASYNC`),
    killReads: () => tell("KILL QUERY WHERE query_kind = 'Select' ASYNC"),
    async close() {
      await slots.drained();
      own.close();
      await drainPending();
    },
  };
}

/** chDB's own `version()` opens an engine and closes it, after which no engine of the process has Kafka tables. */
function installedChdb(): string {
  return (createRequire(import.meta.url)('chdb/package.json') as { version: string }).version;
}

/** The engine writes to standard error what it met, and does not tell it to the one who opens it. */
function opened(dataDir: string, open: () => Session): Session {
  try {
    return open();
  } catch (thrown) {
    const exception = refusal(
      'CORRUPTED_DATA',
      `The engine can't open the data folder ${dataDir}: its reason is above. Where parts of a table are broken, --set max_suspicious_broken_parts=100 sets them aside, and their rows are missing then.`,
    );
    exception.cause = thrown;
    throw exception;
  }
}

function connection(
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

function translated<T>(call: () => T): T {
  try {
    return call();
  } catch (thrown) {
    throw toClickHouseException(thrown);
  }
}

function rethrow(thrown: unknown): never {
  throw toClickHouseException(thrown);
}
