import { expect } from '@jest/globals';
import { contextOf, requestOf } from '../../context.fixture.js';
import { testSamples } from '../../samples.fixture.js';
import { whatsapp } from './source.js';

const context = contextOf({ vendor: 'whatsapp', property: 'harbour' });

function expectedOf(name: string): string[] {
  if (name.includes('status')) return ['ignored'];
  if (name === 'duplicate.json') return ['touchpoint', 'touchpoint'];
  return /^(no_from|invalid_from|invalid_timestamp)/.test(name) ? ['quarantine'] : ['touchpoint'];
}

testSamples('chat/whatsapp-cloud', '.json', (name, body) => {
  const outcomes = whatsapp.normalise(requestOf(body), context);
  expect(outcomes.map(({ kind }) => kind)).toEqual(expectedOf(name));
});
