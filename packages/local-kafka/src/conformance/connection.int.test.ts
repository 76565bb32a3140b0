import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fetch } from '../apis/fetch.js';
import { listGroups } from '../apis/list-groups.js';
import { metadata } from '../apis/metadata.js';
import { produce } from '../apis/produce.js';
import { makeBatch } from './batch.js';
import { fetchRequest } from './fetch-request.js';
import { metadataRequest } from './metadata-request.js';
import { requestFrame } from './raw-client.js';
import { type StartedBroker, startBroker } from './started-broker.js';

let broker: StartedBroker;

beforeAll(async () => {
  broker = await startBroker({ 'socket.request.max.bytes': 10_000 });
});

afterAll(() => broker.stop());

const ask = metadataRequest('connection');
const everyGroup = { states: [], types: [] };

const longPoll = fetchRequest({ topic: 'connection', maxWaitMs: 200 });

describe('a connection', () => {
  test('trap: answers in the order of the requests, even where a later one is done first', async () => {
    const raw = await broker.raw();
    await raw.call(metadata, 6, ask);
    raw.send(
      Buffer.concat([
        requestFrame(fetch, 11, longPoll, 101),
        requestFrame(listGroups, 2, everyGroup, 102),
        requestFrame(metadata, 6, ask, 103),
      ]),
    );
    const order = [await raw.nextFrame(), await raw.nextFrame(), await raw.nextFrame()];
    expect(order.map((it) => it.readInt32BE(0))).toEqual([101, 102, 103]);
  });

  test('answers many requests at once, more than it works on side by side', async () => {
    const raw = await broker.raw();
    const answers = await Promise.all(Array.from({ length: 500 }, () => raw.call(metadata, 6, ask)));
    expect(answers.every((it) => it.topics[0]!.code === 0)).toBe(true);
  });

  test('takes a request in single bytes', async () => {
    const raw = await broker.raw();
    for (const byte of requestFrame(listGroups, 2, everyGroup, 7)) raw.send(Buffer.from([byte]));
    expect((await raw.nextFrame()).readInt32BE(0)).toBe(7);
  });

  const broken = (change: (frame: Buffer) => void): Buffer => {
    const frame = requestFrame(metadata, 6, ask, 1);
    change(frame);
    return frame;
  };

  test.each<[string, Buffer]>([
    ['HTTP', Buffer.from('GET / HTTP/1.1\r\nhost: x\r\n\r\n')],
    ['a frame beyond the limit', Buffer.from([0, 0, 0x27, 0x11])],
    ['a negative length', Buffer.from([255, 255, 255, 255])],
    ['an unknown API', broken((it) => it.writeInt16BE(1_000, 4))],
    ['an unknown version', broken((it) => it.writeInt16BE(50, 6))],
    ['an array of billions', broken((it) => it.writeInt32BE(0x7fffffff, 17))],
  ])('that sends %s is closed, and no other', async (_name, bytes) => {
    const [healthy, sick] = [await broker.raw(), await broker.raw()];
    sick.send(bytes);
    await sick.closed;
    expect(await healthy.call(metadata, 6, ask)).toMatchObject({ controllerId: 1 });
    expect(broker.faults).toEqual([]);
  });
});

describe('a batch that wants no acknowledgement', () => {
  const send = (index: number) => {
    const records = makeBatch({ values: ['x'] });
    const topics = [{ name: 'connection', partitions: [{ index, records }] }];
    return requestFrame(produce, 7, { transactionalId: null, acks: 0, timeoutMs: 1_000, topics }, 201);
  };

  test('has no answer where it is kept', async () => {
    const raw = await broker.raw();
    raw.send(Buffer.concat([send(0), requestFrame(listGroups, 2, everyGroup, 202)]));
    expect((await raw.nextFrame()).readInt32BE(0)).toBe(202);
  });

  test('closes the connection where it is refused, or nobody would hear of it', async () => {
    const raw = await broker.raw();
    raw.send(Buffer.concat([requestFrame(listGroups, 2, everyGroup, 203), send(99)]));
    expect((await raw.nextFrame()).readInt32BE(0)).toBe(203);
    await raw.closed;
    expect(broker.faults).toEqual([]);
  });
});

describe('the limits of connections', () => {
  test('a connection on which nothing moves for connections.max.idle.ms is closed', async () => {
    const idle = await startBroker({ 'connections.max.idle.ms': 50 });
    await (await idle.raw()).closed;
    await idle.stop();
  });

  test('a connection beyond max.connections is closed, and the others stay', async () => {
    const full = await startBroker({ 'max.connections': 1 });
    const first = await full.raw();
    await (await full.raw()).closed;
    expect(await first.call(metadata, 6, ask)).toMatchObject({ controllerId: 1 });
    await full.stop();
  });

  test('advertised.listeners is what clients are told to connect to', async () => {
    const proxied = await startBroker({ 'advertised.listeners': 'PLAINTEXT://kafka.example:9099' });
    const answer = await (await proxied.raw()).call(metadata, 6, ask);
    expect(answer.brokers).toMatchObject([{ host: 'kafka.example', port: 9099 }]);
    await proxied.stop();
  });
});
