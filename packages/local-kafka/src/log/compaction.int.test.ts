import { createRandom } from '@bellhop/local-process/soak';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type OpenedLog, openLog, testSettings } from '../conformance/opened-log.js';
import { StoreClosing } from '../storage/store.js';
import { compact } from './compaction.js';
import { cleanupPolicy } from './topic-config.js';

let log: OpenedLog;

beforeEach(async () => {
  log = await openLog();
});

afterEach(() => log.close());

const compactAt = (nowMs: number, config: Record<string, string> = {}): Promise<void> => {
  const policy = { 'cleanup.policy': 'compact', 'min.cleanable.dirty.ratio': '0', ...config };
  return compact(log.store, log.partition(), cleanupPolicy(policy, testSettings), nowMs);
};

/** One batch of records; a key in parentheses is a tombstone. */
const put = (...keys: string[]) =>
  log.append({
    keys: keys.map((it) => it.replace(/[()]/g, '')),
    values: keys.map((it) => (it.startsWith('(') ? null : 'v')),
    timestamps: keys.map(() => 1_000),
  });

describe('compaction', () => {
  test('leaves the latest record of each key, at the offset that it had', async () => {
    await put('a', 'b');
    await put('a', 'c');
    await put('b');
    await put('last');
    await compactAt(2_000);
    expect(log.contents()).toEqual(['2=a', '3=c', '4=b', '5=last']);
  });

  test('takes away batches of which nothing is left, and never the last one', async () => {
    await put('a');
    await put('a');
    await put('a');
    await compactAt(2_000);
    expect(log.contents()).toEqual(['1=a', '2=a']);
    await log.reopen();
    expect(log.partition()).toMatchObject({ logStart: 0, highWatermark: 3 });
  });

  test('keeps a tombstone for delete.retention.ms after the pass that meets it, then takes it away', async () => {
    await put('a', 'b');
    await put('(a)');
    await put('x');
    await compactAt(2_000, { 'delete.retention.ms': '500' });
    expect(log.contents()).toEqual(['1=b', '2=a gone', '3=x']);
    await put('y');
    await compactAt(2_400, { 'delete.retention.ms': '500' });
    expect(log.contents()).toContain('2=a gone');
    await put('z');
    await compactAt(2_600, { 'delete.retention.ms': '500' });
    expect(log.contents()).toEqual(['1=b', '3=x', '4=y', '5=z']);
  });

  test('waits until min.cleanable.dirty.ratio of the log is dirty', async () => {
    for (let n = 0; n < 10; n += 1) await put(`k${n}`);
    await compactAt(2_000);
    await put('k0');
    await put('k0');
    await compactAt(2_000, { 'min.cleanable.dirty.ratio': '0.5' });
    expect(log.contents()).toHaveLength(12);
    await compactAt(2_000, { 'min.cleanable.dirty.ratio': '0.1' });
    expect(log.contents()).toHaveLength(11);
  });

  test('does not wait for that share with what is older than max.compaction.lag.ms', async () => {
    for (let n = 0; n < 10; n += 1) await put(`k${n}`);
    await compactAt(2_000);
    await put('k0');
    await put('k0');
    const config = { 'min.cleanable.dirty.ratio': '0.5', 'max.compaction.lag.ms': '1000' };
    await compactAt(2_000, config);
    expect(log.contents()).toHaveLength(12);
    await compactAt(2_001, config);
    expect(log.contents()).toHaveLength(11);
  });

  test('leaves alone what is younger than min.compaction.lag.ms', async () => {
    await put('a');
    await put('a');
    await put('last');
    await compactAt(1_500, { 'min.compaction.lag.ms': '1000' });
    expect(log.contents()).toHaveLength(3);
    await compactAt(2_500, { 'min.compaction.lag.ms': '1000' });
    expect(log.contents()).toEqual(['1=a', '2=last']);
  });

  test('stops before an open transaction, and drops what was aborted with its marker', async () => {
    const transaction = (baseSequence: number, key: string) =>
      log.append({
        keys: [key],
        values: ['v'],
        producerId: 7,
        epoch: 0,
        baseSequence,
        isTransactional: true,
      });
    await put('a');
    await transaction(0, 'a');
    await compactAt(2_000);
    expect(log.contents()).toEqual(['0=a', '1=a']);
    await log.end(7, false);
    await transaction(1, 'b');
    await log.end(7, true);
    await put('last');
    await compactAt(2_000);
    expect(log.contents()).toEqual(['0=a', '3=b', '5=last']);
    expect(log.partition().abortedWithin(0, 100)).toEqual([]);
  });

  test('does nothing where the policy is to delete', async () => {
    await put('a');
    await put('a');
    await put('a');
    await compactAt(2_000, { 'cleanup.policy': 'delete' });
    expect(log.contents()).toHaveLength(3);
  });

  test('that is cut short by the end of the broker leaves every latest record', async () => {
    for (let n = 0; n < 40; n += 1) {
      await log.append({ keys: ['a'], values: ['x'.repeat(300_000)], timestamps: [1_000] });
    }
    const compacting = compactAt(2_000);
    log.store.announceClosing();
    await expect(compacting).rejects.toThrow(StoreClosing);
    await log.reopen();
    expect(log.contents().at(-1)).toBe('39=a');
    await compactAt(2_000);
    expect(log.contents()).toEqual(['38=a', '39=a']);
  });

  const seed = Number(process.env.COMPACTION_SEED ?? Date.now() % 0x7fffffff);

  test(`never changes the latest record of any key (COMPACTION_SEED=${seed})`, async () => {
    const random = createRandom(seed);
    for (let round = 0; round < 6; round += 1) {
      for (let n = 0; n < 30; n += 1) {
        await put(
          ...Array.from({ length: 1 + Math.floor(random() * 5) }, () => `k${Math.floor(random() * 12)}`),
        );
      }
      const latest = () => new Map(log.contents().map((it) => it.split('=').reverse() as [string, string]));
      const before = latest();
      await compactAt(2_000);
      expect(latest()).toEqual(before);
      if (round % 2 === 1) await log.reopen();
    }
    expect(log.contents().length).toBeLessThan(12 + 5 + 5);
  });
});
