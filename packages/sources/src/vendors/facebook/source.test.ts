import { describe, expect, test } from '@jest/globals';
import { contextOf, requestOf, touchpointsIn } from '../../context.fixture.js';
import { facebook } from './source.js';

const context = contextOf({ vendor: 'facebook', properties: { '777': 'harbour' } });

const page = (...changes: object[]) => ({
  object: 'page',
  entry: [{ id: '777', time: 1782900100, changes }],
});
const comment = {
  item: 'comment',
  verb: 'add',
  comment_id: '777_5',
  post_id: '777_1',
  parent_id: '777_1',
  created_time: 1782900000,
  from: { id: '42', name: 'Ada Okoro' },
  message: 'Lovely pool',
};
const outcomes = (payload: object) => facebook.normalise(requestOf(payload), context);
const of = (field: string, value: object) => outcomes(page({ field, value }))[0]!;
const touchpoint = (field: string, value: object) => touchpointsIn([of(field, value)])[0]!;

describe('facebook feed', () => {
  test('a comment is a guest’s, known by a handle that nobody vouches for', () => {
    expect(touchpoint('feed', comment)).toMatchObject({
      source: 'social',
      channel: 'facebook',
      type: 'comment_posted',
      actor: 'guest',
      propertyId: 'harbour',
      occurredAt: 1782900000000,
      clock: 'vendor',
      identifiers: [{ kind: 'social', value: '42', scope: 'facebook:777', verified: false }],
      guestName: 'Ada Okoro',
      text: 'Lovely pool',
      conversationId: 'facebook:777:777_5',
    });
  });

  test('older payloads name the writer as the sender', () => {
    const { from: _, ...older } = comment;
    expect(touchpoint('feed', { ...older, sender_id: 42, sender_name: 'Ada' })).toMatchObject({
      guestName: 'Ada',
      identifiers: [{ value: '42' }],
    });
  });

  test('the page’s reply under a comment is the staff’s, in that comment’s conversation', () => {
    const reply = {
      ...comment,
      comment_id: '777_6',
      parent_id: '777_5',
      from: { id: '777', name: 'Harbour House' },
    };
    expect(touchpoint('feed', reply)).toMatchObject({
      type: 'message_sent',
      actor: 'staff',
      identifiers: [],
      guestName: null,
      conversationId: 'facebook:777:777_5',
    });
  });

  test('what the page itself posts, comments and likes is its own', () => {
    const from = { id: '777' };
    for (const value of [
      { ...comment, from },
      { item: 'status', verb: 'add', post_id: '777_1', published: 1, from },
      { item: 'reaction', verb: 'add', post_id: '777_1', reaction_type: 'like', from },
    ]) {
      expect(of('feed', value)).toMatchObject({ kind: 'ignored', reason: 'own-message' });
    }
  });

  test.each([
    ['removed', { verb: 'remove' }, 'comment 777_5: remove'],
    ['hidden', { verb: 'hide' }, 'comment 777_5: hide'],
    ['unpublished', { published: 0 }, 'comment 777_5: not published'],
  ])('a comment that is %s is not published', (_, more, detail) => {
    expect(of('feed', { ...comment, ...more })).toEqual({ kind: 'ignored', reason: 'not-published', detail });
  });

  test('an edit is an event of its own, at the time of the edit; its redelivery is not', () => {
    const edited = { ...comment, verb: 'edited', edited_time: 1782900300, message: 'Lovely pool!' };
    const [first, again] = [
      touchpoint('feed', edited),
      touchpoint('feed', { ...edited, edited_time: '1782900300' }),
    ];
    expect(first).toMatchObject({ occurredAt: 1782900300000, attributes: { edited: 'true' } });
    expect(again.touchpointId).toBe(first.touchpointId);
    expect(touchpoint('feed', comment).touchpointId).not.toBe(first.touchpointId);
  });

  test('a post of a guest on the page is taken, with or without words', () => {
    const photo = {
      item: 'photo',
      verb: 'add',
      post_id: '777_9',
      created_time: 1782900000,
      from: { id: '42' },
    };
    expect(touchpoint('feed', photo)).toMatchObject({
      type: 'comment_posted',
      text: null,
      attributes: { item: 'photo' },
    });
  });

  test('reactions of two guests to one post, or two kinds of one guest, are two', () => {
    const love = {
      item: 'reaction',
      verb: 'add',
      reaction_type: 'love',
      post_id: '777_1',
      created_time: 1782900000,
      from: { id: '42' },
    };
    const ids = [love, { ...love, from: { id: '43' } }, { ...love, reaction_type: 'angry' }].map(
      (value) => touchpoint('feed', value).touchpointId,
    );
    expect(new Set(ids).size).toBe(3);
    expect(touchpoint('feed', love)).toMatchObject({
      type: 'reaction_added',
      attributes: { reaction: 'love' },
    });
  });
});

