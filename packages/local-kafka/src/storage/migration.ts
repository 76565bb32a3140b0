import type { Database, Key, RootDatabase } from 'lmdb';
import { storageLayout } from './integrity.js';
import { writeRow } from './row.js';

/** Where every version looks for the layout, so that each refuses what a later one has written. */
const layoutTable = (root: RootDatabase) => root.openDB<unknown, Key>({ name: 'meta' });

/** The layout of a folder; undefined in a new one. */
export const layoutOf = (root: RootDatabase): number | undefined =>
  layoutTable(root).get('layout') as number | undefined;

export const keepLayout = (root: RootDatabase): void => {
  layoutTable(root).putSync('layout', storageLayout);
};

/** Brings a folder of layout 1, whose rows have no checksum, to the present one: all of it or nothing. */
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
    keepLayout(root);
  });
};
