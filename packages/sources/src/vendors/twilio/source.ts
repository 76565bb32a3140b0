import type { HttpSource } from '../../source.js';
import { normaliseTwilio } from './normalise.js';
import { signTwilio, verifyTwilio } from './signature.js';

/**
 * Twilio Programmable Messaging: SMS, and WhatsApp through Twilio. The account's secret is the auth token; its
 * `properties` list the numbers that guests write to, messaging services or Twilio accounts.
 */
export const twilio: HttpSource = {
  vendor: 'twilio',
  kind: 'chat',
  transport: 'http',
  verify: verifyTwilio,
  normalise: normaliseTwilio,
  acknowledgement: { status: 200, contentType: 'text/xml', body: '<Response/>' },
  sign: signTwilio,
};
