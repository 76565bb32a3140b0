import { EventEmitter, once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { type MqttSource, sources } from '@bellhop/sources';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Aedes } from 'aedes';
import type { Delivery } from './delivery.js';
import { demoGroup } from './demo-group.js';
import { type FeedOptions, feed } from './feed.js';
import { createMqttCarrier } from './mqtt-carrier.js';
import { simulate } from './simulate.js';

const group = demoGroup({ random: (sizeBytes) => Buffer.alloc(sizeBytes, 7) });
const deliveries = [
  ...simulate({ seed: 'feed', group, startsAt: Date.parse('2026-06-01T00:00:00Z'), days: 1 }),
].filter(({ transport }) => transport === 'mqtt');

describe('over MQTT', () => {
  let broker: Aedes;
  let server: Server;
  const sockets = new Set<Socket>();
  const published: string[] = [];

  beforeEach(async () => {
    published.length = 0;
    broker = await Aedes.createBroker();
    broker.on('publish', (packet, client) => {
      if (client) published.push(`${packet.topic} ${packet.payload}`);
    });
    server = createServer((socket) => {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
      broker.handle(socket);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });

  afterEach(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, 'close');
    await new Promise<void>((done) => broker.close(done));
  });

  const run = (onDelivered?: FeedOptions['onDelivered']) =>
    feed({
      deliveries,
      group,
      ingestUrl: 'http://127.0.0.1:1',
      mqttUrl: `mqtt://127.0.0.1:${(server.address() as AddressInfo).port}`,
      pace: 'as-fast-as-possible',
      signal: AbortSignal.timeout(30_000),
      onDelivered,
    });
  const expected = deliveries.map(({ vendor, device, body }) => {
    const source = sources[vendor];
    const account = group.accounts.find((candidate) => candidate.vendor === vendor)!;
    return source.transport === 'mqtt' ? `${source.topicOf(device!, account)} ${body}` : '';
  });

  test('devices publish to their own topics, acknowledged', async () => {
    await run();
    expect(new Set(published)).toEqual(new Set(expected));
    expect(published.length).toBe(expected.length);
  });

  test('a connection that breaks loses nothing', async () => {
    let broken = false;
    await run((_delivery, index) => {
      if (index !== 3 || broken) return;
      broken = true;
      for (const socket of sockets) socket.destroy();
    });
    expect(broken).toBe(true);
    expect(new Set(published)).toEqual(new Set(expected));
  });

  test('a message is published again that the client lets go of, queued behind what it sends again', async () => {
    const held = new EventEmitter();
    broker.authorizePublish = (_client, packet) => held.emit('publish', packet.topic);
    const carrier = createMqttCarrier({
      mqttUrl: `mqtt://127.0.0.1:${(server.address() as AddressInfo).port}`,
    });
    const signal = AbortSignal.timeout(30_000);
    const carry = (delivery: Delivery) => {
      const account = group.accounts.find(({ vendor }) => vendor === delivery.vendor)!;
      return carrier.carry({ delivery, source: sources[delivery.vendor] as MqttSource, account }, signal);
    };
    const breakConnection = () => {
      for (const socket of sockets) socket.destroy();
    };
    const [first, second] = deliveries;
    let arrived = once(held, 'publish', { signal });
    const carried = [carry(first!)];
    await arrived;
    arrived = once(held, 'publish', { signal });
    breakConnection();
    await arrived;
    carried.push(carry(second!));
    broker.authorizePublish = (_client, _packet, done) => done(null);
    breakConnection();
    await Promise.all(carried);
    await carrier.close();
    expect(signal.aborted).toBe(false);
    expect(new Set(published)).toEqual(new Set(expected.slice(0, 2)));
  });
});
