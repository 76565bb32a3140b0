import { mkdirSync } from 'node:fs';
import { type Database, type Key, open, type RootDatabase } from 'lmdb';
import { checkFileHead, checkFileLength, checkLayout, storageLayout } from './integrity.js';

/** The tables of the broker. `log` and `times` have binary keys and values, so that key order is offset order. */
const tableNames = [
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

const openTable = (root: RootDatabase, name: TableName): Database<unknown, Key> =>
  root.openDB(
    name === 'log' || name === 'times' ? { name, encoding: 'binary', keyEncoding: 'binary' } : { name },
  );

/** Work in the background that was cut short, because the broker is about to end. It can be done again later. */
export class StoreClosing extends Error {
  override name = 'StoreClosing';
}

/** The database in a folder. Reading shows what is committed; writing goes through one queue. */
export class Store {
  /** Resolves with the reason when a write has failed: memory is then ahead of the disk, and the broker must end. */
  readonly fault: Promise<Error>;
  private reportFault: (error: Error) => void = () => {};
  private readonly root: RootDatabase;
  private readonly tables: Record<TableName, Database<unknown, Key>>;
  private last: Promise<void> = Promise.resolve();
  private isClosing = false;
  private isClosed = false;

  /** Opens the database, or creates it. Throws UnusableData for what it can't read. */
  constructor(dataDir: string) {
    mkdirSync(dataDir, { recursive: true });
    checkFileHead(dataDir);
    // Without overlapping sync a commit resolves only after its fsync, which is what an acknowledgement promises.
    this.root = open({
      path: dataDir,
      noSubdir: false,
      maxDbs: tableNames.length + 1,
      overlappingSync: false,
    });
    checkFileLength(dataDir, this.lastPage());
    this.tables = Object.fromEntries(tableNames.map((name) => [name, openTable(this.root, name)])) as Record<
      TableName,
      Database<unknown, Key>
    >;
    checkLayout(dataDir, this.table<number>('meta').get('layout') ?? storageLayout);
    this.fault = new Promise((resolve) => {
      this.reportFault = resolve;
    });
  }

  table<V>(name: TableName): Database<V, Key> {
    return this.tables[name] as Database<V, Key>;
  }

  /** Writes all of it or nothing, after everything committed before; resolves when it is synced to disk. */
  commit(writes: Write[]): Promise<void> {
    if (this.isClosed) return Promise.reject(new Error('the store is closed'));
    if (writes.length === 0) return this.last;
    const written = this.root.batch(() => {
      for (const { table, key, value } of writes) {
        if (value === undefined) void this.tables[table].remove(key);
        else void this.tables[table].put(key, value);
      }
    });
    // Waiting for the one before keeps the order of acknowledgements, and lets a failure fail all that follow it.
    const previous = this.last;
    this.last = written.then(
      () => {
        this.root.resetReadTxn();
        return previous;
      },
      (error: Error & { commitError?: Error }) => {
        // lmdb's own message only points at this property.
        const reason = error.commitError ?? error;
        this.reportFault(reason);
        throw reason;
      },
    );
    // Whoever asked for the commit hears of its failure; the queue itself has nobody to tell.
    this.last.catch(() => {});
    return this.last;
  }

  /** Resolves when everything committed so far is synced. */
  settled(): Promise<void> {
    return this.last;
  }

  /** Lets work in the background end at its next `continueOrThrow`. */
  announceClosing(): void {
    this.isClosing = true;
  }

  /** Throws StoreClosing once the end was announced. */
  continueOrThrow(): void {
    if (this.isClosing) throw new StoreClosing('the store is about to close');
  }

  /** The number of the last page in use, from the head of the file. */
  private lastPage(): number {
    const { lastPageNumber } = this.root.getStats() as { lastPageNumber: number };
    return lastPageNumber;
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await this.last.catch(() => {});
    await this.root.close();
  }
}
