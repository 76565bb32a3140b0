import { createHmac } from 'node:crypto';
import type { VendorAccount } from '@bellhop/contracts';
import type { InboundRequest, SignedRequest, Verification } from '../../source.js';
import { sameSecret } from '../../token.js';

const HEADER = 'typeform-signature';

/** `sha256=` and the standard base64 HMAC-SHA256 of the raw body (Typeform, "Secure your webhooks"). */
const signatureOf = (body: Buffer, secret: string) =>
  `sha256=${createHmac('sha256', secret).update(body).digest('base64')}`;

export function verifyTypeform(request: InboundRequest, account: VendorAccount): Verification {
  const given = request.headers[HEADER];
  if (given === undefined) {
    return { ok: false, detail: `the header ${HEADER} is missing: the webhook needs a secret in Typeform` };
  }
  return sameSecret(given, signatureOf(request.body, account.secret))
    ? { ok: true }
    : { ok: false, detail: `the header ${HEADER} does not match the body and the account's secret` };
}

export const signTypeform = (body: Buffer, account: VendorAccount, url: string): SignedRequest => ({
  url,
  headers: { 'content-type': 'application/json', [HEADER]: signatureOf(body, account.secret) },
  body,
});
