import type { HttpSource } from '../../source.js';
import { metaHandshake, signMeta, verifyMeta } from '../meta/signature.js';
import { normaliseWhatsapp } from './normalise.js';

/** WhatsApp Cloud API webhooks (Meta Graph). The account's secret is the app secret; its `properties` list phone number ids. */
export const whatsapp: HttpSource = {
  vendor: 'whatsapp',
  kind: 'chat',
  transport: 'http',
  verify: verifyMeta,
  handshake: metaHandshake,
  normalise: normaliseWhatsapp,
  acknowledgement: { status: 200, contentType: 'application/json', body: '{}' },
  sign: signMeta,
};
