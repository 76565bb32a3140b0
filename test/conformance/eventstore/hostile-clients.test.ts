import { once } from 'node:events';
import { type ClientHttp2Session, type ClientHttp2Stream, connect as connectHttp2 } from 'node:http2';
import { connect, type Socket } from 'node:net';
import { createRandom } from '@bellhop/local-process/soak';
import { EventStoreDBClient } from '@eventstore/db-client';
import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { binary, newStream, notedFrom, numbersOf } from './support/new-event.js';
import { type ServerUnderTest, startServer } from './support/server.js';
import { type StoreClient, storeClient } from './support/store-client.js';

const MOST_OWN_MEMORY_BYTES = 500 * 1024 * 1024;

let server: ServerUnderTest;
let client: StoreClient;

beforeAll(async () => {
  server = await startServer();
  client = storeClient(
    EventStoreDBClient.connectionString(`esdb://127.0.0.1:${server.port()}?tls=false`),
    'expectedRevision',
  );
});
afterAll(async () => {
  await client.dispose();
  await server.stop();
});

afterEach(async () => {
  const stream = newStream();
  await client.append(stream, notedFrom(0, 3));
  expect(numbersOf(await client.read(stream))).toEqual([0, 1, 2]);
  expect(server.ownMemoryBytes() ?? 0).toBeLessThan(MOST_OWN_MEMORY_BYTES);
});

