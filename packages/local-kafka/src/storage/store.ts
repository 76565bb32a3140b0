import { mkdirSync } from 'node:fs';
import { type Database, type Key, open, type RangeOptions, type RootDatabase } from 'lmdb';
import { ErrorCode, ProtocolError } from '../wire/error-code.js';
import { checkFileHead, checkFileLength, checkLayout, storageLayout } from './integrity.js';
import { positionOf } from './log-key.js';
import { keepLayout, layoutOf, migrate } from './migration.js';
import { readRow, writeRow } from './row.js';
import {
  isRowTable,
  type LogTable,
  maxTables,
  openBatchViews,
  openTables,
  type RowTable,
  rowTables,
  type TableName,
} from './tables.js';
import { isNoRoom, reasonOf } from './write-failure.js';

/** One change; without a value it removes the key. */
export interface Write {
  table: TableName;
  key: Key;
  value?: unknown;
}

/** Work in the background that was cut short, because the broker is about to end. It can be done again later. */
export class StoreClosing extends Error {
  override name = 'StoreClosing';
}

/** Writes of one transaction, and who waits for it. */
interface Group {
  writes: Write[];
  done: Promise<void>;
  resolve(): void;
  reject(reason: Error): void;
}

const createGroup = (): Group => {
  let resolve: () => void = () => {};
  let reject: (reason: Error) => void = () => {};
  const done = new Promise<void>((written, failed) => {
    resolve = written;
    reject = failed;
  });
  // Whoever asked for a commit hears of its failure; the group itself has nobody to tell.
  done.catch(() => {});
  return { writes: [], done, resolve, reject };
};

/** On a transaction that still grows, lmdb's writing thread would wait in steps of milliseconds. */
const startOnWholeTransactions = { eventTurnBatching: false, txnStartThreshold: Number.MAX_SAFE_INTEGER };

/**
 * The database in a folder. Reading shows what is committed. One transaction is written at a time; what is to be committed
 * meanwhile makes up the next one, so that a failed one takes with it all that was built on it, and nothing else.
 */
export class Store {
  /** Resolves with the reason when a write has failed for good: the broker must end. */
  readonly fault: Promise<Error>;
  private reportFault: (error: Error) => void = () => {};
  private readonly root: RootDatabase;
  private readonly tables: ReadonlyMap<TableName, Database<unknown, Key>>;
  private readonly batchViews: Database<Buffer, Key>;
  private writing: Group | null = null;
  private waiting: Group | null = null;
  private readonly rollbacks: ((error: Error) => void)[] = [];
  private isClosing = false;
  private isClosed = false;

  /** Opens the database, or creates it. Throws UnusableData for what it can't read. */
  constructor(readonly dataDir: string) {
    mkdirSync(dataDir, { recursive: true });
    checkFileHead(dataDir);
    this.root = open({
      path: dataDir,
      noSubdir: false,
      maxDbs: maxTables,
      // Without overlapping sync a commit resolves only after its fsync, which is what an acknowledgement promises.
      overlappingSync: false,
      ...startOnWholeTransactions,
    });
    try {
      checkFileLength(dataDir, this.lastPage());
      this.tables = openTables(this.root);
      this.batchViews = openBatchViews(this.root);
      const layout = layoutOf(this.root);
      if (layout === undefined) keepLayout(this.root);
      else checkLayout(dataDir, layout);
      if (layout !== undefined && layout < storageLayout) this.migrate();
      this.checkRows();
    } catch (error) {
      void this.root.close();
      throw error;
    }
    this.fault = new Promise((resolve) => {
      this.reportFault = resolve;
    });
  }

  /** Batches by offset, or places by time. */
  table(name: LogTable): Database<Buffer, Key> {
    return this.tables.get(name) as Database<Buffer, Key>;
  }

  /** Batches in a range of keys, each valid only until the next is asked for: its memory is used again. */
  *batches(range: RangeOptions): Iterable<{ offset: number; batch: Buffer }> {
    for (const { key, value } of this.batchViews.getRange(range))
      yield { offset: positionOf(key as Buffer), batch: value };
  }

