import { access, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { DataFolderInUseError } from '@bellhop/local-process';
import { EventStoreDBClient, UnavailableError } from '@eventstore/db-client';
import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import streamsServicePb from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import { credentials, logVerbosity, setLogVerbosity, status } from '@grpc/grpc-js';
import { expect, test } from '@jest/globals';
import { PortInUseError, startLocalEventStore } from './local-event-store.js';
import { follow } from './testing/followed-subscription.js';
import { newStream, noted, numbersOf, rejectionOf, runStore } from './testing/running-store.js';
import { streamIdentifier } from './wire/responses.js';

test('data survives a restart, and a retry after it is recognised', async () => {
  const { client, store, dataDir } = await runStore();
  const stream = newStream();
  const event = noted(1);
  const written = await client.appendToStream(stream, event);
  await client.dispose();
  await store.close();
  const again = await startLocalEventStore({ dataDir });
  const second = EventStoreDBClient.connectionString(`esdb://127.0.0.1:${again.port}?tls=false`);
  expect(await second.appendToStream(stream, event)).toEqual(written);
  expect((await second.appendToStream(stream, noted(2))).nextExpectedRevision).toBe(1n);
  expect(await numbersOf(second.readStream(stream))).toEqual([1, 2]);
  await second.dispose();
  await again.close();
  await rm(dataDir, { recursive: true });
});

test('closing drops open subscriptions with Unavailable and does not wait for a reader that stopped', async () => {
  const { client, store, dataDir } = await runStore();
  const followed = follow(client.subscribeToAll());
  await followed.signalled('caughtUp');
  const events = Array.from({ length: 200 }, (_, n) => ({
    ...noted(n),
    metadata: { filler: 'x'.repeat(2000) },
  }));
  for (const stream of ['a', 'b', 'c']) await client.appendToStream(stream, events);
  const stuck = client.readAll({}, { highWaterMark: 1 });
  stuck.on('error', () => undefined);
  await stuck[Symbol.asyncIterator]().next();
  await store.close();
  expect(await followed.dropped).toBeInstanceOf(UnavailableError);
  await client.dispose();
  await rm(dataDir, { recursive: true });
});

test('closing ends an append that is still being sent with Unavailable', async () => {
  const { client, store, port, dataDir } = await runStore();
  const stub = new streamsServicePb.StreamsClient(`127.0.0.1:${port}`, credentials.createInsecure());
  const failed = new Promise((resolve) => {
    const call = stub.append(resolve);
    const options = new streamsPb.AppendReq.Options();
    options.setStreamIdentifier(streamIdentifier('unfinished'));
    options.setAny(new sharedPb.Empty());
    const request = new streamsPb.AppendReq();
    request.setOptions(options);
    call.write(request);
  });
  // A second call over the same connection is answered after the first has arrived.
  await new Promise((resolve) => stub.delete(new streamsPb.DeleteReq(), resolve));
  // One that was cut off instead would see Cancelled.
  await store.close();
  expect(await failed).toMatchObject({ code: status.UNAVAILABLE });
  stub.close();
  await client.dispose();
  await rm(dataDir, { recursive: true });
});

test('closing acknowledges the appends that are being written', async () => {
  const { client, store, dataDir } = await runStore();
  await client.appendToStream('s', noted(0));
  const settled = Promise.allSettled(
    Array.from({ length: 50 }, (_, n) => client.appendToStream('s', noted(n + 1))),
  );
  await store.close();
  const acknowledged = (await settled).filter(({ status }) => status === 'fulfilled').length;
  const again = await startLocalEventStore({ dataDir });
  const second = EventStoreDBClient.connectionString(`esdb://127.0.0.1:${again.port}?tls=false`);
  expect((await numbersOf(second.readStream('s'))).length).toBeGreaterThanOrEqual(acknowledged + 1);
  await second.dispose();
  await client.dispose();
  await again.close();
  await rm(dataDir, { recursive: true });
});

test('a data folder serves one store at a time', async () => {
  const running = await runStore();
  const second = startLocalEventStore({ dataDir: running.dataDir });
  expect(await rejectionOf(second)).toBeInstanceOf(DataFolderInUseError);
  await running.stop();
  await expect(access(running.dataDir)).rejects.toThrow('ENOENT');
});

test('a port in use is said by its number, and the data folder is free again afterwards', async () => {
  const running = await runStore();
  const { dataDir, port } = running;
  await running.stop();
  const squatter = createServer();
  await new Promise<void>((resolve) => squatter.listen(port, '127.0.0.1', resolve));
  setLogVerbosity(logVerbosity.NONE);
  const error = await rejectionOf(startLocalEventStore({ dataDir, port }));
  expect(error).toBeInstanceOf(PortInUseError);
  expect(error).toMatchObject({ message: expect.stringContaining(String(port)) });
  await new Promise((resolve) => squatter.close(resolve));
  const store = await startLocalEventStore({ dataDir, port });
  expect(store.port).toBe(port);
  await store.close();
  await rm(dataDir, { recursive: true });
});

test('clients that discover a cluster find its one node', async () => {
  const running = await runStore();
  const client = EventStoreDBClient.connectionString(`esdb+discover://127.0.0.1:${running.port}?tls=false`);
  await client.appendToStream('discovered', noted(4));
  expect(await numbersOf(client.readStream('discovered'))).toEqual([4]);
  await client.dispose();
  await running.stop();
});

test('persistent subscriptions and projections are refused as unsupported', async () => {
  const running = await runStore();
  const { client } = running;
  const persistent = client.createPersistentSubscriptionToStream('s', 'group', {
    ...(await import('@eventstore/db-client')).persistentSubscriptionToStreamSettingsFromDefaults(),
  });
  expect(await rejectionOf(persistent)).toMatchObject({ code: 12 });
  expect(await rejectionOf(client.createProjection('p', 'fromAll()'))).toMatchObject({ code: 12 });
  await running.stop();
});
