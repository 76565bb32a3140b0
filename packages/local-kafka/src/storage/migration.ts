import type { Database, Key, RootDatabase } from 'lmdb';
import { storageLayout } from './integrity.js';
import { writeRow } from './row.js';

/** Layout 1 kept these rows without a checksum, each table under its own name. */
export const layoutOf = (root: RootDatabase): number | undefined =>
  root.openDB<number, Key>({ name: 'meta' }).get('layout');

/** Brings a folder of layout 1 to the present one, all of it or nothing. */
export const migrate = (root: RootDatabase, tables: ReadonlyMap<string, Database<unknown, Key>>): void => {
  const pairs = [...tables].map(([name, table]) => ({
    from: root.openDB<unknown, Key>({ name }),
    to: table,
  }));
  root.transactionSync(() => {
    for (const { from, to } of pairs) {
      for (const { key, value } of [...from.getRange({})]) to.putSync(key, writeRow(key, value));
      from.clearSync();
    }
    tables.get('meta')!.putSync('layout', writeRow('layout', storageLayout));
  });
};
