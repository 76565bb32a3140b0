import { mkdirSync } from 'node:fs';
import { type Database, type Key, open } from 'lmdb';

/** The tables of the broker. `log` and `times` have binary keys and values, so that key order is offset order. */
export const tableNames = [
  'log',
  'times',
  'topics',
  'deletions',
  'partitions',
  'producers',
  'aborted',
  'transactions',
  'offsets',
  'meta',
] as const;

export type TableName = (typeof tableNames)[number];

/** One change; without a value it removes the key. */
export interface Write {
  table: TableName;
  key: Key;
  value?: unknown;
}

export interface Store {
  /** Writes all of it or nothing, after everything committed before; resolves when it is synced to disk. */
  commit(writes: Write[]): Promise<void>;
  /** Resolves when everything committed so far is synced. */
  settled(): Promise<void>;
  table<V>(name: TableName): Database<V, Key>;
  /** Runs `change` while no other process can write, and syncs it. */
  exclusively<T>(change: () => T): T;
  /** Resolves with the reason when a write has failed: memory is then ahead of the disk, and the broker must end. */
  readonly fault: Promise<Error>;
  close(): Promise<void>;
}

/** Opens, or creates, the database in a folder. */
export const openStore = (dataDir: string): Store => {
  mkdirSync(dataDir, { recursive: true });
  // Without overlapping sync a commit resolves only after its fsync, which is what an acknowledgement promises.
  const root = open({
    path: dataDir,
    noSubdir: false,
    maxDbs: tableNames.length + 1,
    overlappingSync: false,
  });
  const tables = Object.fromEntries(
    tableNames.map((name) => {
      const isBinary = name === 'log' || name === 'times';
      return [name, root.openDB(isBinary ? { name, encoding: 'binary', keyEncoding: 'binary' } : { name })];
    }),
  ) as Record<TableName, Database<unknown, Key>>;

  let reportFault: (error: Error) => void = () => {};
  const fault = new Promise<Error>((resolve) => {
    reportFault = resolve;
  });
  let last: Promise<void> = Promise.resolve();
  let isClosed = false;

  const commit = (writes: Write[]): Promise<void> => {
    if (isClosed) return Promise.reject(new Error('the store is closed'));
    if (writes.length === 0) return last;
    const written = root.batch(() => {
      for (const { table, key, value } of writes) {
        if (value === undefined) void tables[table].remove(key);
        else void tables[table].put(key, value);
      }
    });
    // Waiting for the one before keeps the order of acknowledgements, and lets a failure fail all that follow it.
    const previous = last;
    last = written.then(
      () => {
        root.resetReadTxn();
        return previous;
      },
      (error: Error & { commitError?: Error }) => {
        // lmdb's own message only points at this property.
        const reason = error.commitError ?? error;
        reportFault(reason);
        throw reason;
      },
    );
    last.catch(() => {});
    return last;
  };

  return {
    commit,
    settled: () => last,
    table: <V>(name: TableName) => tables[name] as Database<V, Key>,
    exclusively: (change) => root.transactionSync(change),
    fault,
    async close() {
      isClosed = true;
      await last.catch(() => {});
      await root.close();
    },
  };
};
