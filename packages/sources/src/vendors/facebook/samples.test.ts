import { expect } from '@jest/globals';
import { contextOf, requestOf } from '../../context.fixture.js';
import { testSamples } from '../../samples.fixture.js';
import { facebook } from './source.js';

const context = contextOf({ vendor: 'facebook', property: 'harbour' });

const FEED: Record<string, object> = {
  'c-status-text.json': { kind: 'ignored', reason: 'own-message' },
  't-REPRESENTATIVE-comment-remove.json': { kind: 'ignored', reason: 'not-published' },
  't-REPRESENTATIVE-mention.json': { touchpoint: { type: 'mention_posted' } },
  't-REPRESENTATIVE-ratings-recommendation.json': {
    touchpoint: { type: 'review_posted', ratings: [{ value: 5 }] },
  },
  't-REPRESENTATIVE-reaction-add.json': { touchpoint: { type: 'reaction_added' } },
};

testSamples('social/facebook-page-feed', '.json', (name, body) => {
  const expected = FEED[name] ?? { touchpoint: { type: 'comment_posted' } };
  expect(facebook.normalise(requestOf(body), context)).toMatchObject([expected]);
});

function messengerKind(name: string): string {
  if (/^(dlr|echo)/.test(name)) return 'ignored';
  return /optin|^referral|^unknown|^no_|^not_/.test(name) ? 'quarantine' : 'touchpoint';
}

testSamples('social/facebook-messenger', '.json', (name, body) => {
  const outcomes = facebook.normalise(requestOf(body), context);
  expect([...new Set(outcomes.map(({ kind }) => kind))]).toEqual([messengerKind(name)]);
});
