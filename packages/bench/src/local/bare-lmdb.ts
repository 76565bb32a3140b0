import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { open } from 'lmdb';

/** The storage of local-eventstore alone, in this process: what a commit and a read of the same bytes cost at least. */
export interface BareLmdb {
  /** Resolves when all values are synced to disk, in one transaction. */
  append(values: readonly Buffer[]): Promise<void>;
  /** Reads so many values from the first on; returns how many there were. */
  read(count: number): number;
  close(): Promise<void>;
}

export function openBareLmdb(): BareLmdb {
  const folder = mkdtempSync(join(tmpdir(), 'bellhop-bench-lmdb-'));
  const table = open<Buffer, number>({
    path: join(folder, 'bare.lmdb'),
    encoding: 'binary',
    overlappingSync: false,
    eventTurnBatching: false,
  });
  let next = 0;
  return {
    async append(values) {
      await table.childTransaction(() => {
        for (const value of values) table.put(next++, value);
      });
    },
    read(count) {
      let bytes = 0;
      let seen = 0;
      for (const { value } of table.getRange({ limit: count })) {
        bytes += value.length;
        seen += 1;
      }
      return bytes > 0 ? seen : 0;
    },
    async close() {
      await table.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
