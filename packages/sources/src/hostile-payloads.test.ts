import { expect, test } from '@jest/globals';
import { contextOf, requestOf, touchpointsIn } from './context.fixture.js';
import type { HttpSource } from './source.js';
import { facebook } from './vendors/facebook/source.js';
import { satismeter } from './vendors/satismeter/source.js';
import { tripadvisor } from './vendors/tripadvisor/source.js';
import { twilio } from './vendors/twilio/source.js';
import { typeform } from './vendors/typeform/source.js';
import { whatsapp } from './vendors/whatsapp/source.js';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

const meta = (object: string, change: Json): Json => ({
  object,
  entry: [{ id: '1', time: 1782900000, changes: [change] }],
});

/** One payload a vendor, with every field that its source reads. */
const cases: [HttpSource, Json][] = [
  [
    whatsapp,
    meta('whatsapp_business_account', {
      field: 'messages',
      value: {
        metadata: { phone_number_id: '7' },
        contacts: [{ wa_id: '491511234567', user_id: 'DE.1', profile: { name: 'Ada' } }],
        messages: [
          {
            id: 'w1',
            from: '491511234567',
            timestamp: '1782900000',
            type: 'text',
            text: { body: 'Hi' },
            context: { id: 'w0' },
          },
          {
            id: 'w2',
            from_user_id: 'DE.1',
            timestamp: '1782900001',
            type: 'location',
            location: { latitude: 1, longitude: 2, name: 'x' },
          },
          {
            id: 'w3',
            from: '491511234567',
            timestamp: '1782900002',
            type: 'interactive',
            interactive: { type: 'nfm_reply', nfm_reply: { response_json: '{"a":1}' } },
          },
        ],
        statuses: [{ id: 'w4', status: 'failed', errors: [{ code: 1, title: 'x' }] }],
        errors: [{ code: 1, title: 'x' }],
      },
    }),
  ],
  [
    facebook,
    meta('page', {
      field: 'feed',
      value: {
        item: 'comment',
        verb: 'edited',
        comment_id: '1_5',
        post_id: '1_1',
        parent_id: '1_1',
        published: 1,
        created_time: 1782900000,
        edited_time: 1782900001,
        from: { id: '42', name: 'Ada' },
        message: 'x',
        rating: 4,
      },
    }),
  ],
  [
    tripadvisor,
    {
      data: [
        {
          id: 1,
          location_id: 188,
          lang: 'de',
          published_date: '2026-06-30T14:05:00Z',
          rating: 4,
          title: 'x',
          text: 'y',
          trip_type: null,
          travel_date: '2026-06-30',
          user: { username: 'a' },
          subratings: { '0': { name: 'RATE_X', value: 5 } },
          owner_response: {
            id: 5,
            text: 'z',
            lang: 'de',
            author: 'm',
            published_date: '2026-07-01T09:00:00Z',
          },
        },
      ],
    },
  ],
  [
    typeform,
    {
      event_type: 'form_response',
      form_response: {
        form_id: 'f',
        token: 't',
        submitted_at: '2026-07-01T10:00:00Z',
        hidden: { reservation: 'R', email: 'a@b.c', hotel: 'H' },
        definition: {
          title: 'x',
          fields: [{ id: 'q', type: 'rating', ref: 'r', title: 'T', properties: { steps: 5 } }],
        },
        answers: [
          { type: 'number', number: 4, field: { id: 'q', type: 'rating' } },
          {
            type: 'choices',
            choices: { labels: ['a'], other: 'b' },
            field: { id: 'p', type: 'multiple_choice' },
          },
        ],
      },
    },
  ],
  [
    satismeter,
    {
      event: 'completed',
      response: {
        id: 'r',
        created: '2026-07-01T10:00:00Z',
        rating: 6,
        feedback: 'x',
        answers: [
          { label: 'L', name: 'n', type: 'scale', metric: 'nps', value: 6 },
          { label: 'M', type: 'multiple-choice', value: ['a'] },
        ],
        user: { userId: 'u', name: 'A', email: 'a@b.c', traits: { custom: { hotel: 'H' } } },
        language: 'en',
      },
      traits: {},
      campaign: { id: 'c', name: 'C' },
    },
  ],
];

const ODD: (Json | undefined)[] = [
  undefined,
  null,
  0,
  -1,
  1e308,
  true,
  '',
  'x',
  '__proto__',
  'constructor',
  '\ud800',
  '9'.repeat(40),
  [],
  [null],
  ['x'],
  {},
  { a: 1 },
];

const pathsIn = (value: Json): string[][] => [
  [],
  ...Object.entries(typeof value === 'object' ? (value ?? {}) : {}).flatMap(([name, inner]) =>
    pathsIn(inner as Json).map((path) => [name, ...path]),
  ),
];

/** A copy in which the value at the path is another, or gone. */
function changed(value: Json, [name, ...rest]: string[], odd: Json | undefined): Json | undefined {
  if (name === undefined) return odd;
  const pairs = Object.entries(value as object).map(([key, inner]) => [
    key,
    key === name ? changed(inner, rest, odd) : inner,
  ]);
  return Array.isArray(value) ? pairs.map(([, inner]) => inner) : Object.fromEntries(pairs);
}

function expectSound(source: HttpSource, body: string) {
  const outcomes = source.normalise(
    requestOf(body),
    contextOf({ vendor: source.vendor, property: 'harbour' }),
  );
  expect(outcomes.length).toBeGreaterThan(0);
  for (const touchpoint of touchpointsIn(outcomes)) {
    const { occurredAt, vendorEventId, identifiers, ratings, attributes, guestName, text } = touchpoint;
    expect(Number.isSafeInteger(occurredAt)).toBe(true);
    const texts = [
      vendorEventId,
      guestName ?? '',
      text ?? '',
      ...identifiers.map(({ value }) => value),
      ...Object.values(attributes),
    ];
    expect(texts.every((one) => typeof one === 'string')).toBe(true);
    expect(ratings.every(({ value, scaleMin, scaleMax }) => value >= scaleMin && value <= scaleMax)).toBe(
      true,
    );
  }
}

for (const [source, payload] of cases) {
  test(`no odd field makes ${source.vendor} throw, fall silent or break the contract`, () => {
    for (const path of pathsIn(payload)) {
      for (const odd of ODD) expectSound(source, JSON.stringify(changed(payload, path, odd)) ?? '');
    }
  });
}

test.each([
  '',
  '%',
  '{}',
  '__proto__=1&MessageSid=a&From=b',
  'MessageSid=%FF&From=constructor:x&To=y',
  'MessageSid=a&From=whatsapp:&To=',
])('the form %j makes twilio neither throw nor fall silent', (body) => expectSound(twilio, body));
