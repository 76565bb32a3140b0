import { describe, expect, test } from '@jest/globals';
import { contextOf, requestOf, touchpointsIn } from '../../context.fixture.js';
import { typeform } from './source.js';

const context = contextOf({
  vendor: 'typeform',
  property: 'harbour',
  properties: { H2: 'hilltop', formH2: 'hilltop' },
});

interface Asked {
  type: string;
  answer: object;
  ref?: string;
  title?: string;
  properties?: object;
}
/** A response to a form of these fields, in order. */
function payload(asked: Asked[], more: object = {}) {
  return {
    event_id: '01J1',
    event_type: 'form_response',
    form_response: {
      form_id: 'f1',
      token: 'tok1',
      submitted_at: '2026-07-01T10:00:00Z',
      hidden: { reservation: 'R9', email: 'Ada@Example.com' },
      definition: {
        title: 'After your stay',
        fields: asked.map(({ answer: _, ...field }, index) => ({ id: `q${index}`, ...field })),
      },
      answers: asked.map(({ answer, type }, index) => ({ ...answer, field: { id: `q${index}`, type } })),
      ...more,
    },
  };
}
const number = (value: number) => ({ type: 'number', number: value });
const text = (value: string) => ({ type: 'text', text: value });
const outcomes = (body: object) => typeform.normalise(requestOf(body), context);
const touchpoint = (asked: Asked[], more: object = {}) => touchpointsIn(outcomes(payload(asked, more)))[0]!;
const rating = (asked: Asked) => touchpoint([asked]).ratings[0];
const nps: Asked = {
  type: 'nps',
  ref: 'r1',
  title: 'Would you *recommend* us, {{hidden:name}}?',
  answer: number(9),
};

describe('typeform normalise', () => {
  test('a response is one survey answer, with all its ratings and the long texts joined', () => {
    expect(
      touchpoint([
        nps,
        { type: 'long_text', answer: text('Great view.') },
        { type: 'rating', title: 'Rooms', properties: { steps: 7 }, answer: number(6) },
        { type: 'long_text', answer: text('Loud street.') },
        { type: 'short_text', title: 'Reason of travel', answer: text('a fair') },
      ]),
    ).toMatchObject({
      source: 'survey',
      channel: 'survey',
      type: 'survey_answered',
      actor: 'guest',
      propertyId: 'harbour',
      vendorEventId: 'tok1',
      occurredAt: Date.UTC(2026, 6, 1, 10),
      reservation: { code: 'R9', status: null, arrivalDate: null, departureDate: null, room: null },
      text: 'Great view.\n\nLoud street.',
      ratings: [
        { metric: 'nps', value: 9, scaleMin: 0, scaleMax: 10, question: 'Would you recommend us, …?' },
        { metric: 'csat', value: 6, scaleMin: 1, scaleMax: 7, question: 'Rooms' },
      ],
      attributes: { form: 'After your stay', 'Reason of travel': 'a fair' },
    });
  });

  test.each([
    [{ type: 'nps', answer: number(0) }, 'nps', 0, 10],
    [{ type: 'opinion_scale', ref: 'nps_main', answer: number(8) }, 'nps', 0, 10],
    [
      {
        type: 'opinion_scale',
        ref: 'nps_main',
        properties: { steps: 5, start_at_one: true },
        answer: number(4),
      },
      'other',
      1,
      5,
    ],
    [{ type: 'rating', answer: number(4) }, 'csat', 1, 5],
    [{ type: 'rating', answer: number(8) }, 'csat', 1, 10],
    [{ type: 'rating', ref: 'ces_checkin', properties: { steps: 7 }, answer: number(4) }, 'ces', 1, 7],
    [
      {
        type: 'opinion_scale',
        ref: 'customerEffort',
        properties: { steps: 7, start_at_one: true },
        answer: number(7),
      },
      'ces',
      1,
      7,
    ],
    [
      {
        type: 'opinion_scale',
        title: 'How satisfied are you?',
        properties: { steps: 5, start_at_one: true },
        answer: number(2),
      },
      'csat',
      1,
      5,
    ],
    [{ type: 'opinion_scale', ref: 'csat', properties: { steps: 6 }, answer: number(5) }, 'csat', 0, 5],
    [{ type: 'opinion_scale', ref: 'services', answer: number(3) }, 'other', 0, 10],
    [{ type: 'opinion_scale', ref: '[readable_ref', answer: number(3) }, 'other', 0, 10],
  ])('%j is a rating of %s from %d to %d', (asked, metric, scaleMin, scaleMax) => {
    expect(rating(asked)).toMatchObject({ metric, scaleMin, scaleMax });
  });

  test('a number that is no scale, a choice, a date and a yes are attributes, and what pays or identifies is not', () => {
    expect(
      touchpoint([
        { type: 'number', title: 'Nights', answer: number(3) },
        { type: 'multiple_choice', title: 'Wing', answer: { type: 'choice', choice: { label: 'North' } } },
        {
          type: 'multiple_choice',
          title: 'Used',
          answer: { type: 'choices', choices: { labels: ['Spa', 'Bar'], other: 'Roof' } },
        },
        { type: 'yes_no', title: 'Again?', answer: { type: 'boolean', boolean: false } },
        { type: 'date', title: 'When', answer: { type: 'date', date: '2026-08-01' } },
        {
          type: 'payment',
          title: 'Tip',
          answer: { type: 'payment', payment: { amount: '5', last4: '4242' } },
        },
        { type: 'email', title: 'Mail', answer: { type: 'email', email: 'ada@example.com' } },
        { type: 'short_text', title: 'Card', answer: text('4111111111111111') },
      ]),
    ).toMatchObject({
      ratings: [],
      text: null,
      attributes: {
        form: 'After your stay',
        Nights: '3',
        Wing: 'North',
        Used: 'Spa, Bar, Roof',
        'Again?': 'false',
        When: '2026-08-01',
        Card: '[card number removed]',
      },
    });
  });

  test('hidden fields and typed addresses are identifiers that nobody vouches for, each once', () => {
    const asked: Asked[] = [
      { type: 'email', answer: { type: 'email', email: 'ada@example.com' } },
      { type: 'email', answer: { type: 'email', email: 'other@example.com' } },
      { type: 'phone_number', answer: { type: 'phone_number', phone_number: '+49 1511 234567' } },
    ];
    expect(touchpoint(asked).identifiers).toEqual([
      { kind: 'email', value: 'ada@example.com', scope: '', verified: false },
      { kind: 'reservation', value: 'R9', scope: 'harbour', verified: false },
      { kind: 'phone', value: '+491511234567', scope: '', verified: false },
    ]);
    expect(touchpoint(asked, { hidden: {} })).toMatchObject({
      reservation: null,
      identifiers: [{ kind: 'email' }, { kind: 'phone' }],
    });
  });

  test('the link names the hotel, or the form does, or the account', () => {
    expect(touchpoint([nps], { hidden: { property: 'H2' } }).propertyId).toBe('hilltop');
    expect(touchpoint([nps], { hidden: { hotel: 'H2' } }).propertyId).toBe('hilltop');
    expect(
      touchpoint([nps], { form_id: 'formH2', hidden: { hotel: 'xxxxx', reservation: 'xxxxx' } }),
    ).toMatchObject({ propertyId: 'hilltop', reservation: null });
    expect(touchpoint([nps], { hidden: { hotel: 'H7' } }).propertyId).toBe('harbour');
  });

  test('a redelivery under another event id is the same touchpoint', () => {
    const [first] = touchpointsIn(outcomes(payload([nps])));
    const [again] = touchpointsIn(outcomes({ ...payload([nps]), event_id: '01J2' }));
    expect(again!.touchpointId).toBe(first!.touchpointId);
  });

  test('a definition of 2018, without properties and with refs of its own alone, is understood', () => {
    const old = payload([{ type: 'rating', ref: 'ces', answer: number(3) }]);
    expect(touchpointsIn(outcomes(old))[0]!.ratings).toMatchObject([{ metric: 'ces', scaleMax: 5 }]);
  });
});

