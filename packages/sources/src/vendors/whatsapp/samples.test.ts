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

const secret = 'meta-test-app-secret';

testSamples('chat/whatsapp-cloud', 'hello.json', (_, body) => {
  const signed = whatsapp.sign(body, { ...context.account, secret }, 'https://hooks.example/');
  expect(signed.headers['x-hub-signature-256']).toBe(
    'sha256=1fbae49c532a27629f3b33ca9677ca7d9eea218a99ab57d1044f50045153c3af',
  );
});
