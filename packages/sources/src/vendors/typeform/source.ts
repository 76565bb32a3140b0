import type { HttpSource } from '../../source.js';
import { normaliseTypeform } from './normalise.js';
import { signTypeform, verifyTypeform } from './signature.js';

/**
 * Typeform webhooks. The account's secret is the webhook's; its `properties` list what the hidden field `property`
 * or `hotel` holds, or form ids.
 */
export const typeform: HttpSource = {
  vendor: 'typeform',
  kind: 'survey',
  transport: 'http',
  verify: verifyTypeform,
  normalise: normaliseTypeform,
  acknowledgement: { status: 200, contentType: 'application/json', body: '{}' },
  sign: signTypeform,
};
