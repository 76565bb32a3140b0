import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Partition, Staged } from '../log/partition.js';
import { Topics } from '../log/topics.js';
import { settingsSchema } from '../settings.js';
import { logKey } from '../storage/log-key.js';
import { Store } from '../storage/store.js';
import { checkBatch } from '../wire/record-batch.js';
import { readRecords } from '../wire/records.js';
import { type BatchOptions, makeBatch } from './batch.js';

export const testSettings = settingsSchema.parse({});

/** A store on a folder of its own, with one topic of one partition in it. */
export const openLog = async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'local-kafka-'));
  let store = new Store(dataDir);
  let topics = new Topics(store, testSettings);
  await topics.create('t');

  const commit = async (staged: Staged): Promise<number> => {
    await store.commit(staged.writes);
    staged.publish();
    return staged.baseOffset;
  };
  const partition = (): Partition => topics.needPartition('t', 0);
  return {
    get store() {
      return store;
    },
    partition,
    /** The offset of the batch. */
    append(options: BatchOptions): Promise<number> {
      const batch = makeBatch(options);
      return commit(partition().append(batch, checkBatch(batch, 1_000_000)));
    },
    end: (producerId: number, isCommitted: boolean): Promise<number> =>
      commit(partition().endTransaction({ producerId, epoch: 0, commit: isCommitted, nowMs: 1_000 })),
    /** What is stored, as `offset=key:value` each. */
    contents(): string[] {
      const { place, highWatermark } = partition();
      const keyAt = (offset: number) => logKey(place.topicId, place.index, offset);
      const found: string[] = [];
      for (const { batch } of store.batches({ start: keyAt(0), end: keyAt(highWatermark) })) {
        for (const { offset, key, isTombstone } of readRecords(batch))
          found.push(`${offset}=${key}${isTombstone ? ' gone' : ''}`);
      }
      return found;
    },
    async reopen(): Promise<void> {
      await store.close();
      store = new Store(dataDir);
      topics = new Topics(store, testSettings);
    },
    async close(): Promise<void> {
      await store.close();
      rmSync(dataDir, { recursive: true });
    },
  };
};

export type OpenedLog = Awaited<ReturnType<typeof openLog>>;
