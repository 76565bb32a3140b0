import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type Key, open } from 'lmdb';
import { fetch } from '../apis/fetch.js';
import { metadata } from '../apis/metadata.js';
import { offsetCommit } from '../apis/offset-commit.js';
import { offsetFetch } from '../apis/offset-fetch.js';
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
  const root = open({ path: dataDir, noSubdir: false, maxDbs: 32 });
  await root.openDB<unknown, Key>({ name: 'meta' }).put('layout', 99);
  await root.close();
  await expect(startLocalKafka({ dataDir })).rejects.toThrow(/storage layout 99/);
});

test('a batch that is not what was written is reported, and never served', async () => {
  await fill(['whole', 'broken', 'behind']);
  const store = new Store(dataDir);
  const key = logKey(1, 0, 1);
  const bytes = Buffer.from(store.table('log').get(key)!);
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

/** Changes one byte wherever this text stands in the file, as a failing disk may. */
const spoil = (text: string): void => {
  const bytes = readFileSync(file());
  let places = 0;
  for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + 1)) {
    bytes[at]! ^= 1;
    places += 1;
  }
  expect(places).toBeGreaterThan(0);
  writeFileSync(file(), bytes);
};

test.each([
  ['topic', '"partitions":1,"config"'],
  ['committed offset', '"offset":41'],
  ['cluster id', 'clusterId'],
])('a changed byte in the row of a %s is found at the start', async (_name, text) => {
  await fill(['a']);
  const broker = await startLocalKafka({ dataDir });
  const client = await connectRaw(broker.port);
  const partitions = [{ index: 0, offset: 41, leaderEpoch: -1, metadata: null }];
  await client.call(offsetCommit, 5, {
    group: 'readers',
    generation: -1,
    memberId: '',
    instanceId: null,
    retentionMs: -1,
    topics: [{ name: 't', partitions }],
  });
  client.close();
  await broker.close();
  spoil(text);
  await expect(startLocalKafka({ dataDir })).rejects.toThrow(/a row of '\w+' is corrupt|is corrupt/);
});

test('a batch that stands at another offset than its own is reported, and never served', async () => {
  await fill(['first', 'second', 'third']);
  const store = new Store(dataDir);
  const moved = Buffer.from(store.table('log').get(logKey(1, 0, 0))!);
  await store.commit([{ table: 'log', key: logKey(1, 0, 1), value: moved }]);
  await store.close();
  const faults: unknown[] = [];
  const broker = await startLocalKafka({ dataDir, onError: (error) => faults.push(error) });
  const client = await connectRaw(broker.port);
  const answer = await client.call(fetch, 11, fetchRequest({ topic: 't', offset: 1 }));
  expect(answer.topics[0]!.partitions[0]).toMatchObject({ code: 2, records: [] });
  expect(faults).toHaveLength(1);
  client.close();
  await broker.close();
});

test('a folder of the first storage layout is brought to this one, with all that is in it', async () => {
  await fill(['kept']);
  const store = new Store(dataDir);
  const [topic] = [...store.rows<object>('topics')];
  const meta = [...store.rows('meta')];
  await store.commit(meta.map(({ key }) => ({ table: 'meta', key })));
  await store.commit([{ table: 'topics', key: topic!.key }]);
  await store.close();
  const root = open({ path: dataDir, noSubdir: false, maxDbs: 32 });
  const old = (name: string) => root.openDB<unknown, Key>({ name });
  await old('topics').put(topic!.key, topic!.value);
  await old('offsets').put(['readers', 't', 0], { offset: 1, metadata: 'm' });
  for (const { key, value } of meta) await old('meta').put(key, value);
  await old('meta').put('layout', 1);
  await root.close();
  for (const _start of ['migrates', 'starts again']) {
    const broker = await startLocalKafka({ dataDir });
    const client = await connectRaw(broker.port);
    const answer = await client.call(fetch, 11, fetchRequest({ topic: 't', offset: 0 }));
    expect(Buffer.concat(answer.topics[0]!.partitions[0]!.records).toString('latin1')).toContain('kept');
    const topics = [{ name: 't', partitions: [0] }];
    const request = { group: 'readers', topics, groups: [], requireStable: false };
    const offsets = await client.call(offsetFetch, 5, request);
    expect(offsets.topics[0]!.partitions[0]).toMatchObject({ offset: 1, metadata: 'm' });
    client.close();
    await broker.close();
  }
});

test('a folder whose last batch is spoilt is refused: the next one would take its place', async () => {
  await fill(['first', 'the very last']);
  spoil('the very last');
  await expect(startLocalKafka({ dataDir })).rejects.toThrow('where its log ends is unknown');
});