describe('typeform payloads that are no answer', () => {
  test.each([
    [
      'a partial response',
      { ...payload([nps]), event_type: 'form_response_partial' },
      { kind: 'ignored', reason: 'incomplete-response' },
    ],
    ['a response without answers', payload([]), { kind: 'ignored', reason: 'incomplete-response' }],
    ['another event', { ...payload([nps]), event_type: 'form_opened' }, { code: 'unsupported-event' }],
    ['no token', payload([nps], { token: undefined }), { code: 'unexpected-shape' }],
    ['a time that is none', payload([nps], { submitted_at: 'soon' }), { code: 'unexpected-shape' }],
    [
      'an answer off its scale',
      payload([{ ...nps, answer: number(11) }]),
      { code: 'unexpected-shape', detail: 'the answer 11 to r1 is off its scale' },
    ],
  ])('%s has its outcome', (_, body, outcome) => {
    expect(outcomes(body)).toMatchObject([outcome]);
  });

  test('a form of no hotel is quarantined', () => {
    const { account, ...rest } = context;
    const { property: _, ...homeless } = account;
    expect(typeform.normalise(requestOf(payload([nps])), { ...rest, account: homeless })).toMatchObject([
      { code: 'unknown-property' },
    ]);
  });
});

describe('typeform signature', () => {
  const body = Buffer.from('{"event_id":"1"}');
  const signed = typeform.sign(body, context.account, 'https://hooks.example/in/typeform/main');

  test('is base64, and verifies over the very bytes', () => {
    expect(signed.headers['typeform-signature']).toMatch(/^sha256=[A-Za-z0-9+/]{43}=$/);
    expect(typeform.verify({ method: 'POST', ...signed }, context.account)).toEqual({ ok: true });
    expect(
      typeform.verify({ method: 'POST', ...signed, body: Buffer.from('{"event_id": "1"}') }, context.account),
    ).toMatchObject({ ok: false });
  });

  test('is required', () => {
    expect(typeform.verify(requestOf(body), context.account)).toMatchObject({ ok: false });
  });
});
