import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { drainPending, Session } from 'chdb';
import type { Access } from '../access/access.js';
import { engineAccess } from '../access/engine-access.js';
import type { Users } from '../access/users.js';
import { refusal, rethrow, toClickHouseException } from '../clickhouse-exception.js';
import { createLogTable, logTableNames } from '../log/query-log-tables.js';
import { isQuery } from '../query/query-identity.js';
import { recordLayout, refuseNewerFolder } from './data-folder-layout.js';
import { forgetUnkeptTokens } from './deduplication-logs.js';
import { engineConfig } from './engine-config.js';
import { createConnection, type EngineConnection } from './engine-connection.js';
import { createResultPipes } from './result-pipes.js';
import { createSlots } from './slots.js';
import { keepSystemDatabase } from './system-database.js';

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
  rmSync(incomingDir, { recursive: true, force: true });
  mkdirSync(incomingDir, { recursive: true });
  const slots = createSlots();
  const pipes = createResultPipes(join(dataDir, 'outgoing'), slots.limits.read);
  let own = opened(dataDir, open);
  const ask = (sql: string) => own.query(sql, 'TSV').trim();
  const [clickhouseVersion = '', timezone = ''] = ask('SELECT version(), timezone()').split('\t');
  const makeLogTables = () => {
    for (const table of logTableNames) ask(createLogTable(table));
  };
  makeLogTables();
  recordLayout(dataDir, { chdbVersion, clickhouseVersion });
  const formats = ask('SELECT lower(name) FROM system.formats WHERE is_output').split('\n');
  /** The engine opens nothing without its database `default`. A client that drops it, as it may, finds it empty then. */
  const connected = () => {
    try {
      return open();
    } catch {
      own.query('CREATE DATABASE IF NOT EXISTS default');
      return open();
    }
  };
  const tell = async (sql: string) => {
    await own.queryAsync(sql).catch(rethrow);
  };
  return {
    timezone,
    outputFormats: new Set(formats),
    incomingDir,
    connect: () => createConnection(translated(connected), { slots, pipes }),
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
    kill: (queryId) => tell(`KILL QUERY WHERE ${isQuery(queryId)} ASYNC`),
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

function translated<T>(call: () => T): T {
  try {
    return call();
  } catch (thrown) {
    throw toClickHouseException(thrown);
  }
}