async function opened(): Promise<Socket> {
  const socket = connect(server.port(), '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

/** Not `once`, which rejects where it ends with an error; the answer may have come before. */
async function closed(stream: Socket | ClientHttp2Stream): Promise<void> {
  if (!stream.closed) await new Promise<void>((resolve) => stream.once('close', () => resolve()));
}

/** Sends the bytes, and resolves with the answer when the server has closed the connection. */
async function answerTo(bytes: Buffer | string): Promise<string> {
  const socket = await opened();
  const parts: Buffer[] = [];
  socket.on('data', (part) => parts.push(part));
  socket.end(bytes);
  await closed(socket);
  return Buffer.concat(parts).toString('latin1');
}

const http2Greeting = 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n';

test.each([
  ['bytes', ''],
  ['bytes behind the greeting of HTTP/2', http2Greeting],
])('random %s harm no other connection', async (_what, greeting) => {
  const seed = Number(process.env.SEED ?? Date.now() % 0x7fffffff);
  console.info(`random bytes: SEED=${seed}`);
  const random = createRandom(seed);
  const noisy: Socket[] = [];
  for (let round = 0; round < 100; round += 1) {
    const noise = Buffer.from(Array.from({ length: Math.floor(random() * 3_000) }, () => random() * 256));
    const socket = await opened();
    // What may be the beginning of a frame keeps its connection until the server's pings go unanswered.
    await new Promise<void>((resolve) => socket.end(Buffer.concat([Buffer.from(greeting), noise]), resolve));
    noisy.push(socket);
  }
  const stream = newStream();
  await client.append(stream, notedFrom(0, 2));
  for (const socket of noisy) socket.destroy();
});

test('requests of HTTP/1 are answered as such', async () => {
  const get = (path: string) => answerTo(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
  expect(await get('/ping')).toMatch(/^HTTP\/1.1 200 /);
  expect(await get('/health/live')).toMatch(/^HTTP\/1.1 204 /);
  expect(await get('/streams/$all')).toMatch(/^HTTP\/1.1 404 /);
  expect(await get('/projections/any')).toMatch(/^HTTP\/1.1 501 .*follow \$all/s);
  // The refusal may be cut off by the reset that follows it.
  expect(await get(`/${'x'.repeat(100_000)}`)).toMatch(/^(HTTP\/1.1 4\d\d |$)/);
});

/** A call as gRPC has it on HTTP/2, with nothing of the answer read unless asked for. */
function called(session: ClientHttp2Session, path: string, message: Uint8Array): ClientHttp2Stream {
  const stream = session.request({
    ':method': 'POST',
    ':path': path,
    'content-type': 'application/grpc',
    te: 'trailers',
  });
  const frame = Buffer.alloc(5);
  frame.writeUInt32BE(message.length, 1);
  stream.on('error', () => undefined);
  stream.end(Buffer.concat([frame, message]));
  return stream;
}

function session(): ClientHttp2Session {
  const opening = connectHttp2(`http://127.0.0.1:${server.port()}`);
  opening.on('error', () => undefined);
  return opening;
}

async function statusOf(stream: ClientHttp2Stream): Promise<string> {
  let status: string | undefined;
  stream.on('response', (headers) => {
    status ??= headers['grpc-status']?.toString();
  });
  stream.on('trailers', (trailers) => {
    status ??= trailers['grpc-status']?.toString();
  });
  stream.resume();
  await closed(stream);
  return status ?? `reset with ${stream.rstCode}`;
}

const read = '/event_store.client.streams.Streams/Read';

test('a message that is none, one beyond 17 MiB and an unknown method are refused by their status', async () => {
  const one = session();
  const unreadable = Buffer.from([0x0a, 0xff, 0xff, 0xff, 0xff, 0x0f, 1]);
  expect(await statusOf(called(one, read, unreadable))).toBe('13');
  expect(await statusOf(called(one, '/event_store.client.streams.Streams/Nothing', Buffer.alloc(0)))).toBe(
    '12',
  );
  expect(await statusOf(called(one, read, Buffer.alloc(0)))).toBe('3');
  expect(await statusOf(called(one, read, Buffer.alloc(18 * 1024 * 1024)))).not.toBe('0');
  one.destroy();
});

test('a thousand connections that say nothing leave room for others', async () => {
  const sockets = await Promise.all(Array.from({ length: 1_000 }, opened));
  const stream = newStream();
  await client.append(stream, notedFrom(0, 2));
  expect(await client.read(stream)).toHaveLength(2);
  for (const socket of sockets) socket.destroy();
});

test('a thousand clients are served side by side', async () => {
  const sessions = Array.from({ length: 1_000 }, session);
  const answers = sessions.map((one) => statusOf(called(one, read, subscriptionToAll(1))));
  expect(new Set(await Promise.all(answers))).toEqual(new Set(['0']));
  for (const one of sessions) one.destroy();
});

/** Reads so many events of $all from its start, or follows it where no count is given. */
function subscriptionToAll(count?: number): Uint8Array {
  const { ReadReq } = streamsPb;
  const all = new ReadReq.Options.AllOptions();
  all.setStart(new sharedPb.Empty());
  const options = new ReadReq.Options();
  options.setAll(all);
  options.setNoFilter(new sharedPb.Empty());
  if (count === undefined) options.setSubscription(new ReadReq.Options.SubscriptionOptions());
  else options.setCount(String(count) as never);
  const request = new ReadReq();
  request.setOptions(options);
  return request.serializeBinary();
}

test('two hundred subscribers that never read cost little memory, and hold nobody up', async () => {
  const sessions = Array.from({ length: 100 }, session);
  const streams = sessions.flatMap((one) => [0, 1].map(() => called(one, read, subscriptionToAll())));
  await Promise.all(streams.map((stream) => once(stream, 'response')));
  const stream = newStream();
  for (let n = 0; n < 300; n += 1) await client.append(stream, [binary(Buffer.alloc(100_000))]);
  expect(await client.read(stream)).toHaveLength(300);
  expect(server.ownMemoryBytes() ?? 0).toBeLessThan(MOST_OWN_MEMORY_BYTES);
  for (const one of sessions) one.destroy();
});

test('calls that are begun and never ended are forgotten with their connection', async () => {
  for (let round = 0; round < 5; round += 1) {
    const sessions = Array.from({ length: 50 }, session);
    for (const one of sessions) {
      const path = '/event_store.client.streams.Streams/BatchAppend';
      const half = one.request({ ':method': 'POST', ':path': path, 'content-type': 'application/grpc' });
      half.on('error', () => undefined);
      half.write(Buffer.from([0, 0, 0, 255, 255, 1, 2, 3]));
    }
    await Promise.all(sessions.map((one) => once(one, 'remoteSettings')));
    for (const one of sessions) one.destroy();
  }
});
