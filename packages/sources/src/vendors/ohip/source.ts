import type { HttpSource } from '../../source.js';
import { verifyToken, withToken } from '../../token.js';
import { normaliseOhip } from './normalise.js';

/**
 * OPERA Cloud business events (Oracle Hospitality Integration Platform). Oracle is polled or streamed from, so
 * whoever does that hands the events on as they came, with the token in the address.
 */
export const ohip: HttpSource = {
  vendor: 'ohip',
  kind: 'checkin',
  transport: 'http',
  verify: (request, account) => verifyToken(request, account.secret),
  normalise: normaliseOhip,
  acknowledgement: { status: 200, contentType: 'application/json', body: '{}' },
  sign: (body, account, url) => ({
    url: withToken(url, account.secret),
    headers: { 'content-type': 'application/json' },
    body,
  }),
};
