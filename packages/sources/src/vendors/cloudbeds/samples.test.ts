import { expect } from '@jest/globals';
import { contextOf, requestOf } from '../../context.fixture.js';
import { testSamples } from '../../samples.fixture.js';
import { cloudbeds } from './source.js';

const context = contextOf({ vendor: 'cloudbeds', property: 'harbour' });

testSamples('booking/cloudbeds', '.json', (name, body) => {
  const expected = name.includes('accounting') ? 'ignored' : 'touchpoint';
  expect(cloudbeds.normalise(requestOf(body), context)).toMatchObject([{ kind: expected }]);
});
