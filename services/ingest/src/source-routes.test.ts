import { type HttpSource, sources } from '@bellhop/sources';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { createApp } from './app.js';
import { createTestOutbox, dependencies, group, MemoryProducer, NOW } from './ingest.fixture.js';

const path = '/v1/sources/whatsapp/main';
let producer: MemoryProducer;
let counted: string[];
let app: FastifyInstance;
beforeEach(async () => {
  producer = new MemoryProducer();
  const made = createTestOutbox(producer);
  counted = made.counted;
  app = await createApp(dependencies(made.outbox));
});
afterEach(() => app.close());

const message = (...bodies: string[]) =>
  JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: 'waba',
        changes: [
          {
            field: 'messages',
            value: {
              messaging_product: 'whatsapp',
              metadata: { display_phone_number: '15550783881', phone_number_id: '106540352242922' },
              contacts: [{ profile: { name: 'Ann' }, wa_id: '16505551234' }],
              messages: bodies.map((body, index) => ({
                from: '16505551234',
                id: `wamid.${index}`,
                timestamp: '1749416383',
                type: 'text',
                text: { body },
              })),
            },
          },
        ],
      },
    ],
  });

function post(payload: string, { signedAs = payload, url = path } = {}) {
  const whatsapp: HttpSource = sources.whatsapp;
  const { headers } = whatsapp.sign(
    Buffer.from(signedAs),
    group.accounts[0]!,
    `https://hooks.example${path}`,
  );
  return app.inject({
    method: 'POST',
    url,
    headers: { ...headers, 'content-type': 'application/json' },
    payload,
  });
}

describe("a vendor's webhook", () => {
  test('is answered with success once Kafka has its touchpoints, keyed by property', async () => {
    const answer = await post(message('Hello', 'Is there a sauna?'));
    expect(answer.statusCode).toBe(200);
    expect(producer.touchpoints()).toMatchObject([
      { key: 'harbour', text: 'Hello', vendor: 'whatsapp', vendorAccount: 'main', receivedAt: NOW },
      { key: 'harbour', text: 'Is there a sauna?' },
    ]);
    expect(counted).toEqual(['touchpoint whatsapp message_received', 'touchpoint whatsapp message_received']);
  });

  test('gives the same ids when it is delivered again', async () => {
    await post(message('Hello'));
    await post(message('Hello'));
    const [first, second] = producer.touchpoints();
    expect(second?.touchpointId).toBe(first?.touchpointId);
  });

  test.each([
    ['with a signature over other bytes', () => post(message('Hello'), { signedAs: message('Bye') })],
    ['without a signature', () => app.inject({ method: 'POST', url: path, payload: {} })],
  ])('%s is refused with 401', async (_name, send) => {
    const answer = await send();
    expect(answer.statusCode).toBe(401);
    expect(answer.headers['content-type']).toMatch('application/problem+json');
    expect(answer.json()).toMatchObject({ code: 'bad-signature', status: 401, help: expect.any(String) });
    expect(answer.payload).not.toContain('a-secret-of-ours');
    expect(producer.sent).toEqual([]);
  });

  test.each([
    ['not JSON', 'malformed-payload'],
    ['{"object":"whatsapp_business_account","entry":"?"}', 'unexpected-shape'],
    [message('Hello').replace('106540352242922', '999'), 'unknown-property'],
  ])(
    'that is authentic but not understood is kept with its bytes, and the vendor hears success: %s',
    async (payload, code) => {
      const answer = await post(payload);
      expect(answer.statusCode).toBe(200);
      const [kept] = producer.quarantined();
      expect(kept).toEqual({
        quarantineId: kept?.key,
        key: expect.any(String),
        code,
        detail: expect.any(String),
        step: 'ingest.normalise',
        vendor: 'whatsapp',
        vendorAccount: 'main',
        propertyId: null,
        origin: path,
        contentType: 'application/json',
        payload: expect.anything(),
        receivedAt: NOW,
      });
      expect(Buffer.from(kept!.payload).toString()).toBe(payload);
      expect(counted).toEqual([`quarantine whatsapp ${code}`]);
      await post(payload);
      expect(producer.quarantined()[1]?.quarantineId).toBe(kept?.quarantineId);
    },
  );

  test.each([
    ['/v1/sources/whatsapp/other', 'unknown-account'],
    ['/v1/sources/pigeon/main', 'unknown-source'],
    ['/v1/sources/constructor/main', 'unknown-source'],
    ['/v1/sources/shelly/rooms', 'unknown-source'],
    ['/v1/nothing', 'not-found'],
  ])('to %s is answered with 404 %s', async (url, code) => {
    const answer = await post(message('Hello'), { url });
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({ code, type: `urn:bellhop:problem:${code}` });
  });

  test('that is too large is refused with 413, and one that Kafka does not take with 503', async () => {
    const large = await post(message('x'.repeat(20_000)));
    expect(large.statusCode).toBe(413);
    expect(large.json()).toMatchObject({
      code: 'payload-too-large',
      detail: 'the body is larger than 20000 bytes',
    });
    producer.isAway = true;
    const away = await post(message('Hello'));
    expect(away.statusCode).toBe(503);
    expect(away.headers['retry-after']).toBe('2');
    expect(away.json()).toMatchObject({ code: 'kafka-unavailable' });
  });

  test('carries the correlation id of its request into the answer', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: path,
      headers: { 'x-correlation-id': 'c-1' },
      payload: {},
    });
    expect(answer.headers['x-correlation-id']).toBe('c-1');
    expect(answer.json()).toMatchObject({ correlationId: 'c-1' });
  });
});

describe("Meta's verification", () => {
  const verify = (token: string) =>
    app.inject({
      method: 'GET',
      url: path,
      query: { 'hub.mode': 'subscribe', 'hub.verify_token': token, 'hub.challenge': '1158201444' },
    });

  test('is answered with its challenge where the token is ours, and refused otherwise', async () => {
    const answer = await verify('open-sesame');
    expect([answer.statusCode, answer.payload]).toEqual([200, '1158201444']);
    const refused = await verify('open-sesame2');
    expect(refused.statusCode).toBe(403);
    expect(refused.payload).not.toContain('1158201444');
  });
});
