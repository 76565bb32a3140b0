import { describe, expect, test } from '@jest/globals';
import { contextOf, requestOf } from '../../context.fixture.js';
import { metaHandshake, signMeta, verifyMeta } from './signature.js';

const { account } = contextOf({ vendor: 'whatsapp', secret: 'sesame-2', verifyToken: 'open-sesame' });
const hooks = 'https://hooks.example/in/whatsapp/main';

describe('verifyMeta', () => {
  // The secret and the signatures are those of the tests of an open chat gateway.
  test.each([
    ['hello world', 'f39034b29165ec6a5104d9aef27266484ab26c8caa7bca8bcb2dd02e8be61b17'],
    ['hello world2', '60905fdf409d0b4f721e99f6f25b31567a68a6b45e933d814e17a246be4c5a53'],
  ])('accepts the published signature of %s', (body, hex) => {
    const request = requestOf(body, { 'x-hub-signature-256': `sha256=${hex}` });
    expect(verifyMeta(request, { ...account, secret: 'sesame' })).toEqual({ ok: true });
  });

  test('refuses a body whose escapes were written anew, since only the bytes as received are signed', () => {
    const { headers } = signMeta(Buffer.from('{"a":"\\u00e4"}'), account, hooks);
    expect(verifyMeta(requestOf('{"a":"\\u00e4"}', headers), account)).toEqual({ ok: true });
    expect(verifyMeta(requestOf('{"a":"ä"}', headers), account)).toMatchObject({ ok: false });
  });

  test('refuses a missing signature, and the older SHA-1 one', () => {
    expect(verifyMeta(requestOf('{}'), account)).toMatchObject({ ok: false });
    expect(verifyMeta(requestOf('{}', { 'x-hub-signature': 'sha1=00' }), account)).toMatchObject({
      ok: false,
    });
  });
});

describe('metaHandshake', () => {
  const asked = (query: string) =>
    metaHandshake({ method: 'GET', url: `${hooks}?${query}`, headers: {}, body: Buffer.alloc(0) }, account);

  test('gives the challenge back where the verify token is right', () => {
    expect(asked('hub.mode=subscribe&hub.verify_token=open-sesame&hub.challenge=1158201444')).toEqual({
      status: 200,
      contentType: 'text/plain',
      body: '1158201444',
    });
  });

  test.each([
    ['a wrong token', 'hub.mode=subscribe&hub.verify_token=wrong&hub.challenge=77', 403],
    ['no token', 'hub.mode=subscribe&hub.challenge=77', 403],
    ['another mode', 'hub.mode=unsubscribe&hub.verify_token=open-sesame&hub.challenge=77', 400],
    ['no challenge', 'hub.mode=subscribe&hub.verify_token=open-sesame', 400],
  ])('refuses %s', (_, query, status) => {
    const answer = asked(query);
    expect(answer.status).toBe(status);
    expect(answer.body).not.toContain('77');
  });

  test('refuses every token where the account has none', () => {
    const request = { method: 'GET', url: `${hooks}?hub.mode=subscribe&hub.challenge=1`, headers: {} };
    const { verifyToken: _, ...without } = account;
    expect(metaHandshake({ ...request, body: Buffer.alloc(0) }, without).status).toBe(403);
  });
});
