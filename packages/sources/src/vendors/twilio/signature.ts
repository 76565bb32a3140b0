import { createHash, createHmac } from 'node:crypto';
import type { VendorAccount } from '@bellhop/contracts';
import type { InboundRequest, SignedRequest, Verification } from '../../source.js';
import { sameSecret } from '../../token.js';

const HEADER = 'x-twilio-signature';
const BODY_HASH = 'bodySHA256';

/**
 * Base64 HMAC-SHA1 under the auth token, over the address as Twilio called it and each form parameter's decoded
 * name and value, sorted by name in byte order; the values of a repeated one are unique and sorted (Twilio,
 * "Validating requests").
 */
function signatureOf(url: string, form: URLSearchParams, authToken: string): string {
  const pairs = [...new Set(form.keys())]
    .sort(byBytes)
    .flatMap((name) => [...new Set(form.getAll(name))].sort(byBytes).map((value) => name + value));
  return createHmac('sha1', authToken)
    .update(url + pairs.join(''))
    .digest('base64');
}

const byBytes = (left: string, right: string) => Buffer.compare(Buffer.from(left), Buffer.from(right));

/** A form's parameters are signed one by one; another body is signed by its hash, which the address carries. */
export function verifyTwilio(request: InboundRequest, account: VendorAccount): Verification {
  const given = request.headers[HEADER];
  if (given === undefined) return { ok: false, detail: `the header ${HEADER} is missing` };
  const bodyHash = new URL(request.url).searchParams.get(BODY_HASH);
  if (bodyHash !== null && !sameSecret(bodyHash.toLowerCase(), hashOf(request.body))) {
    return { ok: false, detail: `${BODY_HASH} in the address is not the hash of the body` };
  }
  const signed = bodyHash === null ? formOf(request.body) : new URLSearchParams();
  return sameSecret(given, signatureOf(request.url, signed, account.secret))
    ? { ok: true }
    : {
        ok: false,
        detail: `the header ${HEADER} does not match the address ${new URL(request.url).origin}, the body and the account's secret`,
      };
}

export const signTwilio = (body: Buffer, account: VendorAccount, url: string): SignedRequest => ({
  url,
  headers: {
    'content-type': 'application/x-www-form-urlencoded',
    [HEADER]: signatureOf(url, formOf(body), account.secret),
  },
  body,
});

/** A form body; `+` is a space. */
export const formOf = (body: Buffer): URLSearchParams => new URLSearchParams(body.toString('utf8'));

const hashOf = (body: Buffer) => createHash('sha256').update(body).digest('hex');
