import type { HttpSource } from '../../source.js';
import { verifyToken, withToken } from '../../token.js';
import { normaliseTripadvisor } from './normalise.js';

/** Tripadvisor's Content API pushes nothing: a poller posts what it found. The account's `properties` list location ids. */
export const tripadvisor: HttpSource = {
  vendor: 'tripadvisor',
  kind: 'social',
  transport: 'http',
  verify: (request, account) => verifyToken(request, account.secret),
  normalise: normaliseTripadvisor,
  acknowledgement: { status: 200, contentType: 'application/json', body: '{}' },
  sign: (body, account, url) => ({
    url: withToken(url, account.secret),
    headers: { 'content-type': 'application/json' },
    body,
  }),
};
