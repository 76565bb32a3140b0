import type { HttpSource } from '../../source.js';
import { metaHandshake, signMeta, verifyMeta } from '../meta/signature.js';
import { normaliseFacebook } from './normalise.js';

/** Facebook page webhooks (Meta Graph). The account's secret is the app secret; its `properties` list page ids. */
export const facebook: HttpSource = {
  vendor: 'facebook',
  kind: 'social',
  transport: 'http',
  verify: verifyMeta,
  handshake: metaHandshake,
  normalise: normaliseFacebook,
  acknowledgement: { status: 200, contentType: 'application/json', body: '{}' },
  sign: signMeta,
};
