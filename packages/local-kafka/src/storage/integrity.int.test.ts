import { appendFileSync, mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { fetch } from '../apis/fetch.js';
import { metadata } from '../apis/metadata.js';
import { produce } from '../apis/produce.js';
import { makeBatch } from '../conformance/batch.js';
import { fetchRequest } from '../conformance/fetch-request.js';
import { metadataRequest } from '../conformance/metadata-request.js';
import { connectRaw } from '../conformance/raw-client.js';
import { startLocalKafka, UnusableData } from '../index.js';
import { logKey } from './log-key.js';
import { Store } from './store.js';

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'local-kafka-'));
});

afterEach(() => rmSync(dataDir, { recursive: true }));

const file = () => join(dataDir, 'data.mdb');

const fill = async (values: string[]): Promise<void> => {
  const broker = await startLocalKafka({ dataDir });
  const client = await connectRaw(broker.port);
  await client.call(metadata, 6, metadataRequest('t'));
  for (const value of values) {
    const topics = [{ name: 't', partitions: [{ index: 0, records: makeBatch({ values: [value] }) }] }];
    await client.call(produce, 7, { transactionalId: null, acks: -1, timeoutMs: 1_000, topics });
  }
  client.close();
  await broker.close();
};

test('a file that is no database is refused by name', async () => {
  writeFileSync(file(), Buffer.alloc(100_000, 7));
  await expect(startLocalKafka({ dataDir })).rejects.toThrow(UnusableData);
  await expect(startLocalKafka({ dataDir })).rejects.toThrow(`${file()} is corrupt`);
});

test('a truncated file is refused, and opens again when it is whole', async () => {
  await fill(Array.from({ length: 30 }, () => 'x'.repeat(100_000)));
  const { size } = statSync(file());
  truncateSync(file(), 500_000);
  await expect(startLocalKafka({ dataDir })).rejects.toThrow(/truncated: it has 500000 of/);
  appendFileSync(file(), Buffer.alloc(size - 500_000));
  expect(() => new Store(dataDir).close()).not.toThrow();
});

test('a folder of a later storage layout is refused', async () => {
  await fill([]);
  const store = new Store(dataDir);
  await store.commit([{ table: 'meta', key: 'layout', value: 99 }]);
  await store.close();
  await expect(startLocalKafka({ dataDir })).rejects.toThrow(/storage layout 99/);
});

test('a batch that is not what was written is reported, and never served', async () => {
  await fill(['whole', 'broken', 'behind']);
  const store = new Store(dataDir);
  const key = logKey(1, 0, 1);
  const bytes = Buffer.from(store.table<Buffer>('log').get(key)!);
  bytes.writeUInt8(bytes.readUInt8(70) ^ 1, 70);
  await store.commit([{ table: 'log', key, value: bytes }]);
  await store.close();
  const faults: unknown[] = [];
  const broker = await startLocalKafka({ dataDir, onError: (error) => faults.push(error) });
  const client = await connectRaw(broker.port);
  const read = async (offset: number) => {
    const answer = await client.call(fetch, 11, fetchRequest({ topic: 't', offset }));
    const { code, records } = answer.topics[0]!.partitions[0]!;
    return { code, text: Buffer.concat(records).toString('latin1') };
  };
  expect((await read(0)).text).toContain('whole');
  expect((await read(0)).text).not.toContain('roken');
  expect(await read(1)).toEqual({ code: 2, text: '' });
  expect(await read(1)).toEqual({ code: 2, text: '' });
  expect((await read(2)).text).toContain('behind');
  expect(faults.map(String)).toEqual([
    'Error: the stored batch at offset 1 of partition 0 of topic 1 is corrupt',
  ]);
  client.close();
  await broker.close();
});