  /** The value of a row; undefined where there is none. Throws UnusableData where it is not what was written. */
  row<V>(table: RowTable, key: Key): V | undefined {
    const row = this.tables.get(table)!.get(key) as string | undefined;
    return row === undefined ? undefined : readRow<V>(table, key, row);
  }

  /** The rows from one key to before another, or all. Throws UnusableData where one is not what was written. */
  *rows<V>(table: RowTable, range: { start?: Key; end?: Key } = {}): Iterable<{ key: Key; value: V }> {
    for (const { key, value } of this.tables.get(table)!.getRange(range)) {
      yield { key, value: readRow<V>(table, key, value as string) };
    }
  }

  /** The keys of a table within a range. */
  keys(table: TableName, range: RangeOptions): Iterable<Key> {
    return this.tables.get(table)!.getKeys(range);
  }

  /**
   * Calls back when writes have failed that memory is ahead of, as on a full disk: memory has to be read again. Whoever
   * waits for the writes hears of it afterwards.
   */
  onRollback(reload: (error: Error) => void): void {
    this.rollbacks.push(reload);
  }

  /**
   * Writes all of it or nothing, after everything committed before; resolves when it is synced to disk. Throws
   * KAFKA_STORAGE_ERROR where there is no room; then memory is as it was on disk.
   */
  commit(writes: Write[]): Promise<void> {
    if (this.isClosed) return Promise.reject(new Error('the store is closed'));
    if (writes.length === 0) return this.settled();
    if (this.waiting === null) {
      this.waiting = createGroup();
      // In the same turn others may join.
      if (this.writing === null) queueMicrotask(() => this.writeNext());
    }
    for (const write of writes) this.waiting.writes.push(write);
    return this.waiting.done;
  }

  /** Resolves when everything committed so far is synced. */
  settled(): Promise<void> {
    return (this.waiting ?? this.writing)?.done ?? Promise.resolve();
  }

  /** Lets work in the background end at its next `continueOrThrow`. */
  announceClosing(): void {
    this.isClosing = true;
  }

  /** Throws StoreClosing once the end was announced. */
  continueOrThrow(): void {
    if (this.isClosing) throw new StoreClosing('the store is about to close');
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await this.settled().catch(() => {});
    await this.root.close();
  }

  private writeNext(): void {
    const group = this.waiting;
    this.writing = group;
    this.waiting = null;
    if (group === null) return;
    this.write(group.writes).then(
      () => {
        this.root.resetReadTxn();
        group.resolve();
        this.writeNext();
      },
      (error: Error) => this.rollBack(group, error),
    );
  }

  private async write(writes: Write[]): Promise<void> {
    try {
      await this.root.batch(() => {
        for (const { table, key, value } of writes) {
          const database = this.tables.get(table)!;
          if (value === undefined) void database.remove(key);
          else void database.put(key, isRowTable(table) ? writeRow(key, value) : value);
        }
      });
    } catch (error) {
      throw await reasonOf(error);
    }
  }

  /** Nothing of the group is on disk, nor of those that wait and were built on it. */
  private rollBack(group: Group, reason: Error): void {
    const others = this.waiting;
    this.waiting = null;
    this.writing = null;
    let refusal = reason;
    if (isNoRoom(reason, this.dataDir)) {
      refusal = new ProtocolError(
        ErrorCode.kafkaStorageError,
        `there is no room for data: ${reason.message}`,
      );
      this.reload(refusal);
    } else {
      this.giveUp(reason);
    }
    group.reject(refusal);
    others?.reject(refusal);
  }

  private reload(refusal: Error): void {
    try {
      this.root.resetReadTxn();
      for (const reload of this.rollbacks) reload(refusal);
    } catch (error) {
      this.giveUp(error as Error);
    }
  }

  private giveUp(reason: Error): void {
    this.isClosed = true;
    this.reportFault(reason);
  }

  /** Each by its checksum: a row whose key is spoilt would not even be missed. */
  private checkRows(): void {
    for (const table of rowTables) for (const _row of this.rows(table));
  }

  private migrate(): void {
    migrate(this.root, new Map(rowTables.map((name) => [name, this.tables.get(name)!])));
  }

  /** The number of the last page in use, from the head of the file. */
  private lastPage(): number {
    const { lastPageNumber } = this.root.getStats() as { lastPageNumber: number };
    return lastPageNumber;
  }
}
