import type { Database, Key, RootDatabase } from 'lmdb';

/** Tables with binary keys and values, so that key order is offset order. A batch brings its own checksum. */
const logTables = ['log', 'times'] as const;

/** Tables of rows, each with a checksum. */
export const rowTables = [
  'topics',
  'deletions',
  'partitions',
  'producers',
  'aborted',
  'transactions',
  'offsets',
  'meta',
] as const;

export type LogTable = (typeof logTables)[number];
export type RowTable = (typeof rowTables)[number];
export type TableName = LogTable | RowTable;

export const isRowTable = (name: TableName): name is RowTable => rowTables.some((it) => it === name);

export const openTables = (root: RootDatabase) => {
  const log = logTables.map((name) => {
    const table = root.openDB<unknown, Key>({ name, encoding: 'binary', keyEncoding: 'binary' });
    return [name, table] as const;
  });
  const rows = rowTables.map((name) => {
    const table = root.openDB<unknown, Key>({ name: `rows.${name}`, encoding: 'string' });
    return [name, table] as const;
  });
  return new Map<TableName, Database<unknown, Key>>([...log, ...rows]);
};

/**
 * The table of batches once more, for reading without a copy: a value lies in memory that the next one overwrites.
 */
export const openBatchViews = (root: RootDatabase) => {
  const encoder = {
    encode: (batch: Buffer): Buffer => batch,
    decode: ({ buffer, byteOffset }: Uint8Array, length: number): Buffer =>
      Buffer.from(buffer, byteOffset, length),
  };
  const options = { name: 'log' satisfies LogTable, encoder, keyEncoding: 'binary' as const };
  return root.openDB<Buffer, Key>(options);
};

/** Tables of this and of the first layout, and those that tools may add. */
export const maxTables = 32;
