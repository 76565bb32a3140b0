import { expect } from '@jest/globals';
import { contextOf, requestOf } from '../../context.fixture.js';
import { testSamples } from '../../samples.fixture.js';
import { typeform } from './source.js';

const context = contextOf({ vendor: 'typeform', property: 'harbour', secret: 'typeform-test-secret' });

testSamples('surveys/typeform', '.json', (name, body) => {
  expect(typeform.normalise(requestOf(body), context)).toMatchObject([
    {
      touchpoint: {
        type: 'survey_answered',
        ratings: [
          { metric: 'other', value: 2 },
          { metric: 'csat', value: 3, scaleMax: 5 },
        ],
        text: expect.stringContaining('hilly'),
      },
    },
  ]);
  if (name === 'v-form-response-2018-all-types.json') {
    expect(typeform.sign(body, context.account, 'https://x').headers['typeform-signature']).toBe(
      'sha256=Jmje1DgK5wX5IXvkpVhEH0OG/37rpWRLHyeYxypBTPI=',
    );
  }
});
