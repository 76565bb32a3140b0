import { type HotelGroup, hotelGroupSchema, type VendorAccount } from '@bellhop/contracts';
import type { Vendor } from '@bellhop/sources';

/** What the vendors call a property. */
interface VendorIds {
  cloudbeds: string;
  ota: string;
  ohip: string;
  whatsapp: string;
  twilio: string;
  facebook: string;
  tripadvisor: string;
  survey: string;
}

const PROPERTIES = [
  { propertyId: 'ani-plaza', name: 'Ani Plaza', timeZone: 'Asia/Yerevan', dayChangeHour: 4, country: 'AM' },
  {
    propertyId: 'wawel-court',
    name: 'Wawel Court',
    timeZone: 'Europe/Warsaw',
    dayChangeHour: 4,
    country: 'PL',
  },
  {
    propertyId: 'bund-terrace',
    name: 'Bund Terrace',
    timeZone: 'Asia/Shanghai',
    dayChangeHour: 4,
    country: 'CN',
  },
];

const VENDOR_IDS: Record<string, VendorIds> = {
  'ani-plaza': {
    cloudbeds: '410001',
    ota: '8800101',
    ohip: 'EVNAP',
    whatsapp: '100200300400101',
    twilio: '+37410500101',
    facebook: '200300400500101',
    tripadvisor: '9100101',
    survey: 'ani-plaza',
  },
  'wawel-court': {
    cloudbeds: '410002',
    ota: '8800102',
    ohip: 'KRKWC',
    whatsapp: '100200300400102',
    twilio: '+48125000102',
    facebook: '200300400500102',
    tripadvisor: '9100102',
    survey: 'wawel-court',
  },
  'bund-terrace': {
    cloudbeds: '410003',
    ota: '8800103',
    ohip: 'SHABT',
    whatsapp: '100200300400103',
    twilio: '+862150000103',
    facebook: '200300400500103',
    tripadvisor: '9100103',
    survey: 'bund-terrace',
  },
};

const FLOORS = [1, 2, 3];
const ROOMS_PER_FLOOR = 8;
const ACCOUNT = 'three-rivers';
/** Takes the payloads of any hotel, for trying a vendor's samples: all of them go to one property. */
const TRIAL_ACCOUNT = 'any-hotel';
const TRIAL_VENDORS: Vendor[] = [
  'cloudbeds',
  'ota',
  'ohip',
  'whatsapp',
  'twilio',
  'facebook',
  'tripadvisor',
  'typeform',
  'satismeter',
];

/**
 * A group of three hotels in three time zones, with one account for each vendor.
 * `random` gives that many random bytes (crypto.randomBytes does): the accounts' secrets are made from it.
 */
export function demoGroup({ random }: { random: (sizeBytes: number) => Buffer }): HotelGroup {
  const secret = () => random(24).toString('hex');
  const account = (vendor: Vendor, rest: Partial<VendorAccount> = {}) => ({
    vendor,
    account: ACCOUNT,
    secret: secret(),
    ...rest,
  });
  return hotelGroupSchema.parse({
    name: 'Three Rivers Hotels',
    properties: PROPERTIES,
    accounts: [
      account('cloudbeds', { properties: idsOf('cloudbeds') }),
      account('ota', { properties: idsOf('ota') }),
      account('ohip', { properties: idsOf('ohip') }),
      account('whatsapp', { properties: idsOf('whatsapp'), verifyToken: secret() }),
      account('twilio', { properties: idsOf('twilio') }),
      account('facebook', { properties: idsOf('facebook'), verifyToken: secret() }),
      account('tripadvisor', { properties: idsOf('tripadvisor') }),
      account('typeform', { properties: idsOf('survey') }),
      account('satismeter', { properties: idsOf('survey') }),
      account('ttlock', { rooms: roomsBy((property, room) => `${7_250_000 + property * 1000 + room}`) }),
      account('zigbee2mqtt', {
        rooms: roomsBy((property, room) => `${PROPERTIES[property]?.propertyId}/${room}/button`),
      }),
      account('shelly', { rooms: roomsBy(shellyName) }),
      ...TRIAL_VENDORS.map((vendor) =>
        account(vendor, { account: TRIAL_ACCOUNT, property: 'ani-plaza', verifyToken: secret() }),
      ),
    ],
  });
}

function idsOf(vendor: keyof VendorIds): Record<string, string> {
  return Object.fromEntries(Object.entries(VENDOR_IDS).map(([propertyId, ids]) => [ids[vendor], propertyId]));
}

function roomsBy(deviceOf: (propertyIndex: number, room: number) => string): VendorAccount['rooms'] {
  const entries = PROPERTIES.flatMap(({ propertyId }, propertyIndex) =>
    FLOORS.flatMap((floor) =>
      Array.from({ length: ROOMS_PER_FLOOR }, (_, index) => floor * 100 + index + 1).map(
        (room) => [deviceOf(propertyIndex, room), { propertyId, room: String(room) }] as const,
      ),
    ),
  );
  return Object.fromEntries(entries);
}

function shellyName(propertyIndex: number, room: number): string {
  const mac = (0xa80000000000 + propertyIndex * 0x1000 + room).toString(16);
  return `shellyplusi4-${mac}`;
}
