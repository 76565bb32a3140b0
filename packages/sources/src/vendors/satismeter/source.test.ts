import { describe, expect, test } from '@jest/globals';
import { contextOf, requestOf, touchpointsIn } from '../../context.fixture.js';
import { satismeter } from './source.js';

const context = contextOf({
  vendor: 'satismeter',
  property: 'harbour',
  properties: { H2: 'hilltop', c2: 'hilltop' },
});

const nps = { label: 'Recommend us?', name: 'SM_rating', type: 'scale', metric: 'nps', value: 6 };
const response = {
  id: 'resp1',
  created: '2026-07-01T10:00:00.250Z',
  rating: 6,
  score: -100,
  category: 'detractor',
  feedback: 'Slow lift\n',
  dismissed: false,
  pending: false,
  answers: [nps, { label: 'Why?', type: 'long-text', value: 'Slow lift\n' }],
  user: { id: 'u1', userId: '815', name: 'Ada', email: 'Ada@Example.com' },
  language: 'en',
};
const outcomes = (more: object, rest: object = {}) =>
  satismeter.normalise(
    requestOf({
      event: 'completed',
      response: { ...response, ...more },
      campaign: { id: 'c1', name: 'Stay' },
      ...rest,
    }),
    context,
  );
const touchpoint = (more: object, rest: object = {}) => touchpointsIn(outcomes(more, rest))[0]!;

describe('satismeter normalise', () => {
  test('a completed response is one survey answer, its rating and feedback counted once', () => {
    expect(touchpoint({})).toMatchObject({
      source: 'survey',
      channel: 'survey',
      type: 'survey_answered',
      actor: 'guest',
      propertyId: 'harbour',
      vendorEventId: 'resp1',
      occurredAt: Date.UTC(2026, 6, 1, 10, 0, 0, 250),
      identifiers: [
        { kind: 'email', value: 'ada@example.com', scope: '', verified: false },
        { kind: 'other', value: '815', scope: 'satismeter:main', verified: false },
      ],
      guestName: 'Ada',
      guestLanguage: 'en',
      reservation: null,
      text: 'Slow lift',
      ratings: [{ metric: 'nps', value: 6, scaleMin: 0, scaleMax: 10, question: 'Recommend us?' }],
      attributes: { campaign: 'Stay', category: 'detractor' },
    });
  });

  test('each metric has its own scale; a scale without a metric is an attribute', () => {
    const answers = [
      { label: 'Easy?', type: 'scale', metric: 'ces', value: 7 },
      { label: 'Happy?', type: 'smiley', metric: 'csat', value: '4' },
      { label: 'Survey?', type: 'scale', value: 4 },
      { label: 'Wing', type: 'multiple-choice', value: ['North', 'East'] },
      { label: 'Else', type: 'long-text', value: 'Nice bar' },
    ];
    expect(touchpoint({ answers })).toMatchObject({
      ratings: [
        { metric: 'ces', value: 7, scaleMin: 1, scaleMax: 7 },
        { metric: 'csat', value: 4, scaleMin: 1, scaleMax: 5 },
      ],
      text: 'Slow lift\n\nNice bar',
      attributes: { 'Survey?': '4', Wing: 'North, East' },
    });
  });

  test('a rating without a list of answers is NPS, and 0 is one', () => {
    expect(touchpoint({ answers: undefined, rating: 0 }).ratings).toEqual([
      { metric: 'nps', value: 0, scaleMin: 0, scaleMax: 10, question: null },
    ]);
  });

  test('the words "No response" are nobody', () => {
    const user = { userId: 'No response', name: 'No response', email: null };
    expect(touchpoint({ user })).toMatchObject({ identifiers: [], guestName: null });
    expect(touchpoint({ user: undefined }).identifiers).toEqual([]);
  });

  test('traits name the reservation and the hotel, the campaign a hotel too', () => {
    const traits = { email: 'ada@example.com', custom: { reservation: 'R9', hotel: 'H2' } };
    expect(touchpoint({ user: { traits } })).toMatchObject({
      propertyId: 'hilltop',
      reservation: { code: 'R9', status: null },
      identifiers: [
        { kind: 'email' },
        { kind: 'reservation', value: 'R9', scope: 'hilltop', verified: false },
      ],
    });
    expect(touchpoint({}, { traits: { reservation_id: 'R8' } }).reservation).toMatchObject({ code: 'R8' });
    expect(touchpoint({}, { campaign: { id: 'c2' } }).propertyId).toBe('hilltop');
  });
});

describe('satismeter payloads that are no answer', () => {
  const empty = { rating: null, feedback: null, answers: [] };
  test.each([
    ['a dismissed one', { ...empty, dismissed: true }, { kind: 'ignored', reason: 'incomplete-response' }],
    ['a pending one', { pending: true }, { kind: 'ignored', reason: 'incomplete-response' }],
    ['an empty one', empty, { kind: 'ignored', reason: 'incomplete-response' }],
    ['no id', { id: undefined }, { code: 'unexpected-shape' }],
    ['a time that is none', { created: 'soon' }, { code: 'unexpected-shape' }],
    [
      'a rating of 12',
      { answers: [{ ...nps, value: 12 }] },
      { detail: 'response resp1: the nps answer is 12, not 0 to 10' },
    ],
    ['a rating in words', { answers: [{ ...nps, value: 'six' }] }, { code: 'unexpected-shape' }],
  ])('%s has its outcome', (_, more, outcome) => {
    expect(outcomes(more)).toMatchObject([outcome]);
  });

  test('another event is quarantined', () => {
    expect(outcomes({}, { event: 'reopened' })).toMatchObject([{ code: 'unsupported-event' }]);
  });
});

test('satismeter verifies the token of the address that it signs', () => {
  const signed = satismeter.sign(
    Buffer.from('{}'),
    context.account,
    'https://hooks.example/in/satismeter/main',
  );
  expect(satismeter.verify({ method: 'POST', ...signed }, context.account)).toEqual({ ok: true });
  expect(
    satismeter.verify({ method: 'POST', ...signed, url: 'https://hooks.example/' }, context.account),
  ).toMatchObject({ ok: false });
});
