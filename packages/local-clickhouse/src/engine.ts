import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ChdbQueryStream, drainPending, Session } from 'chdb';
import { refusal, toClickHouseException } from './clickhouse-exception.js';
import { engineConfig } from './engine-config.js';
import { createSlots, type SlotKind, type Slots } from './slots.js';
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
  /** Does not start what has been aborted before its turn; `kill` is for what runs. */
  run(sql: string, options: { format: string; slot: SlotKind; signal?: AbortSignal }): Promise<EngineResult>;
  /** Yields the result block by block. Only for formats whose blocks can be joined as they are. */
  stream(
    sql: string,
    options: { format: string; signal: AbortSignal },
  ): AsyncGenerator<Uint8Array, void, void>;
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
  /** Cancels every SELECT that runs. */
  killReads(): Promise<void>;
  /** Waits for what is running, then closes; the folder is free afterwards. */
  close(): Promise<void>;
}

/** Opens the engine on a data folder, which one process holds at a time. */
export function openEngine(options: { dataDir: string; memoryLimitBytes: number }): Engine {
  const engineDir = join(options.dataDir, 'engine');
  const incomingDir = join(options.dataDir, 'incoming');
  const configFile = join(options.dataDir, 'engine.xml');
  mkdirSync(engineDir, { recursive: true });
  writeFileSync(configFile, engineConfig({ memoryLimitBytes: options.memoryLimitBytes }));
  const open = () => new Session(engineDir, { connectionArgs: [`--config-file=${configFile}`] });
  const own = open();
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
    async killReads() {
      await own.queryAsync("KILL QUERY WHERE query_kind = 'Select' ASYNC").catch(rethrow);
    },
    async close() {
      await slots.drained();
      own.close();
      await drainPending();
    },
  };
}

function connection(session: Session, slots: Slots): EngineConnection {
  return {
    async configure(sql) {
      await session.queryAsync(sql).catch(rethrow);
    },
    async run(sql, { format, slot, signal }) {
      const start = () => {
        refuseAborted(signal);
        return session.queryAsync(sql, { format });
      };
      const result = await slots
        .use(slot, async () => await start())
        .catch(async (thrown: unknown) => {
          // What a failed query had put out already would come before the next one's result.
          await session.queryAsync('SELECT 1').catch(() => undefined);
          return rethrow(thrown);
        });
      const { rowsRead, bytesRead, elapsed } = result;
      return { bytes: result.bytes(), rowsRead, bytesRead, elapsedSeconds: elapsed };
    },
    async *stream(sql, { format, signal }) {
      const result = translated(() => session.queryStream(sql, { format }));
      yield* blocks(result, { slots, signal });
    },
    close: () => session.close(),
  };
}

/** A slot is held for each fetch, not for the whole stream: a slow reader must not keep others waiting. */
async function* blocks(
  result: ChdbQueryStream,
  { slots, signal }: { slots: Slots; signal: AbortSignal },
): AsyncGenerator<Uint8Array, void, void> {
  const iterator = result[Symbol.asyncIterator]();
  try {
    for (;;) {
      const fetch = async () => {
        refuseAborted(signal);
        return await iterator.next();
      };
      const next = await slots.use('read', fetch).catch(rethrow);
      if (next.done) return;
      yield next.value.raw();
    }
  } finally {
    await iterator.return?.();
  }
}

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
