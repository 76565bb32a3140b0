import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sources } from '@bellhop/sources';
import { describe, expect, test } from '@jest/globals';
import type { Delivery } from './delivery.js';
import { DeliveryRefused } from './delivery-refused.js';
import { demoGroup } from './demo-group.js';
import { type FeedOptions, feed } from './feed.js';
import { simulate } from './simulate.js';

const group = demoGroup({ random: (sizeBytes) => Buffer.alloc(sizeBytes, 7) });
const deliveries = [
  ...simulate({ seed: 'feed', group, startsAt: Date.parse('2026-06-01T00:00:00Z'), days: 1 }),
];
const http = deliveries.filter(({ transport }) => transport === 'http');

interface Received {
  path: string;
  body: string;
}

/** An ingest over a real socket, that checks signatures, and answers as `answer` says. */
async function startReceiver(answer: (received: Received, response: ServerResponse) => void, port = 0) {
  const received: Received[] = [];
  const server: Server = createServer(async (request: IncomingMessage, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    const vendor = url.pathname.split('/')[3] as keyof typeof sources;
    const source = sources[vendor];
    const account = group.accounts.find((candidate) => candidate.vendor === vendor)!;
    const headers = request.headers as Record<string, string>;
    const inbound = { method: 'POST', url: url.href, headers, body };
    if (source.transport !== 'http' || !source.verify(inbound, account).ok) {
      response.writeHead(401).end('bad signature');
      return;
    }
    const one = { path: url.pathname, body: body.toString() };
    received.push(one);
    answer(one, response);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    received,
    port: (server.address() as AddressInfo).port,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const accept = (_received: Received, response: ServerResponse) => {
  response.writeHead(200).end('{}');
};

const run = (options: Partial<FeedOptions> & { deliveries: Iterable<Delivery>; port?: number }) =>
  feed({
    group,
    ingestUrl: `http://127.0.0.1:${options.port ?? 1}/`,
    mqttUrl: 'mqtt://127.0.0.1:1',
    pace: 'as-fast-as-possible',
    signal: AbortSignal.timeout(30_000),
    ...options,
  });

const bodies = (list: Delivery[]) => list.map(({ body }) => body.toString());
const ofProperty = (list: Delivery[], propertyId: string) =>
  list.filter(({ property }) => property === propertyId);

describe('over HTTP', () => {
  test('every delivery arrives, signed, in order for each property, although ingest is not ready at first', async () => {
    let refusals = 0;
    const receiver = await startReceiver((received, response) => {
      if (refusals++ < 5) response.writeHead(503, { 'retry-after': '0' }).end();
      else accept(received, response);
    });
    const indexes: number[] = [];
    await run({
      deliveries: http,
      port: receiver.port,
      onDelivered: (delivery, index) => {
        expect(delivery).toBe(http[index]);
        indexes.push(index);
      },
    });
    await receiver.close();
    expect(indexes).toEqual(http.map((_, index) => index));
    const arrived = receiver.received.map(({ body }) => body);
    expect(arrived).toHaveLength(http.length + 5);
    for (const { propertyId } of group.properties) {
      const own = bodies(ofProperty(http, propertyId));
      // The requests that were refused came first, and again.
      expect(arrived.slice(-http.length).filter((body) => own.includes(body))).toEqual(own);
    }
  });

  test('a property has one request on its way, properties go side by side', async () => {
    const first = group.properties.flatMap(({ propertyId }) => ofProperty(http, propertyId).slice(0, 2));
    const held: ServerResponse[] = [];
    const receiver = await startReceiver((_received, response) => {
      held.push(response);
      // Nothing is answered until each property has a request here: with one line this would never be.
      if (held.length === group.properties.length) {
        for (const waiting of held.splice(0)) waiting.writeHead(200).end();
      }
    });
    await run({ deliveries: first, port: receiver.port });
    await receiver.close();
    const lines = receiver.received.slice(0, 3).map(({ body }) => body);
    expect(lines.sort()).toEqual(bodies([first[0]!, first[2]!, first[4]!]).sort());
  });

  test('a refusal for good ends the feed with what the receiver said', async () => {
    const receiver = await startReceiver((_received, response) => {
      response
        .writeHead(404, { 'content-type': 'application/problem+json' })
        .end('{"code":"unknown-account"}');
    });
    const feeding = run({ deliveries: http, port: receiver.port });
    await expect(feeding).rejects.toThrow(DeliveryRefused);
    await expect(feeding).rejects.toThrow(/404.*unknown-account/);
    await receiver.close();
  });

  test('after an abort, feeding from the cursor on leaves nothing out', async () => {
    const receiver = await startReceiver(accept);
    const stop = new AbortController();
    let delivered = 0;
    await run({
      deliveries: http,
      port: receiver.port,
      signal: stop.signal,
      onDelivered: () => {
        if (++delivered === 20) stop.abort();
      },
    });
    expect(delivered).toBeGreaterThanOrEqual(20);
    expect(delivered).toBeLessThan(http.length);
    await run({ deliveries: http.slice(delivered), port: receiver.port });
    await receiver.close();
    expect(new Set(receiver.received.map(({ body }) => body))).toEqual(new Set(bodies(http)));
  });

  test('a receiver that starts later is waited for', async () => {
    const place = await startReceiver(accept);
    await place.close();
    const warned = new AbortController();
    const feeding = run({
      deliveries: http.slice(0, 3),
      port: place.port,
      logger: { warn: () => warned.abort() },
    });
    await once(warned.signal, 'abort');
    const receiver = await startReceiver(accept, place.port);
    await feeding;
    await receiver.close();
    expect(receiver.received).toHaveLength(3);
  });

  test('the pace holds deliveries back until they are due', async () => {
    const receiver = await startReceiver(accept);
    const [first, second] = http as [Delivery, Delivery];
    const spaced = [first, { ...second, at: first.at + 60_000 }];
    const startedAt = Date.now();
    await run({ deliveries: spaced, port: receiver.port, pace: { simulatedMsPerMs: 300 } });
    await receiver.close();
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(195);
  });
});
