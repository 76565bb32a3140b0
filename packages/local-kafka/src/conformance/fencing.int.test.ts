import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addOffsetsToTxn } from '../apis/add-offsets-to-txn.js';
import { endTxn } from '../apis/end-txn.js';
import { initProducerId } from '../apis/init-producer-id.js';
import { metadata } from '../apis/metadata.js';
import { offsetFetch } from '../apis/offset-fetch.js';
import { txnOffsetCommit } from '../apis/txn-offset-commit.js';
import { metadataRequest } from './metadata-request.js';
import type { RawClient } from './raw-client.js';
import { type StartedBroker, startBroker } from './started-broker.js';

let broker: StartedBroker;
let raw: RawClient;

beforeAll(async () => {
  broker = await startBroker();
  raw = await broker.raw();
  await raw.call(metadata, 12, metadataRequest('source'));
});

afterAll(() => broker.stop());

interface Identity {
  producerId: number;
  epoch: number;
}

const nobody: Identity = { producerId: -1, epoch: -1 };

const start = (transactionalId: string, version = 4, { producerId, epoch } = nobody) =>
  raw.call(initProducerId, version, { transactionalId, transactionTimeoutMs: 60_000, producerId, epoch });

const addGroup = async (transactionalId: string, { producerId, epoch }: Identity, group: string) =>
  (await raw.call(addOffsetsToTxn, 3, { transactionalId, producerId, epoch, group })).code;

const end = async (transactionalId: string, { producerId, epoch }: Identity, version: number) =>
  (await raw.call(endTxn, version, { transactionalId, producerId, epoch, commit: true })).code;

const commitOffset = async (transactionalId: string, identity: Identity, generation = -1, memberId = '') => {
  const partitions = [{ index: 0, offset: 9, leaderEpoch: -1, metadata: null }];
  const answer = await raw.call(txnOffsetCommit, 3, {
    transactionalId,
    group: transactionalId,
    producerId: identity.producerId,
    epoch: identity.epoch,
    generation,
    memberId,
    instanceId: null,
    topics: [{ name: 'source', partitions }],
  });
  return answer.topics[0]!.partitions[0]!.code;
};

const committedOffset = async (group: string, requireStable: boolean) => {
  const topics = [{ name: 'source', partitions: [0] }];
  const answer = await raw.call(offsetFetch, 7, { group, topics, groups: [], requireStable });
  return answer.topics[0]!.partitions[0]!;
};

test('a fenced producer is told PRODUCER_FENCED in the versions that know it, INVALID_PRODUCER_EPOCH before', async () => {
  const first = await start('fenced');
  await start('fenced');
  expect(await end('fenced', first, 1)).toBe(47);
  expect(await end('fenced', first, 2)).toBe(90);
  expect((await start('fenced', 3, first)).code).toBe(47);
  expect((await start('fenced', 4, first)).code).toBe(90);
});

test('a producer that names its identity gets the next epoch, and the same one when it asks again', async () => {
  const first = await start('raised');
  const raised = await start('raised', 4, first);
  expect(raised).toMatchObject({ code: 0, producerId: first.producerId, epoch: first.epoch + 1 });
  expect(await start('raised', 4, first)).toMatchObject({ code: 0, epoch: first.epoch + 1 });
});

test('an offset in an open transaction is unstable for who asks for stable ones only', async () => {
  const producer = await start('unstable');
  expect(await addGroup('unstable', producer, 'unstable')).toBe(0);
  expect(await commitOffset('unstable', producer)).toBe(0);
  expect(await committedOffset('unstable', true)).toMatchObject({ code: 88, offset: -1 });
  expect(await committedOffset('unstable', false)).toMatchObject({ code: 0, offset: -1 });
  expect(await end('unstable', producer, 3)).toBe(0);
  expect(await committedOffset('unstable', true)).toMatchObject({ code: 0, offset: 9 });
});

test('a transactional commit of who is no current member is refused', async () => {
  const producer = await start('lost');
  await addGroup('lost', producer, 'lost');
  expect(await commitOffset('lost', producer, 3, 'gone')).toBe(25);
  await end('lost', producer, 3);
  expect(await committedOffset('lost', true)).toMatchObject({ offset: -1 });
});
