import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ChdbQueryStream, drainPending, Session } from 'chdb';
import { toClickHouseException } from './clickhouse-exception.js';
import { engineConfig } from './engine-config.js';
import { createSlots, type SlotKind } from './slots.js';
import { quoteString } from './sql-literal.js';

/** What the engine says about a finished statement. */
export interface EngineResult {
  readonly bytes: Uint8Array;
  readonly rowsRead: number;
  readonly bytesRead: number;
  readonly elapsedSeconds: number;
}

/** One connection to the engine: its own settings, parameters, current database and temporary tables. */
export interface EngineConnection {
  /** Changes the connection's state (SET, USE); never waits for a slot. */
  configure(sql: string): Promise<void>;
  run(sql: string, options: { format: string; slot: SlotKind }): Promise<EngineResult>;
  /** Yields the result block by block. Only for formats whose blocks can be joined as they are. */
  stream(sql: string, format: string): AsyncGenerator<Uint8Array, void, void>;
  close(): void;
}

export interface Engine {
  readonly version: string;
  readonly timezone: string;
  /** Where request bodies wait for the engine to read them; emptied at the next start. */
  readonly incomingDir: string;
  connect(): EngineConnection;
  /** Cancels the statement whose `log_comment` this is; resolves when it has been told, not when it has stopped. */
  kill(logComment: string): Promise<void>;
  /** Waits for what is running, then closes; the folder is free afterwards. */
  close(): Promise<void>;
}

/**
 * Opens the engine on a data folder. One process holds a folder at a time: the engine locks it, and the lock goes with
 * the process. Throws a ClickHouseException with code 76 when another process has it.
 */
export function openEngine(options: { dataDir: string; memoryLimitBytes: number }): Engine {
  const engineDir = join(options.dataDir, 'engine');
  const incomingDir = join(options.dataDir, 'incoming');
  const configFile = join(options.dataDir, 'engine.xml');
  mkdirSync(engineDir, { recursive: true });
  writeFileSync(configFile, engineConfig({ memoryLimitBytes: options.memoryLimitBytes }));
  const open = () => new Session(engineDir, { connectionArgs: [`--config-file=${configFile}`] });
  const own = translated(open);
  rmSync(incomingDir, { recursive: true, force: true });
  mkdirSync(incomingDir, { recursive: true });

  const slots = createSlots();
  const [version = '', timezone = ''] = own.query('SELECT version(), timezone()', 'TSV').trim().split('\t');
  return {
    version,
    timezone,
    incomingDir,
    connect: () => connection(translated(open), slots),
    async kill(logComment) {
      const which = `Settings['log_comment'] = ${quoteString(logComment)}`;
      await own.queryAsync(`KILL QUERY WHERE ${which} ASYNC`).catch(rethrow);
    },
    async close() {
      await slots.drained();
      own.close();
      await drainPending();
    },
  };
}

function connection(session: Session, slots: ReturnType<typeof createSlots>): EngineConnection {
  return {
    async configure(sql) {
      await session.queryAsync(sql).catch(rethrow);
    },
    async run(sql, { format, slot }) {
      const result = await slots.use(slot, () => session.queryAsync(sql, { format })).catch(rethrow);
      const { rowsRead, bytesRead, elapsed } = result;
      return { bytes: result.bytes(), rowsRead, bytesRead, elapsedSeconds: elapsed };
    },
    async *stream(sql, format) {
      const result = translated(() => session.queryStream(sql, { format }));
      yield* blocks(result, slots);
    },
    close: () => session.close(),
  };
}

/** A slot is held for each fetch, not for the whole stream: a slow reader must not keep others waiting. */
async function* blocks(
  result: ChdbQueryStream,
  slots: ReturnType<typeof createSlots>,
): AsyncGenerator<Uint8Array> {
  const iterator = result[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await slots.use('read', () => iterator.next()).catch(rethrow);
      if (next.done) return;
      yield next.value.raw();
    }
  } finally {
    await iterator.return?.();
  }
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
