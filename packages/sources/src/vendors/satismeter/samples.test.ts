import { expect } from '@jest/globals';
import { contextOf, requestOf } from '../../context.fixture.js';
import { testSamples } from '../../samples.fixture.js';
import { satismeter } from './source.js';

const context = contextOf({ vendor: 'satismeter', property: 'harbour' });

testSamples('surveys/satismeter', '.json', (_, body) => {
  expect(satismeter.normalise(requestOf(body), context)).toMatchObject([
    {
      touchpoint: {
        identifiers: [{ kind: 'email', verified: false }],
        ratings: [
          { metric: 'nps', value: 5 },
          { metric: 'ces', value: 4 },
          { metric: 'csat', value: 4 },
        ],
      },
    },
  ]);
});
