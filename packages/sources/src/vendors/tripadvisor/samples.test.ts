import { expect } from '@jest/globals';
import { contextOf, requestOf } from '../../context.fixture.js';
import { testSamples } from '../../samples.fixture.js';
import { tripadvisor } from './source.js';

const context = contextOf({ vendor: 'tripadvisor', property: 'harbour' });

testSamples('social/tripadvisor', '.json', (name, body) => {
  // The Japanese one was captured without its id.
  const expected = name.includes('german')
    ? [
        { touchpoint: { type: 'review_posted' } },
        { touchpoint: { type: 'review_answered', textLanguage: 'de' } },
      ]
    : [{ kind: 'quarantine', code: 'unexpected-shape' }];
  expect(tripadvisor.normalise(requestOf(body), context)).toMatchObject(expected);
});
