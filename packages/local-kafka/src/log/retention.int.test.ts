import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type OpenedLog, openLog, testSettings } from '../conformance/opened-log.js';
import { findByTime } from './log-reader.js';
import { applyRetention } from './retention.js';
import { cleanupPolicy } from './topic-config.js';

let log: OpenedLog;

beforeEach(async () => {
  log = await openLog();
});

afterEach(() => log.close());

const retain = (config: Record<string, string>, nowMs: number): Promise<void> =>
  applyRetention(log.store, log.partition(), cleanupPolicy(config, testSettings), nowMs);

const appendAt = (timestamp: number, value = 'v') => log.append({ values: [value], timestamps: [timestamp] });

describe('retention by time', () => {
  test('removes the oldest batches, up to the first that is young enough', async () => {
    for (const timestamp of [1_000, 2_000, 9_000, 1_500]) await appendAt(timestamp);
    await retain({ 'retention.ms': '1000' }, 5_000);
    expect(log.partition().logStart).toBe(2);
    expect(log.contents()).toEqual(['2=null', '3=null']);
  });

  test('may empty the log, whose offsets go on', async () => {
    await appendAt(1_000);
    await appendAt(2_000);
    await retain({ 'retention.ms': '1000' }, 50_000);
    expect(log.partition()).toMatchObject({ logStart: 2, highWatermark: 2 });
    await log.reopen();
    expect(log.partition()).toMatchObject({ logStart: 2, highWatermark: 2 });
    expect(await appendAt(3_000)).toBe(2);
  });

  test('keeps everything with -1, and where the policy is to compact', async () => {
    await appendAt(1_000);
    await retain({ 'retention.ms': '-1' }, 1e12);
    await retain({ 'retention.ms': '1', 'cleanup.policy': 'compact' }, 1e12);
    expect(log.partition().logStart).toBe(0);
  });

  test('keeps what belongs to an open transaction, and all after it', async () => {
    await appendAt(1_000);
    const transaction = { values: ['a'], timestamps: [1_000], producerId: 7, epoch: 0, baseSequence: 0 };
    await log.append({ ...transaction, isTransactional: true });
    await appendAt(1_000);
    await retain({ 'retention.ms': '1' }, 1e12);
    expect(log.partition().logStart).toBe(1);
  });

  test('leaves a time index that still finds what is left', async () => {
    for (const timestamp of [1_000, 5_000, 2_000, 3_000, 6_000]) await appendAt(timestamp);
    await retain({ 'retention.bytes': '200', 'retention.ms': '-1' }, 0);
    const { logStart, highWatermark } = log.partition();
    expect(logStart).toBe(2);
    const find = (ms: number) => findByTime(log.store, log.partition(), ms, highWatermark)?.offset;
    expect([2_500, 5_500, 7_000].map(find)).toEqual([3, 4, undefined]);
  });
});

describe('retention by size', () => {
  test('removes the oldest batches, and keeps at least as many bytes as it may', async () => {
    for (let n = 0; n < 10; n += 1) await appendAt(1_000, 'x'.repeat(1_000));
    await retain({ 'retention.bytes': '3500', 'retention.ms': '-1' }, 2_000);
    expect(log.contents()).toHaveLength(4);
  });

  test('removes thousands of batches in several commits', async () => {
    await Promise.all(Array.from({ length: 5_000 }, () => appendAt(1_000)));
    await retain({ 'retention.bytes': '0', 'retention.ms': '-1' }, 2_000);
    expect(log.partition()).toMatchObject({ logStart: 5_000, highWatermark: 5_000 });
  });
});
