import { TOPICS, type Touchpoint } from '@bellhop/contracts';
import { connectKafka, createCodec, createProducer, type Kafka } from '@bellhop/kafka';
import { createLogger } from '@bellhop/runtime';
import { type HttpSource, sources } from '@bellhop/sources';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Pipeline, startPipeline } from '../support/pipeline.js';
import { input, publish } from '../support/publish.js';

interface Quarantined {
  code: string;
  step: string;
  payload: string;
}

describe('Nothing is dropped in silence', () => {
  let pipeline: Pipeline;
  let kafka: Kafka;
  beforeAll(async () => {
    pipeline = await startPipeline({ seed: 'nothing-is-dropped', days: 1 });
    const { KAFKA_BROKERS } = pipeline.stack.env;
    kafka = connectKafka({
      brokers: KAFKA_BROKERS.split(','),
      clientId: 'test',
      logger: createLogger('test', 'silent'),
    });
  }, 120_000);
  afterAll(() => pipeline?.close(), 60_000);

  const quarantined = async (bytes: Buffer) => {
    await pipeline.settle(0);
    return pipeline.clickhouse.query<Quarantined>(
      'SELECT code, step, payload FROM quarantine FINAL WHERE payload = {payload:String}',
      {
        payload: bytes.toString('base64'),
      },
    );
  };
  const produce = async (value: Buffer) => {
    const producer = await createProducer(kafka);
    await producer.send({ topic: TOPICS.touchpoints, key: 'ani-plaza', value });
    await producer.close();
  };

  const account = (vendor: keyof typeof sources) => {
    const found = pipeline.group.accounts.find((candidate) => candidate.vendor === vendor);
    if (!found) throw new Error(`no account of ${vendor}`);
    return found;
  };

  test.each([
    ['bytes that are no JSON', '{"object": "whatsapp_business_acc', 'malformed-payload'],
    ['a payload of another shape', '{"object":"whatsapp_business_account","entry":7}', 'unexpected-shape'],
  ])(
    'an authentic message with %s is accepted from the vendor and kept with its bytes',
    async (_what, text, code) => {
      const body = Buffer.from(text);
      const url = `${pipeline.stack.env.INGEST_URL}/v1/sources/whatsapp/${account('whatsapp').account}`;
      const signed = (sources.whatsapp as HttpSource).sign(body, account('whatsapp'), url);
      const response = await fetch(signed.url, {
        method: 'POST',
        headers: signed.headers,
        body: new Uint8Array(signed.body),
      });
      expect(response.status).toBe(200);
      expect(await quarantined(body)).toEqual([
        { code, step: 'ingest.normalise', payload: body.toString('base64') },
      ]);
    },
  );

  test('a record on the touchpoints topic that is not Avro is kept with its bytes, and what follows it goes on', async () => {
    const bytes = Buffer.from('not in the Confluent format');
    await produce(bytes);
    await publish(pipeline.stack.env.INGEST_URL, [
      input({ id: 'after-garbage', occurredAt: '2026-03-01T10:00:00Z' }),
    ]);
    await pipeline.settle(1);
    expect(await quarantined(bytes)).toEqual([
      { code: 'undecodable-message', step: 'recorder.decode', payload: bytes.toString('base64') },
    ]);
    const [{ n } = { n: 0 }] = await pipeline.clickhouse.query<{ n: number }>(
      "SELECT count() AS n FROM touchpoint_facts WHERE vendor = 'publisher'",
    );
    expect(n).toBe(1);
  });

  test('a touchpoint of a property that the group does not have is kept with its bytes', async () => {
    const codec = await createCodec<Touchpoint>({
      registryUrl: pipeline.stack.env.SCHEMA_REGISTRY_URL,
      subject: 'touchpoint',
      topic: TOPICS.touchpoints,
    });
    const touchpoint: Touchpoint = {
      touchpointId: '00000000-0000-5000-8000-000000000001',
      source: 'chat',
      vendor: 'elsewhere',
      vendorAccount: 'default',
      vendorEventId: '1',
      channel: 'web',
      type: 'message_received',
      actor: 'guest',
      propertyId: 'no-such-hotel',
      occurredAt: 0,
      clock: 'vendor',
      receivedAt: 0,
      identifiers: [],
      guestName: null,
      guestLanguage: null,
      reservation: null,
      room: null,
      text: null,
      textLanguage: null,
      ratings: [],
      conversationId: null,
      attributes: {},
    };
    const bytes = await codec.encode(touchpoint);
    await produce(bytes);
    expect(await quarantined(bytes)).toEqual([
      { code: 'unknown-property', step: 'recorder.decode', payload: bytes.toString('base64') },
    ]);
  });

  test('what is not about a guest is counted by its reason', async () => {
    const body = Buffer.from(
      'MessageSid=SM1&MessageStatus=delivered&To=%2B37410000000&From=%2B37410500101&AccountSid=AC1',
    );
    const url = `${pipeline.stack.env.INGEST_URL}/v1/sources/twilio/${account('twilio').account}`;
    const signed = (sources.twilio as HttpSource).sign(body, account('twilio'), url);
    const response = await fetch(signed.url, {
      method: 'POST',
      headers: signed.headers,
      body: new Uint8Array(signed.body),
    });
    expect(response.status).toBe(200);
    const metrics = await (await fetch(`${pipeline.stack.env.INGEST_URL}/metrics`)).text();
    expect(metrics).toMatch(
      /bellhop_ingest_outcomes_total\{outcome="ignored",vendor="twilio",reason="delivery-status"[^}]*\} 1/,
    );
  });
});
