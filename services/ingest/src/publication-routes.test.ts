import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { createApp } from './app.js';
import { createTestOutbox, dependencies, MemoryProducer, NOW } from './ingest.fixture.js';

const url = '/v1/touchpoints';
let producer: MemoryProducer;
let app: FastifyInstance;
beforeEach(async () => {
  producer = new MemoryProducer();
  app = await createApp(dependencies(createTestOutbox(producer).outbox));
});
afterEach(() => app.close());

const data = {
  source: 'chat',
  channel: 'web',
  type: 'message_received',
  actor: 'guest',
  propertyId: 'harbour',
};
const input = { id: 'e1', occurredAt: '2026-07-10T13:30:00+02:00', ...data };
const event = {
  specversion: '1.0',
  id: 'e1',
  source: '/kiosks/7',
  type: 'bellhop.touchpoint.v1',
  time: '2026-07-10T11:30:00Z',
  data,
};
const post = (payload: unknown, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json', ...headers },
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  });

describe('publishing touchpoints', () => {
  test('takes one, fills in what it leaves out, and tells its id', async () => {
    const answer = await post({
      ...input,
      identifiers: [
        { kind: 'email', value: ' Ann@Example.COM ', verified: true },
        { kind: 'phone', value: '030 123456' },
        { kind: 'reservation', value: 'R1', scope: 'elsewhere' },
      ],
      reservation: { code: 'R1', room: '101' },
      ratings: [{ metric: 'nps', value: 9, scaleMin: 0, scaleMax: 10 }],
    });
    expect(answer.statusCode).toBe(202);
    const [published] = producer.touchpoints();
    expect(answer.json()).toEqual({ accepted: [{ id: 'e1', touchpointId: published?.touchpointId }] });
    expect(published).toEqual({
      key: 'harbour',
      ...data,
      touchpointId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      vendor: 'publisher',
      vendorAccount: 'default',
      vendorEventId: 'e1',
      occurredAt: Date.UTC(2026, 6, 10, 11, 30),
      clock: 'vendor',
      receivedAt: NOW,
      identifiers: [
        { kind: 'email', value: 'ann@example.com', scope: '', verified: true },
        { kind: 'phone', value: '+4930123456', scope: '', verified: false },
        { kind: 'reservation', value: 'R1', scope: 'harbour', verified: false },
      ],
      guestName: null,
      guestLanguage: null,
      reservation: { code: 'R1', status: null, arrivalDate: null, departureDate: null, room: '101' },
      room: null,
      text: null,
      textLanguage: null,
      ratings: [{ metric: 'nps', value: 9, scaleMin: 0, scaleMax: 10, question: null }],
      conversationId: null,
      attributes: {},
    });
  });

  test('takes a batch, in its order', async () => {
    const answer = await post([input, { ...input, id: 'e2', propertyId: 'hilltop' }]);
    expect(answer.statusCode).toBe(202);
    expect(answer.json().accepted.map(({ id }: { id: string }) => id)).toEqual(['e1', 'e2']);
    expect(producer.touchpoints().map(({ key }) => key)).toEqual(['harbour', 'hilltop']);
  });

  test('takes CloudEvents in each of their modes for the same event', async () => {
    const structured = await post(event, { 'content-type': 'application/cloudevents+json; charset=utf-8' });
    const batch = await post([event, { ...event, id: 'e2' }], {
      'content-type': 'application/cloudevents-batch+json',
    });
    const binary = await post(data, {
      'ce-specversion': '1.0',
      'ce-id': 'e1',
      'ce-source': '%2Fkiosks%2F7',
      'ce-type': 'bellhop.touchpoint.v1',
      'ce-time': '2026-07-10T11:30:00Z',
    });
    expect([structured, batch, binary].map(({ statusCode }) => statusCode)).toEqual([202, 202, 202]);
    const [first, second, third, fourth] = producer.touchpoints();
    expect(second).toEqual(first);
    expect(fourth).toEqual(first);
    expect(third?.touchpointId).not.toBe(first?.touchpointId);
    expect(first).toMatchObject({
      vendorAccount: '/kiosks/7',
      vendorEventId: 'e1',
      occurredAt: Date.UTC(2026, 6, 10, 11, 30),
    });
  });

  test.each<[string, unknown, string, string?]>([
    ['a channel that is none', { ...input, channel: 'pigeon' }, 'channel'],
    ['a time without its offset', { ...input, occurredAt: '2026-07-10T13:30:00' }, 'occurredAt'],
    ['a property that is not listed', { ...input, propertyId: 'nowhere' }, 'propertyId'],
    [
      'a rating beyond its scale',
      { ...input, ratings: [{ metric: 'nps', value: 11, scaleMin: 0, scaleMax: 10 }] },
      'ratings.0.value',
    ],
    [
      'a date that does not exist',
      { ...input, reservation: { code: 'R', arrivalDate: '2026-02-30' } },
      'reservation.arrivalDate',
    ],
    ['a misspelt field', { ...input, txet: 'Hello' }, '(the whole body)'],
    ['the second of a batch', [input, { ...input, actor: 'nobody' }], '1.actor'],
    ['a property in a batch of one', [{ ...input, propertyId: 'nowhere' }], '0.propertyId'],
    ['a batch of nothing', [], '(the whole body)'],
    ['a CloudEvent of another type', { ...event, type: 'other' }, 'type', 'application/cloudevents+json'],
    [
      'the data of a CloudEvent',
      { ...event, data: { ...data, actor: 'nobody' } },
      'data.actor',
      'application/cloudevents+json',
    ],
    [
      'the property of a CloudEvent',
      { ...event, data: { ...data, propertyId: 'nowhere' } },
      'data.propertyId',
      'application/cloudevents+json',
    ],
    [
      'the property of a CloudEvent in a batch',
      [event, { ...event, data: { ...data, propertyId: 'nowhere' } }],
      '1.data.propertyId',
      'application/cloudevents-batch+json',
    ],
  ])(
    'refuses all of it for %s, and names the field',
    async (_name, payload, field, type = 'application/json') => {
      const answer = await post(payload, { 'content-type': type });
      expect(answer.statusCode).toBe(422);
      expect(answer.json()).toMatchObject({
        code: 'invalid-touchpoint',
        errors: [{ field, detail: expect.any(String) }],
      });
      expect(producer.sent).toEqual([]);
    },
  );

  test('refuses what is not JSON with 422, other types with 415, and large bodies with 413', async () => {
    expect(await post('{"id":').then((answer) => [answer.statusCode, answer.json().code])).toEqual([
      422,
      'invalid-touchpoint',
    ]);
    for (const type of ['text/plain', 'application/xml', 'multipart/form-data']) {
      const answer = await post(input, { 'content-type': type });
      expect([answer.statusCode, answer.json().code]).toEqual([415, 'unsupported-media-type']);
    }
    const large = await post({ ...input, text: 'x'.repeat(20_000) });
    expect([large.statusCode, large.json().code]).toEqual([413, 'payload-too-large']);
  });

  test('answers 503 with Retry-After while Kafka is away; the same sent again has the same id', async () => {
    producer.isAway = true;
    const away = await post(input);
    expect([away.statusCode, away.headers['retry-after'], away.json().code]).toEqual([
      503,
      '2',
      'kafka-unavailable',
    ]);
    producer.isAway = false;
    const [first, second] = [await post(input), await post(input)];
    expect(first.json()).toEqual(second.json());
  });
});

describe('the publisher token', () => {
  test('is needed where one is configured', async () => {
    const guarded = await createApp({
      ...dependencies(createTestOutbox(producer).outbox),
      publisherToken: 'a-token-of-sixteen',
    });
    const send = (authorization?: string) =>
      guarded.inject({
        method: 'POST',
        url,
        headers: authorization ? { authorization } : {},
        payload: input,
      });
    for (const wrong of [undefined, 'Bearer wrong', 'a-token-of-sixteen']) {
      const answer = await send(wrong);
      expect([answer.statusCode, answer.json().code]).toEqual([401, 'bad-signature']);
    }
    expect(producer.sent).toEqual([]);
    expect((await send('Bearer a-token-of-sixteen')).statusCode).toBe(202);
    await guarded.close();
  });
});
