import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom } from '@bellhop/local-process/soak';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { fetch } from '../apis/fetch.js';
import { metadata } from '../apis/metadata.js';
import { produce } from '../apis/produce.js';
import { makeBatch } from './batch.js';
import { type BrokerProcess, type Built, buildPackage, kill, startProcess } from './broker-process.js';
import { fetchRequest } from './fetch-request.js';
import { metadataRequest } from './metadata-request.js';
import { connectRaw, type RawClient, requestFrame } from './raw-client.js';

const seed = Number(process.env.HOSTILE_SEED ?? Date.now() % 0x7fffffff);
const mb = 1024 * 1024;
const batches = 60;
/** What it may take beyond what it had before, whatever comes: its two limits of 64 MB each, and room to breathe. */
const maxGrowthBytes = 300 * mb;

let built: Built;
let dataDir: string;
let broker: BrokerProcess;
let restingBytes: number;
let sockets: Socket[] = [];

/** The most that it ever had in memory. */
const peakBytes = (): number => {
  const status = readFileSync(`/proc/${broker.child.pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)![1]) * 1024;
};

const open = async (): Promise<Socket> => {
  const socket = connect(broker.port, '127.0.0.1');
  socket.on('error', () => {});
  sockets.push(socket);
  await once(socket, 'connect');
  return socket;
};

const openMany = (count: number): Promise<Socket[]> => Promise.all(Array.from({ length: count }, open));

beforeAll(async () => {
  built = buildPackage();
  dataDir = mkdtempSync(join(tmpdir(), 'local-kafka-'));
  const settings = [`queued.max.request.bytes=${64 * mb}`, `queued.max.answer.bytes=${64 * mb}`];
  broker = await startProcess(built.main, dataDir, { settings });
  const client = await connectRaw(broker.port);
  await client.call(metadata, 6, metadataRequest('big'));
  for (let n = 0; n < batches; n += 1) {
    const topics = [
      { name: 'big', partitions: [{ index: 0, records: makeBatch({ values: ['x'.repeat(mb - 100)] }) }] },
    ];
    await client.call(produce, 7, { transactionalId: null, acks: -1, timeoutMs: 1_000, topics });
  }
  client.close();
  restingBytes = peakBytes();
});

beforeEach(() => {
  for (const socket of sockets) socket.destroy();
  sockets = [];
});

afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  await kill(broker.child, 'SIGTERM');
  built.remove();
  rmSync(dataDir, { recursive: true });
});

/** It still serves others, all that there is, and has not grown. */
const expectHealthy = async (): Promise<void> => {
  const client: RawClient = await connectRaw(broker.port);
  const answer = await client.call(metadata, 12, metadataRequest('big'));
  expect(answer.topics[0]).toMatchObject({ code: 0, name: 'big' });
  let offset = 0;
  while (offset < batches) {
    const request = fetchRequest({ topic: 'big', offset, maxBytes: 8 * mb });
    const { code, records } = (await client.call(fetch, 11, request)).topics[0]!.partitions[0]!;
    expect(code).toBe(0);
    // Each batch holds one record of a megabyte.
    offset += Math.round(Buffer.concat(records).length / mb);
  }
  client.close();
  expect(broker.child.exitCode).toBeNull();
  expect(peakBytes() - restingBytes).toBeLessThan(maxGrowthBytes);
};

describe('a hostile client', () => {
  test(`that sends random bytes ends its own connection only (HOSTILE_SEED=${seed})`, async () => {
    const random = createRandom(seed);
    for (const socket of await openMany(200)) {
      const bytes = Buffer.from(Array.from({ length: 2_000 }, () => Math.floor(random() * 256)));
      socket.end(bytes);
    }
    await Promise.all(sockets.map((it) => (it.closed ? undefined : once(it.resume(), 'close'))));
    await expectHealthy();
  });

  test(`that sends requests with random insides ends its own connection only (HOSTILE_SEED=${seed})`, async () => {
    const random = createRandom(seed);
    for (const [at, socket] of (await openMany(200)).entries()) {
      const frame = Buffer.from(Array.from({ length: 300 }, () => Math.floor(random() * 256)));
      frame.writeInt32BE(frame.length - 4, 0);
      frame.writeInt16BE(at % 48, 4);
      frame.writeInt16BE(at % 10, 6);
      frame.writeInt16BE(-1, 12);
      socket.end(frame);
    }
    await Promise.all(sockets.map((it) => (it.closed ? undefined : once(it.resume(), 'close'))));
    await expectHealthy();
  });

  test('that announces more than socket.request.max.bytes is closed', async () => {
    const socket = await open();
    socket.write(Buffer.from([0x7f, 0xff, 0xff, 0xff]));
    await once(socket.resume(), 'close');
    await expectHealthy();
  });

  test('that leaves 300 large requests half sent takes no more than queued.max.request.bytes', async () => {
    const head = Buffer.alloc(4);
    head.writeInt32BE(50 * mb, 0);
    const half = randomBytes(mb);
    for (const socket of await openMany(300)) {
      socket.write(head);
      socket.write(half);
    }
    await expectHealthy();
  });

  test('that opens 1,000 connections does not keep others out', async () => {
    await openMany(1_000);
    await expectHealthy();
  });

  test('that asks and never reads, on 100 connections, takes no more than its share', async () => {
    const request = requestFrame(fetch, 11, fetchRequest({ topic: 'big', maxBytes: 50 * mb }), 1);
    for (const socket of await openMany(100)) {
      socket.pause();
      for (let n = 0; n < 20; n += 1) socket.write(request);
    }
    await expectHealthy();
  });

  test('that asks for an array of millions gets no memory for it', async () => {
    const body = Buffer.alloc(20 * mb, 1);
    const frame = requestFrame(metadata, 12, metadataRequest(), 1);
    const huge = Buffer.concat([frame.subarray(0, 18), Buffer.from([0x80, 0x80, 0x80, 0x08]), body]);
    huge.writeInt32BE(huge.length - 4, 0);
    const socket = await open();
    socket.write(huge);
    await once(socket.resume(), 'close');
    await expectHealthy();
  });
});
