import { describe, expect, test } from '@jest/globals';
import { contextOf, requestOf } from '../../context.fixture.js';
import { signTwilio, verifyTwilio } from './signature.js';

const { account } = contextOf({ vendor: 'twilio', secret: 'auth-token-of-twilio' });
const published = { ...account, secret: '12345' };

function published12345(url: string, body: string, signature: string) {
  return verifyTwilio({ ...requestOf(body, { 'x-twilio-signature': signature }), url }, published);
}

describe('verifyTwilio', () => {
  const call =
    'To=%2B18005551212&From=%2B14158675309&Digits=1234&Caller=%2B14158675309&CallSid=CA1234567890ABCDE';

  // Twilio's own examples, from the tests of its libraries.
  test.each([
    ['a form', 'https://mycompany.com/myapp.php?foo=1&bar=2', call, 'RSOYDt4T1cUTdK1PDd93/VVr8B8='],
    [
      'a host in mixed case',
      'https://MyCompany.com/myapp.php?foo=1&bar=2',
      call,
      'g9IN/x4Cft2g517EjYvEvM/W7LU=',
    ],
    [
      'a parameter that is repeated',
      'https://mycompany.com/myapp.php?foo=1&bar=2',
      'Sid=CA123&SidAccount=AC123&Digits=5678&Digits=1234&Digits=1234',
      'IK+Dwps556ElfBT0I3Rgjkr1wJU=',
    ],
    [
      'a JSON body by its hash',
      'https://mycompany.com/myapp.php?foo=1&bar=2&bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620',
      '{"property": "value", "boolean": true}',
      'a9nBmqA0ju/hNViExpshrM61xv4=',
    ],
  ])('accepts the published signature of %s', (_, url, body, signature) => {
    expect(published12345(url, body, signature)).toEqual({ ok: true });
  });

  test('refuses a JSON body that does not have the hash of the address', () => {
    const url =
      'https://mycompany.com/myapp.php?foo=1&bar=2&bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620';
    expect(published12345(url, '{"property": "other"}', 'a9nBmqA0ju/hNViExpshrM61xv4=')).toMatchObject({
      ok: false,
    });
  });

  test('refuses a missing signature, another address and another body, and never tells the right signature', () => {
    const { headers, url, body } = signTwilio(
      Buffer.from('Body=Hi&From='),
      account,
      'https://hooks.example/in/twilio/main?x=1',
    );
    const request = { method: 'POST', url, headers, body };
    expect(verifyTwilio(request, account)).toEqual({ ok: true });
    const refused = [
      { ...request, headers: {} },
      { ...request, url: 'https://hooks.example/in/twilio/main' },
      { ...request, body: Buffer.from('Body=Ho&From=') },
    ].map((bad) => verifyTwilio(bad, account));
    expect(refused.map(({ ok }) => ok)).toEqual([false, false, false]);
    expect(JSON.stringify(refused)).not.toContain(headers['x-twilio-signature']);
  });

  test('parameters that differ only in case are two, and empty ones count', () => {
    const url = 'https://hooks.example/';
    const signatures = ['a=1&A=2', 'a=2&A=1', 'A=2', 'A=2&b='].map(
      (body) => signTwilio(Buffer.from(body), account, url).headers['x-twilio-signature'],
    );
    expect(new Set(signatures).size).toBe(4);
    expect(signTwilio(Buffer.from('A=2&a=1'), account, url).headers['x-twilio-signature']).toBe(
      signatures[0],
    );
  });
});