describe('facebook mentions and reviews', () => {
  test('a mention is one', () => {
    const mention = {
      item: 'post',
      verb: 'add',
      post_id: '9_1',
      sender_id: '42',
      created_time: 1782900000,
      message: 'At @Harbour',
    };
    expect(touchpoint('mention', mention)).toMatchObject({
      type: 'mention_posted',
      actor: 'guest',
      text: 'At @Harbour',
    });
  });

  const review = {
    item: 'rating',
    verb: 'add',
    review_text: 'Kind people',
    reviewer_id: '42',
    reviewer_name: 'Ada',
    open_graph_story_id: '31',
    created_time: 1782900000,
  };

  test.each([
    [
      { rating: 4, recommendation_type: 'positive' },
      [{ metric: 'review', value: 4, scaleMin: 1, scaleMax: 5, question: null }],
    ],
    [
      { recommendation_type: 'positive' },
      [{ metric: 'review', value: 1, scaleMin: 0, scaleMax: 1, question: null }],
    ],
    [{ recommendation_type: 'NEGATIVE' }, []],
    [
      { recommendation_type: 'negative' },
      [{ metric: 'review', value: 0, scaleMin: 0, scaleMax: 1, question: null }],
    ],
    [{}, []],
  ])('a review with %j is rated so', (more, ratings) => {
    expect(touchpoint('ratings', { ...review, ...more })).toMatchObject({
      type: 'review_posted',
      text: 'Kind people',
      guestName: 'Ada',
      ratings,
      conversationId: 'facebook:777:31',
    });
  });

  test('a rating off the scale is quarantined with its value', () => {
    expect(of('ratings', { ...review, rating: 9 })).toMatchObject({
      kind: 'quarantine',
      detail: expect.stringContaining('rating is 9'),
    });
  });

  test('the page’s comment on a review answers it', () => {
    const answer = {
      item: 'comment',
      verb: 'add',
      comment_id: '31_1',
      open_graph_story_id: '31',
      message: 'Thank you',
      from: { id: '777' },
    };
    expect(touchpoint('ratings', answer)).toMatchObject({
      type: 'review_answered',
      actor: 'staff',
      conversationId: 'facebook:777:31',
    });
  });
});

