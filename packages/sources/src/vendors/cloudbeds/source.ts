import type { HttpSource } from '../../source.js';
import { verifyToken, withToken } from '../../token.js';
import { normaliseCloudbeds } from './normalise.js';

/** Cloudbeds webhooks: one JSON event per POST. Cloudbeds signs nothing, so the address carries a token. */
export const cloudbeds: HttpSource = {
  vendor: 'cloudbeds',
  kind: 'booking',
  transport: 'http',
  verify: (request, account) => verifyToken(request, account.secret),
  normalise: normaliseCloudbeds,
  acknowledgement: { status: 200, contentType: 'application/json', body: '{}' },
  sign: (body, account, url) => ({
    url: withToken(url, account.secret),
    headers: { 'content-type': 'application/json' },
    body,
  }),
};
