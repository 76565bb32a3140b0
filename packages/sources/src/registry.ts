import type { Source } from './source.js';
import { cloudbeds } from './vendors/cloudbeds/source.js';
import { facebook } from './vendors/facebook/source.js';
import { ohip } from './vendors/ohip/source.js';
import { ota } from './vendors/ota/source.js';
import { satismeter } from './vendors/satismeter/source.js';
import { shelly } from './vendors/shelly/source.js';
import { tripadvisor } from './vendors/tripadvisor/source.js';
import { ttlock } from './vendors/ttlock/source.js';
import { twilio } from './vendors/twilio/source.js';
import { typeform } from './vendors/typeform/source.js';
import { whatsapp } from './vendors/whatsapp/source.js';
import { zigbee2mqtt } from './vendors/zigbee2mqtt/source.js';

/** Every vendor that Bellhop understands. A new one is a folder under vendors/ and a line here. */
export const sources = {
  cloudbeds,
  facebook,
  ohip,
  ota,
  satismeter,
  shelly,
  tripadvisor,
  ttlock,
  twilio,
  typeform,
  whatsapp,
  zigbee2mqtt,
} as const satisfies Record<string, Source>;

export type Vendor = keyof typeof sources;

export const isVendor = (name: string): name is Vendor => Object.hasOwn(sources, name);
