import type { HttpSource } from '../../source.js';
import { verifyToken, withToken } from '../../token.js';
import { normaliseTtlock } from './normalise.js';

/** TTLock (Sciener) lock record callbacks: a form with JSON in it. TTLock signs nothing, so the address carries a token. */
export const ttlock: HttpSource = {
  vendor: 'ttlock',
  kind: 'room',
  transport: 'http',
  verify: (request, account) => verifyToken(request, account.secret),
  normalise: normaliseTtlock,
  acknowledgement: { status: 200, contentType: 'text/plain', body: 'success' },
  sign: (body, account, url) => ({
    url: withToken(url, account.secret),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: formOf(body),
  }),
};

/** The form itself, or one around a bare JSON array of records. */
function formOf(body: Buffer): Buffer {
  const text = body.toString('utf8').trim();
  return text.startsWith('[')
    ? Buffer.from(new URLSearchParams({ notifyType: '1', records: text }).toString())
    : body;
}
