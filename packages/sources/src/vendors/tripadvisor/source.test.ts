import { describe, expect, test } from '@jest/globals';
import { contextOf, requestOf, touchpointsIn } from '../../context.fixture.js';
import { tripadvisor } from './source.js';

const context = contextOf({ vendor: 'tripadvisor', properties: { '188': 'harbour' } });

const review = {
  id: 9001,
  location_id: 188,
  lang: 'de',
  published_date: '2026-06-30T14:05:00Z',
  rating: 4,
  title: 'Ruhig',
  text: 'Schöne Zimmer',
  trip_type: 'Familie',
  travel_date: '2026-06-30',
  user: { username: 'adao', user_location: { id: 'null' } },
  subratings: { '0': { name: 'RATE_SERVICE', value: 5, localized_name: 'Service' } },
};
const outcomes = (payload: unknown) => tripadvisor.normalise(requestOf(JSON.stringify(payload)), context);
const touchpoints = (payload: unknown) => touchpointsIn(outcomes(payload));

describe('tripadvisor normalise', () => {
  test('a review is a guest’s, with its rating out of five', () => {
    expect(touchpoints(review)).toMatchObject([
      {
        source: 'social',
        channel: 'tripadvisor',
        type: 'review_posted',
        actor: 'guest',
        propertyId: 'harbour',
        vendorEventId: '9001',
        occurredAt: Date.UTC(2026, 5, 30, 14, 5),
        clock: 'vendor',
        identifiers: [{ kind: 'social', value: 'adao', scope: 'tripadvisor', verified: false }],
        guestName: 'adao',
        reservation: null,
        text: 'Ruhig\n\nSchöne Zimmer',
        textLanguage: 'de',
        ratings: [
          { metric: 'review', value: 4, scaleMin: 1, scaleMax: 5 },
          { metric: 'other', value: 5, scaleMin: 1, scaleMax: 5, question: 'service' },
        ],
        conversationId: 'tripadvisor:9001',
        attributes: { tripType: 'Familie', travelMonth: '2026-06' },
      },
    ]);
  });

  test('the hotel’s answer is a second touchpoint, of the staff, in the same conversation', () => {
    const owner_response = {
      id: 5,
      text: 'Danke',
      lang: 'de',
      author: 'Manager',
      published_date: '2026-07-01T09:00:00Z',
    };
    const [posted, answered] = touchpoints({ ...review, owner_response });
    expect(answered).toMatchObject({
      type: 'review_answered',
      actor: 'staff',
      vendorEventId: '9001:answer:5',
      occurredAt: Date.UTC(2026, 6, 1, 9),
      identifiers: [],
      text: 'Danke',
      conversationId: posted!.conversationId,
    });
    expect(posted!.touchpointId).toBe(touchpoints(review)[0]!.touchpointId);
  });

  test('ratings in text, sub-ratings in small letters and empty ones are taken', () => {
    const subratings = { '0': { name: 'rate_rooms', value: '3.0' } };
    expect(touchpoints({ ...review, rating: '4', subratings })[0]!.ratings).toMatchObject([
      { value: 4 },
      { value: 3, question: 'rooms' },
    ]);
    expect(touchpoints({ ...review, subratings: {} })[0]!.ratings).toHaveLength(1);
  });

  test('a review without time has ours, and one with nothing but an id is still one', () => {
    expect(touchpoints({ id: '7', location_id: '188', trip_type: null })).toMatchObject([
      { vendorEventId: '7', clock: 'receipt', text: null, ratings: [], attributes: {} },
    ]);
  });

  test('each review of a page is judged by itself', () => {
    const found = outcomes({
      data: [review, { ...review, id: undefined }, { ...review, id: 9002 }],
      paging: {},
    });
    expect(found.map(({ kind }) => kind)).toEqual(['touchpoint', 'quarantine', 'touchpoint']);
    expect(found[1]).toMatchObject({
      code: 'unexpected-shape',
      detail: expect.stringContaining('data.1.id'),
    });
    expect(outcomes({ data: [] })).toMatchObject([{ kind: 'ignored', reason: 'not-published' }]);
    expect(touchpoints([review])).toHaveLength(1);
  });

  test.each([
    ['a location call', { location_id: '188', rating: '4.7', num_reviews: '11' }, 'unexpected-shape'],
    ['a rating of 6', { ...review, rating: 6 }, 'unexpected-shape'],
    ['a date that is none', { ...review, published_date: 'yesterday' }, 'unexpected-shape'],
    ['another hotel', { ...review, location_id: 189 }, 'unknown-property'],
    ['no hotel', { ...review, location_id: undefined }, 'unknown-property'],
    ['null', null, 'unexpected-shape'],
  ])('%s is quarantined', (_, payload, code) => {
    expect(outcomes(payload)).toMatchObject([{ kind: 'quarantine', code }]);
  });
});

test('tripadvisor verifies the token of the address that it signs', () => {
  const signed = tripadvisor.sign(
    Buffer.from('{}'),
    context.account,
    'https://hooks.example/in/tripadvisor/main',
  );
  const request = { method: 'POST', ...signed };
  expect(tripadvisor.verify(request, context.account)).toEqual({ ok: true });
  expect(tripadvisor.verify({ ...request, url: `${signed.url}x` }, context.account)).toMatchObject({
    ok: false,
  });
});
