import { createHmac } from 'node:crypto';
import type { VendorAccount } from '@bellhop/contracts';
import type { HttpAnswer, InboundRequest, SignedRequest, Verification } from '../../source.js';
import { sameSecret } from '../../token.js';

const HEADER = 'x-hub-signature-256';

/** `sha256=` and the lower-case hex HMAC-SHA256 of the raw body under the app secret (Meta Graph webhooks). */
const signatureOf = (body: Buffer, secret: string) =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

export function verifyMeta(request: InboundRequest, account: VendorAccount): Verification {
  const given = request.headers[HEADER];
  if (given === undefined) return { ok: false, detail: `the header ${HEADER} is missing` };
  return sameSecret(given, signatureOf(request.body, account.secret))
    ? { ok: true }
    : { ok: false, detail: `the header ${HEADER} does not match the body and the account's secret` };
}

export const signMeta = (body: Buffer, account: VendorAccount, url: string): SignedRequest => ({
  url,
  headers: { 'content-type': 'application/json', [HEADER]: signatureOf(body, account.secret) },
  body,
});

/** Answers Meta's GET verification: the challenge, where the verify token is the account's. */
export function metaHandshake(request: InboundRequest, account: VendorAccount): HttpAnswer {
  const asked = new URL(request.url).searchParams;
  const challenge = asked.get('hub.challenge');
  if (asked.get('hub.mode') !== 'subscribe' || challenge === null) {
    return plain(400, 'hub.mode=subscribe and hub.challenge are needed');
  }
  if (account.verifyToken === undefined) {
    return plain(403, `the account ${account.account} has no verifyToken`);
  }
  return sameSecret(asked.get('hub.verify_token') ?? '', account.verifyToken)
    ? plain(200, challenge)
    : plain(403, 'hub.verify_token is not the verifyToken of the account');
}

const plain = (status: number, body: string): HttpAnswer => ({ status, contentType: 'text/plain', body });
