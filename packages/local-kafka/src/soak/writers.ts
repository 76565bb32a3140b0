import { addOffsetsToTxn } from '../apis/add-offsets-to-txn.js';
import { addPartitionsToTxn } from '../apis/add-partitions-to-txn.js';
import { endTxn } from '../apis/end-txn.js';
import { initProducerId } from '../apis/init-producer-id.js';
import { offsetCommit } from '../apis/offset-commit.js';
import { produce } from '../apis/produce.js';
import { txnOffsetCommit } from '../apis/txn-offset-commit.js';
import { makeBatch } from '../conformance/batch.js';
import type { RawClient } from '../conformance/raw-client.js';

/** What a writer asked for, and what of it was acknowledged. It outlives the connections. */
export interface Tally {
  attempted: number;
  acknowledged: number;
}

/** A record's value: its number, and a filling whose length follows from it, so that a torn one shows. */
export const textOf = (number: number): string => `${number}:${'x'.repeat((number * 37) % 400)}`;

export const numberIn = (value: string): number => {
  const number = Number.parseInt(value, 10);
  return value === textOf(number) ? number : Number.NaN;
};

const batchRecords = 20;
const keyCount = 50;

/** Records of today: retention would rightly remove older ones. */
const stamped = (records: unknown[]): number[] => records.map(() => Date.now());

const refuse = (what: string, code: number): void => {
  if (code !== 0) throw new Error(`${what} was answered with ${code}`);
};

export const startProducer = async (client: RawClient, transactionalId: string | null) => {
  const request = { transactionalId, transactionTimeoutMs: 60_000, producerId: -1, epoch: -1 };
  const { code, producerId, epoch } = await client.call(initProducerId, 4, request);
  refuse('InitProducerId', code);
  return { producerId, epoch };
};

const send = async (
  client: RawClient,
  topic: string,
  records: Buffer,
  transactionalId: string | null = null,
) => {
  const topics = [{ name: topic, partitions: [{ index: 0, records }] }];
  const answer = await client.call(produce, 9, { transactionalId, acks: -1, timeoutMs: 10_000, topics });
  refuse(`Produce to ${topic}`, answer.topics[0]!.partitions[0]!.code);
};

/**
 * An idempotent producer that lives through every crash: five batches under way, and whatever was not acknowledged is
 * sent again with its old sequence. Runs until the connection is gone.
 */
export const writeStream = async (
  client: RawClient,
  { topic, producerId, tally }: { topic: string; producerId: number; tally: Tally },
): Promise<void> => {
  const sendFrom = async (first: number): Promise<void> => {
    const values = Array.from({ length: batchRecords }, (_, step) => textOf(first + step));
    const timestamps = stamped(values);
    tally.attempted = Math.max(tally.attempted, first + batchRecords);
    await send(client, topic, makeBatch({ values, timestamps, producerId, epoch: 0, baseSequence: first }));
    tally.acknowledged = Math.max(tally.acknowledged, first + batchRecords);
  };
  for (;;) {
    const first = tally.acknowledged;
    await Promise.all([0, 1, 2, 3, 4].map((step) => sendFrom(first + step * batchRecords)));
  }
};

/** Rising numbers under few keys, for the cleaner to compact. `latest` holds what was acknowledged last for each key. */
export const writeKeys = async (
  client: RawClient,
  tally: Tally,
  latest: Map<string, number>,
): Promise<void> => {
  for (;;) {
    const first = tally.attempted;
    const numbers = Array.from({ length: batchRecords }, (_, step) => first + step);
    const keys = numbers.map((it) => `k${(it * 7) % keyCount}`);
    tally.attempted += batchRecords;
    await send(
      client,
      'keys',
      makeBatch({ values: numbers.map(textOf), keys, timestamps: stamped(numbers) }),
    );
    for (const [step, key] of keys.entries()) latest.set(key, numbers[step]!);
    tally.acknowledged += batchRecords;
  }
};

/** Transactions over two topics and an offset: number n writes n everywhere, or nowhere. */
export const writeTransactions = async (client: RawClient, tally: Tally, done: number[]): Promise<void> => {
  const transactionalId = 'pair';
  const group = 'pair';
  const producer = await startProducer(client, transactionalId);
  const { producerId, epoch } = producer;
  for (let sequence = 0; ; sequence += 1) {
    const number = tally.attempted;
    tally.attempted += 1;
    const places = ['left', 'right'].map((name) => ({ name, partitions: [0] }));
    const added = await client.call(addPartitionsToTxn, 3, { transactionalId, ...producer, topics: places });
    refuse('AddPartitionsToTxn', added.topics[0]!.partitions[0]!.code);
    for (const topic of ['left', 'right']) {
      const values = [textOf(number)];
      const identity = { producerId, epoch, baseSequence: sequence, isTransactional: true };
      await send(
        client,
        topic,
        makeBatch({ values, timestamps: stamped(values), ...identity }),
        transactionalId,
      );
    }
    refuse(
      'AddOffsetsToTxn',
      (await client.call(addOffsetsToTxn, 3, { transactionalId, ...producer, group })).code,
    );
    const committed = [{ index: 0, offset: number, leaderEpoch: -1, metadata: null }];
    await client.call(txnOffsetCommit, 3, {
      transactionalId,
      group,
      ...producer,
      generation: -1,
      memberId: '',
      instanceId: null,
      topics: [{ name: 'source', partitions: committed }],
    });
    // Some are aborted, so that readers have something to leave out.
    const commit = number % 5 !== 0;
    refuse('EndTxn', (await client.call(endTxn, 3, { transactionalId, ...producer, commit })).code);
    if (commit) done.push(number);
  }
};

/** A group's offset that only rises, with a text that must fit it. */
export const commitOffsets = async (client: RawClient, tally: Tally): Promise<void> => {
  for (;;) {
    tally.attempted += 1;
    const metadata = `n=${tally.attempted}`;
    const partitions = [{ index: 0, offset: tally.attempted, leaderEpoch: -1, metadata }];
    await client.call(offsetCommit, 8, {
      group: 'plain',
      generation: -1,
      memberId: '',
      instanceId: null,
      retentionMs: -1,
      topics: [{ name: 'source', partitions }],
    });
    tally.acknowledged = tally.attempted;
  }
};
