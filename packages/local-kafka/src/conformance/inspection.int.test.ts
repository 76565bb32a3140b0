import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addPartitionsToTxn } from '../apis/add-partitions-to-txn.js';
import { describeConfigs } from '../apis/describe-configs.js';
import { describeLogDirs } from '../apis/describe-log-dirs.js';
import { describeProducers } from '../apis/describe-producers.js';
import { describeTransactions } from '../apis/describe-transactions.js';
import { endTxn } from '../apis/end-txn.js';
import { initProducerId } from '../apis/init-producer-id.js';
import { listTransactions } from '../apis/list-transactions.js';
import { metadata } from '../apis/metadata.js';
import { produce } from '../apis/produce.js';
import { makeBatch } from './batch.js';
import { metadataRequest } from './metadata-request.js';
import type { RawClient } from './raw-client.js';
import { type StartedBroker, startBroker } from './started-broker.js';

let broker: StartedBroker;
let raw: RawClient;
let producerId: number;

const transactionalId = 'inspected';
const batch = (baseSequence: number) =>
  makeBatch({ values: ['a', 'b'], producerId, epoch: 0, baseSequence, isTransactional: true });

beforeAll(async () => {
  broker = await startBroker();
  raw = await broker.raw();
  await raw.call(metadata, 12, metadataRequest('t', 'empty'));
  const identity = { transactionalId, transactionTimeoutMs: 60_000, producerId: -1, epoch: -1 };
  ({ producerId } = await raw.call(initProducerId, 4, identity));
  const topics = [{ name: 't', partitions: [0] }];
  await raw.call(addPartitionsToTxn, 3, { transactionalId, producerId, epoch: 0, topics });
  await raw.call(produce, 9, {
    transactionalId,
    acks: -1,
    timeoutMs: 1_000,
    topics: [{ name: 't', partitions: [{ index: 0, records: batch(0) }] }],
  });
});

afterAll(() => broker.stop());

const list = async (
  version: number,
  change: { states?: string[]; producerIds?: number[]; durationMs?: number },
) => raw.call(listTransactions, version, { states: [], producerIds: [], durationMs: -1, ...change });
const describeOne = async (id: string) =>
  (await raw.call(describeTransactions, 0, { transactionalIds: [id] })).transactions[0]!;
const producersOf = async (name: string) => {
  const answer = await raw.call(describeProducers, 0, { topics: [{ name, partitions: [0] }] });
  return answer.topics[0]!.partitions[0]!;
};

describe('while a transaction is open', () => {
  test.each([0, 1])('ListTransactions finds it by its state and its producer (%i)', async (version) => {
    const found = [{ transactionalId, producerId, state: 'Ongoing' }];
    expect(await list(version, {})).toMatchObject({ code: 0, transactions: found });
    const wanted = { states: ['Ongoing', 'Nonsense'], producerIds: [producerId] };
    expect(await list(version, wanted)).toMatchObject({ unknownStates: ['Nonsense'], transactions: found });
    expect((await list(version, { states: ['Empty'] })).transactions).toEqual([]);
    expect((await list(version, { producerIds: [producerId + 1] })).transactions).toEqual([]);
  });

  test('ListTransactions leaves out what is younger than asked for', async () => {
    expect((await list(1, { durationMs: 3_600_000 })).transactions).toEqual([]);
    const { startedAtMs } = await describeOne(transactionalId);
    while (Date.now() === startedAtMs) await list(1, {});
    expect((await list(1, { durationMs: 0 })).transactions).toHaveLength(1);
  });

  test('DescribeTransactions tells its partitions, and knows no other id (105)', async () => {
    expect(await describeOne(transactionalId)).toMatchObject({
      code: 0,
      state: 'Ongoing',
      timeoutMs: 60_000,
      producerId,
      epoch: 0,
      topics: [{ name: 't', partitions: [0] }],
    });
    expect(await describeOne('nobody')).toMatchObject({ code: 105, topics: [] });
  });

  test('DescribeProducers tells where it began on the partition', async () => {
    expect(await producersOf('t')).toMatchObject({
      code: 0,
      producers: [{ producerId, epoch: 0, lastSequence: 1, openSince: 0 }],
    });
    expect(await producersOf('empty')).toMatchObject({ code: 0, producers: [] });
    expect(await producersOf('nowhere')).toMatchObject({ code: 3, producers: [] });
  });
});

describe('what is asked for again and again in one request', () => {
  test('is answered once, so that no request makes a huge answer', async () => {
    const ids = Array.from({ length: 1_000 }, () => transactionalId);
    const described = await raw.call(describeTransactions, 0, { transactionalIds: ids });
    expect(described.transactions).toHaveLength(1);
    const topics = Array.from({ length: 1_000 }, () => ({ name: 't', partitions: [0, 0] }));
    const producers = await raw.call(describeProducers, 0, { topics });
    expect(producers.topics.flatMap((it) => it.partitions)).toHaveLength(1);
    const sizes = await raw.call(describeLogDirs, 4, { topics });
    expect(sizes.dirs[0]!.topics.flatMap((it) => it.partitions)).toHaveLength(1);
    const resources = ids.map(() => ({ type: 2, name: 't', keys: null }));
    const request = { resources, includeSynonyms: true, includeDocumentation: false };
    expect((await raw.call(describeConfigs, 4, request)).resources).toHaveLength(1);
  });
});

describe('the folder of the data', () => {
  test.each([0, 1, 2, 3, 4])('has the bytes of the batches that were sent (%i)', async (version) => {
    const topics = [{ name: 't', partitions: [0, 9] }];
    const answer = await raw.call(describeLogDirs, version, { topics });
    const size = batch(0).length;
    expect(answer.dirs[0]!.topics).toEqual([
      { name: 't', partitions: [{ index: 0, size, lag: 0, isFuture: false }] },
    ]);
    const all = await raw.call(describeLogDirs, version, { topics: null });
    expect(all.dirs[0]!.topics.map((it) => it.name).sort()).toEqual(['empty', 't']);
    if (version >= 4) expect(all.dirs[0]!.usableBytes).toBeLessThanOrEqual(all.dirs[0]!.totalBytes);
  });
});

describe('once the transaction has ended', () => {
  test('all of them say so', async () => {
    await raw.call(endTxn, 3, { transactionalId, producerId, epoch: 0, commit: true });
    expect((await list(1, {})).transactions).toMatchObject([{ state: 'CompleteCommit' }]);
    expect(await describeOne(transactionalId)).toMatchObject({ startedAtMs: -1, topics: [] });
    expect((await producersOf('t')).producers).toMatchObject([{ producerId, openSince: -1 }]);
  });
});
