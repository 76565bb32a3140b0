import type { JourneyEvent, RecordedTouchpoint } from '@bellhop/contracts';
import { describe, expect, test } from '@jest/globals';
import { factRowsOf } from './fact-rows.js';

const at = Date.UTC(2026, 6, 10, 12);
const recorded: RecordedTouchpoint = {
  touchpoint: {
    touchpointId: 't1',
    source: 'survey',
    vendor: 'typeform',
    vendorAccount: 'main',
    vendorEventId: 'e1',
    channel: 'survey',
    type: 'survey_answered',
    actor: 'guest',
    propertyId: 'harbour',
    occurredAt: at,
    clock: 'vendor',
    receivedAt: at + 1000,
    identifiers: [{ kind: 'email', value: 'ann@example.com', scope: '', verified: true }],
    guestName: 'Ann',
    guestLanguage: null,
    reservation: null,
    room: null,
    text: 'Lovely',
    textLanguage: null,
    ratings: [
      { metric: 'nps', value: 9, scaleMin: 0, scaleMax: 10, question: 'Would you come back?' },
      { metric: 'csat', value: 4, scaleMin: 1, scaleMax: 5, question: null },
    ],
    conversationId: null,
    attributes: { form: 'f1' },
  },
  guestId: 'g1',
  stayId: 's1',
  stage: 'post_stay',
  businessDate: '2026-07-09',
  attribution: 'verified_identifier',
  alsoMatched: [],
  sentiment: {
    language: 'en',
    score: 0.6,
    label: 'positive',
    confidence: 0.9,
    model: 'm1',
    topics: [
      { topic: 'staff', sentiment: 0.7 },
      { topic: 'noise', sentiment: -0.4 },
    ],
    urgent: true,
  },
};
const eventOf = (part: Partial<JourneyEvent>): JourneyEvent => ({
  eventId: 'ev1',
  eventType: 'TouchpointRecorded',
  stream: 'guest-g1',
  revision: 3,
  position: 77,
  recordedAt: at + 2000,
  guestId: 'g1',
  touchpoint: null,
  correction: null,
  identifier: null,
  stay: null,
  occupancy: null,
  ...part,
});

const common = {
  touchpoint_id: 't1',
  sign: 1,
  event_id: 'ev1',
  stream: 'guest-g1',
  revision: 3,
  position: 77,
  property_id: 'harbour',
  business_date: '2026-07-09',
  source: 'survey',
  vendor: 'typeform',
  channel: 'survey',
  stage: 'post_stay',
  guest_id: 'g1',
  stay_id: 's1',
  occurred_at: '2026-07-10T12:00:00.000Z',
  language: 'en',
};

describe('the facts of a journey event', () => {
  test('are one row for the touchpoint, one for each of its ratings and one for each topic of its text', () => {
    expect(factRowsOf([eventOf({ touchpoint: recorded })])).toEqual({
      touchpoint_facts: [
        {
          ...common,
          type: 'survey_answered',
          actor: 'guest',
          attribution: 'verified_identifier',
          received_at: '2026-07-10T12:00:01.000Z',
          recorded_at: '2026-07-10T12:00:02.000Z',
          conversation_id: '',
          text: 'Lovely',
          sentiment: 0.6,
          sentiment_label: 'positive',
          sentiment_model: 'm1',
          urgent: true,
        },
      ],
      rating_facts: [
        {
          ...common,
          answer: 0,
          metric: 'nps',
          value: 9,
          scale_min: 0,
          scale_max: 10,
          question: 'Would you come back?',
        },
        { ...common, answer: 1, metric: 'csat', value: 4, scale_min: 1, scale_max: 5, question: '' },
      ],
      topic_facts: [
        { ...common, topic: 'staff', sentiment: 0.7 },
        { ...common, topic: 'noise', sentiment: -0.4 },
      ],
    });
  });

  test('leave open what is not known: no guest, no sentiment', () => {
    const ofNobody = { ...recorded, guestId: null, stayId: null, sentiment: null };
    const { touchpoint_facts } = factRowsOf([eventOf({ touchpoint: ofNobody })]);
    expect(touchpoint_facts[0]).toMatchObject({
      guest_id: null,
      stay_id: null,
      language: '',
      sentiment: null,
      sentiment_label: '',
      sentiment_model: '',
      urgent: false,
    });
  });

  test('of a text that was scored anew take back every row of before and state every row of after', () => {
    const sentiment = { ...recorded.sentiment!, language: 'pl', score: -0.2, topics: [], model: 'm2' };
    const { touchpoint, ...before } = recorded;
    const after = { ...before, sentiment };
    const rescored = eventOf({
      eventType: 'TouchpointRescored',
      eventId: 'ev2',
      revision: 4,
      position: 99,
      correction: { guestId: 'g1', touchpoint, before, after },
    });
    const at = { event_id: 'ev2', revision: 4, position: 99 };
    const signed = ({ sign, language }: Record<string, unknown>) => [sign, language];
    const rows = factRowsOf([rescored]);
    expect(rows.touchpoint_facts).toEqual([
      expect.objectContaining({ ...at, sign: -1, sentiment: 0.6, sentiment_model: 'm1', language: 'en' }),
      expect.objectContaining({ ...at, sign: 1, sentiment: -0.2, sentiment_model: 'm2', language: 'pl' }),
    ]);
    expect((rows.rating_facts as Record<string, unknown>[]).map(signed)).toEqual([
      [-1, 'en'],
      [-1, 'en'],
      [1, 'pl'],
      [1, 'pl'],
    ]);
    expect((rows.topic_facts as Record<string, unknown>[]).map(signed)).toEqual([
      [-1, 'en'],
      [-1, 'en'],
    ]);
  });

  test('are none for events that describe guests, stays and rooms', () => {
    const claim = {
      identifierHash: 'h',
      kind: 'email' as const,
      verified: true,
      guestId: 'g1',
      touchpointId: 't1',
    };
    const events = [
      eventOf({ eventType: 'IdentifierClaimed', identifier: claim }),
      eventOf({ eventType: 'Other' }),
    ];
    expect(factRowsOf(events)).toEqual({ touchpoint_facts: [], rating_facts: [], topic_facts: [] });
  });
});
