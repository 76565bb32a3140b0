import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type OpenedLog, openLog } from '../conformance/opened-log.js';
import { Offsets } from './offsets.js';

let log: OpenedLog;

beforeEach(async () => {
  log = await openLog();
});

afterEach(() => log.close());

const entry = { topic: 't', partition: 0, offset: 5, leaderEpoch: -1, metadata: '' };
const hourMs = 3_600_000;

test('offsets of a group without members are forgotten, those of a group with members stay', async () => {
  const offsets = new Offsets(log.store);
  await log.store.commit([...offsets.stage('idle', [entry]), ...offsets.stage('busy', [entry])]);
  const emptySince = (group: string) => (group === 'busy' ? null : 0);
  expect(offsets.stageExpiry(Date.now() - hourMs, emptySince)).toEqual([]);
  await log.store.commit(offsets.stageExpiry(Date.now() + hourMs, emptySince));
  expect(new Offsets(log.store).groups()).toEqual(['busy']);
  expect(offsets.groups()).toEqual(['busy']);
});

test('offsets stay as long after the last member left as after the last commit', () => {
  const offsets = new Offsets(log.store);
  offsets.stage('left', [entry]);
  expect(offsets.stageExpiry(Date.now() + hourMs, () => Date.now() + 2 * hourMs)).toEqual([]);
});

test('a silent producer is forgotten, but not with an open transaction', async () => {
  const batch = { values: ['a'], epoch: 0, baseSequence: 0 };
  await log.append({ ...batch, producerId: 1 });
  await log.append({ ...batch, producerId: 2, isTransactional: true });
  expect(log.partition().stageProducerExpiry(Date.now() - hourMs)).toEqual([]);
  const writes = log.partition().stageProducerExpiry(Date.now() + hourMs);
  expect(writes.map((it) => (it.key as number[])[2])).toEqual([1]);
  await log.store.commit(writes);
  // Whoever comes back afterwards may start with any sequence.
  expect(await log.append({ ...batch, producerId: 1, baseSequence: 9 })).toBe(2);
});
