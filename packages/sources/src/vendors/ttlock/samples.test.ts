import { expect } from '@jest/globals';
import { contextOf } from '../../context.fixture.js';
import { testSamples } from '../../samples.fixture.js';
import { ttlock } from './source.js';

const context = contextOf({ vendor: 'ttlock', rooms: { '7252408': { propertyId: 'harbour', room: '112' } } });

testSamples('checkin/ttlock', '.json', (name, body) => {
  const request = { method: 'POST', ...ttlock.sign(body, context.account, 'https://hooks.example/') };
  const expected = name.includes('unlock') ? 'touchpoint' : 'ignored';
  expect(ttlock.normalise(request, context)).toMatchObject([{ kind: expected }]);
});
