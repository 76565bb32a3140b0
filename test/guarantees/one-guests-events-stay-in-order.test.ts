import { STREAMS } from '@bellhop/contracts';
import { connectEventStore, type EventStore } from '@bellhop/eventstore';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { bellhopJson } from '../support/command-line.js';
import { type Pipeline, startPipeline } from '../support/pipeline.js';
import { input, publish } from '../support/publish.js';

interface JourneyView {
  guest_id: string;
  journey: { touchpoints: { occurredAt: number; text: string | null }[] };
}

const GUESTS = 5;
const MESSAGES = 40;
const email = (guest: number) => `guest-${guest}@example.com`;
const START = Date.parse('2026-03-01T08:00:00Z');

describe('One guest’s events stay in order, and late ones land where they belong', () => {
  let pipeline: Pipeline;
  let store: EventStore;
  beforeAll(async () => {
    pipeline = await startPipeline({ seed: 'order', days: 1 });
    store = connectEventStore(pipeline.stack.env.EVENTSTORE_URL);
    const { INGEST_URL } = pipeline.stack.env;
    // All guests side by side, one message of each a request.
    for (let message = 0; message < MESSAGES; message++) {
      await publish(
        INGEST_URL,
        Array.from({ length: GUESTS }, (_, guest) =>
          input({
            id: `${guest}-${message}`,
            occurredAt: new Date(START + message * 60_000).toISOString(),
            text: `message ${message}`,
            identifiers: [{ kind: 'email', value: email(guest), verified: true }],
          }),
        ),
      );
    }
    await pipeline.settle(GUESTS * MESSAGES);
  }, 180_000);
  afterAll(async () => {
    await store?.close();
    await pipeline?.close();
  }, 60_000);

  const journeyOf = (guest: number) =>
    bellhopJson<JourneyView>(pipeline.stack.dataDir, 'journey', email(guest));

  test.each(Array.from({ length: GUESTS }, (_, guest) => guest))(
    'the history of guest %i holds each message once, in the order sent',
    async (guest) => {
      const { guest_id } = await journeyOf(guest);
      const events = await store.read(STREAMS.guest(guest_id));
      const texts = events.map(({ data }) => (data as { touchpoint: { text: string } }).touchpoint.text);
      expect(texts).toEqual(Array.from({ length: MESSAGES }, (_, message) => `message ${message}`));
      expect(events.map(({ revision }) => revision)).toEqual(events.map((_, index) => index));
    },
  );

  test('a message that arrives late is appended last, and stands in the journey where it happened', async () => {
    const late = input({
      id: 'late',
      occurredAt: new Date(START + 90_000).toISOString(),
      text: 'late',
      identifiers: [{ kind: 'email', value: email(0), verified: true }],
    });
    await publish(pipeline.stack.env.INGEST_URL, [late]);
    await pipeline.settle(GUESTS * MESSAGES + 1);
    const { guest_id, journey } = await journeyOf(0);
    expect(journey.touchpoints.map(({ text }) => text).slice(0, 4)).toEqual([
      'message 0',
      'message 1',
      'late',
      'message 2',
    ]);
    const events = await store.read(STREAMS.guest(guest_id));
    expect(events.at(-1)?.data).toMatchObject({ touchpoint: { text: 'late' } });
  });
});
