import type { HttpSource } from '../../source.js';
import { withToken } from '../../token.js';
import { acknowledgeOta, plainAcknowledgement } from './acknowledge.js';
import { normaliseOta } from './normalise.js';
import { verifyOta } from './verify.js';

/** Reservations as OpenTravel (OTA 2003/05) XML: Expedia's booking notification, Booking.com, SiteMinder and their kin. */
export const ota: HttpSource = {
  vendor: 'ota',
  kind: 'booking',
  transport: 'http',
  verify: verifyOta,
  normalise: normaliseOta,
  acknowledgement: plainAcknowledgement,
  acknowledge: acknowledgeOta,
  sign: (body, account, url) => ({
    url: withToken(url, account.secret),
    headers: { 'content-type': 'text/xml; charset=utf-8' },
    body,
  }),
};
