import type { HttpSource } from '../../source.js';
import { verifyToken, withToken } from '../../token.js';
import { normaliseSatismeter } from './normalise.js';

/**
 * SatisMeter webhooks. SatisMeter signs nothing, so the address carries a token. The account's `properties` list
 * what the trait `property` or `hotel` holds, campaign ids or project ids.
 */
export const satismeter: HttpSource = {
  vendor: 'satismeter',
  kind: 'survey',
  transport: 'http',
  verify: (request, account) => verifyToken(request, account.secret),
  normalise: normaliseSatismeter,
  acknowledgement: { status: 200, contentType: 'application/json', body: '{}' },
  sign: (body, account, url) => ({
    url: withToken(url, account.secret),
    headers: { 'content-type': 'application/json' },
    body,
  }),
};