describe('facebook direct messages', () => {
  const direct = (more: object) => ({
    object: 'page',
    entry: [
      {
        id: '777',
        time: 1782900000500,
        messaging: [{ sender: { id: '42' }, recipient: { id: '777' }, timestamp: 1782900000123, ...more }],
      },
    ],
  });

  test('a message and its answer share a conversation', () => {
    const question = touchpointsIn(outcomes(direct({ message: { mid: 'm1', text: 'Towels?' } })))[0]!;
    const answer = touchpointsIn(
      outcomes(
        direct({
          sender: { id: '777' },
          recipient: { id: '42' },
          message: { mid: 'm2', text: 'Yes', is_echo: true },
        }),
      ),
    )[0]!;
    expect(question).toMatchObject({
      type: 'message_received',
      actor: 'guest',
      vendorEventId: 'm1',
      occurredAt: 1782900000123,
    });
    expect(answer).toMatchObject({
      type: 'message_sent',
      actor: 'staff',
      conversationId: question.conversationId,
    });
  });

  test('a message in standby, which another app answers, is a guest’s too', () => {
    const standby = [
      {
        sender: { id: '42' },
        recipient: { id: '777' },
        timestamp: 1782900000123,
        message: { mid: 'm1', text: 'Hi' },
      },
    ];
    expect(outcomes({ object: 'page', entry: [{ id: '777', standby }] })).toMatchObject([
      { touchpoint: { type: 'message_received', text: 'Hi' } },
    ]);
  });

  test('a time in seconds is told by its size', () => {
    expect(outcomes(direct({ timestamp: 1782900000, message: { mid: 'm1' } }))).toMatchObject([
      { touchpoint: { occurredAt: 1782900000000 } },
    ]);
  });

  test('a button without an id has a stable one of its own', () => {
    const ids = ['A', 'A', 'B'].map(
      (payload) => touchpointsIn(outcomes(direct({ postback: { title: 'Book', payload } })))[0]!.touchpointId,
    );
    expect(ids[0]).toBe(ids[1]);
    expect(ids[0]).not.toBe(ids[2]);
  });

  test('an attachment without words is kept', () => {
    expect(outcomes(direct({ message: { mid: 'm1', attachments: [{ type: 'image' }] } }))).toMatchObject([
      { touchpoint: { text: null, attributes: { attachments: 'image' } } },
    ]);
  });

  test.each([
    [{ delivery: {} }, { kind: 'ignored', reason: 'delivery-status' }],
    [{ read: {} }, { kind: 'ignored', reason: 'delivery-status' }],
    [{ message: { mid: 'm', is_deleted: true } }, { kind: 'ignored', reason: 'not-published' }],
    [{ message: { mid: 'm', is_echo: true } }, { kind: 'ignored', reason: 'own-message' }],
    [{ optin: {} }, { kind: 'quarantine', code: 'unsupported-event' }],
    [
      { sender: {}, message: { mid: 'm' } },
      { kind: 'quarantine', code: 'unexpected-shape' },
    ],
  ])('%j has its outcome', (more, outcome) => {
    expect(outcomes(direct(more))).toMatchObject([outcome]);
  });
});

describe('facebook payloads that are not understood', () => {
  test.each([
    [
      'another page',
      { object: 'page', entry: [{ id: '778', changes: [{ field: 'feed', value: comment }] }] },
      'unknown-property',
    ],
    ['an unknown field', page({ field: 'leadgen', value: {} }), 'unsupported-event'],
    ['an unknown item', page({ field: 'feed', value: { ...comment, item: 'auction' } }), 'unsupported-event'],
    ['an unknown verb', page({ field: 'feed', value: { ...comment, verb: 'frame' } }), 'unsupported-event'],
    ['a strange value', page({ field: 'feed', value: 'x' }), 'unexpected-shape'],
    ['Instagram', { object: 'instagram', entry: [] }, 'unsupported-event'],
  ])('%s is quarantined', (_, payload, code) => {
    expect(outcomes(payload)).toMatchObject([{ kind: 'quarantine', code }]);
  });

  test('an outer array and a flat entry are taken', () => {
    const flat = { object: 'page', entry: [{ id: 777, time: 1782900000, field: 'feed', value: comment }] };
    expect(
      outcomes([flat, page({ field: 'feed', value: { ...comment, comment_id: '777_8' } })]),
    ).toMatchObject([{ kind: 'touchpoint' }, { kind: 'touchpoint' }]);
  });
});

test('facebook verifies what it signs', () => {
  const signed = facebook.sign(Buffer.from('{}'), context.account, 'https://hooks.example/in/facebook/main');
  expect(facebook.verify({ method: 'POST', ...signed }, context.account)).toEqual({ ok: true });
});
