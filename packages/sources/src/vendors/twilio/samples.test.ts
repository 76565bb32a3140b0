import { expect } from '@jest/globals';
import { contextOf, requestOf } from '../../context.fixture.js';
import { testSamples } from '../../samples.fixture.js';
import { twilio } from './source.js';

const context = contextOf({ vendor: 'twilio', property: 'harbour' });

testSamples('chat/twilio', '.txt', (name, body) => {
  const expected = /status/i.test(name)
    ? { kind: 'ignored', reason: 'delivery-status' }
    : {
        kind: 'touchpoint',
        touchpoint: {
          channel: /Button|waReceiveValid/.test(name) && name.startsWith('wa') ? 'whatsapp' : 'sms',
        },
      };
  expect(twilio.normalise(requestOf(body), context)).toMatchObject([expected]);
});

const secret = 'twilio-test-token';

testSamples('chat/twilio', 'receiveValid.txt', (_, body) => {
  const url = 'https://hooks.example.com/ingest/twilio?tenant=h1';
  const signed = twilio.sign(body, { ...context.account, secret }, url);
  expect(signed.headers['x-twilio-signature']).toBe('FkTJn74SHqLn56ibpeIsaxF10Rg=');
});
