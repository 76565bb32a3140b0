import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { makeBatch } from '../conformance/batch.js';
import { settingsSchema } from '../settings.js';
import { Store } from '../storage/store.js';
import { checkBatch } from '../wire/record-batch.js';
import { Topics } from './topics.js';

const settings = settingsSchema.parse({});
let dataDir: string;
let store: Store;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'local-kafka-'));
  store = new Store(dataDir);
});

afterEach(async () => {
  await store.close();
  rmSync(dataDir, { recursive: true });
});

const keysIn = (table: 'log' | 'times' | 'deletions'): number => [...store.keys(table, {})].length;

const append = async (topics: Topics, name: string): Promise<void> => {
  const batch = makeBatch({ values: ['a'] });
  const staged = topics.needPartition(name, 0).append(batch, checkBatch(batch, 1_000));
  await store.commit(staged.writes);
  staged.publish();
};

test('a deletion that a crash cut in two is finished at the next start, and touches no other topic', async () => {
  const topics = new Topics(store, settings);
  await topics.create('doomed', 2);
  await topics.create('kept');
  await append(topics, 'doomed');
  await append(topics, 'kept');
  const { id } = topics.need('doomed');
  await store.commit([
    { table: 'topics', key: 'doomed' },
    { table: 'deletions', key: id, value: 2 },
  ]);
  const reopened = new Topics(store, settings);
  await store.settled();
  expect(reopened.all().map((it) => [it.name, it.partitions[0]!.highWatermark])).toEqual([['kept', 1]]);
  expect([keysIn('log'), keysIn('times'), keysIn('deletions')]).toEqual([1, 1, 0]);
});

test('a name is free as soon as its topic is deleted, and the new topic is empty', async () => {
  const topics = new Topics(store, settings);
  await topics.create('again');
  await append(topics, 'again');
  const removed = topics.remove('again', []);
  await topics.create('again');
  await removed;
  await append(topics, 'again');
  expect(topics.needPartition('again', 0).highWatermark).toBe(1);
  expect(new Topics(store, settings).find('again')?.partitions[0]?.highWatermark).toBe(1);
  expect([keysIn('log'), keysIn('deletions')]).toEqual([1, 0]);
});
