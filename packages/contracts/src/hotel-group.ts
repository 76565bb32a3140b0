import { z } from 'zod';

const identifier = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'lower-case letters, digits and hyphens');

const property = z.strictObject({
  propertyId: identifier,
  name: z.string().min(1),
  /** IANA name, such as Asia/Yerevan. */
  timeZone: z.string().refine((zone) => isTimeZone(zone), 'not an IANA time zone'),
  /** The hour at which the business day changes, local time. */
  dayChangeHour: z.number().int().min(0).max(12).default(4),
  /** ISO 3166-1 alpha-2: how a phone number without a country code is read. */
  country: z.string().length(2),
});

const account = z.strictObject({
  vendor: z.string().min(1),
  /** Our name for the account: the last part of the address that the vendor posts to. */
  account: identifier,
  /** The signing secret, or the token for vendors that sign nothing. */
  secret: z.string().min(8),
  /** What Meta sends back in its GET verification. */
  verifyToken: z.string().min(8).optional(),
  /** The property of payloads that name no hotel, or one that `properties` does not list. */
  property: identifier.optional(),
  /** MQTT sources: the topic that the vendor's own topics begin with; the vendor's default where it is not given. */
  baseTopic: z.string().min(1).optional(),
  /** The vendor's hotel id (or page, or phone number id) to propertyId. */
  properties: z.record(z.string(), identifier).default({}),
  /** The vendor's device or lock id to propertyId and room number. */
  rooms: z
    .record(z.string(), z.strictObject({ propertyId: identifier, room: z.string().min(1) }))
    .default({}),
});

/** The hotel group: its properties, and its accounts with vendors. One JSON file, read by ingest, recorder and the command line. */
export const hotelGroupSchema = z
  .strictObject({
    name: z.string().min(1),
    properties: z.array(property).min(1),
    accounts: z.array(account).default([]),
  })
  .superRefine((group, context) => {
    const known = new Set(group.properties.map(({ propertyId }) => propertyId));
    group.accounts.forEach((entry, index) => {
      const named = [
        entry.property,
        ...Object.values(entry.properties),
        ...Object.values(entry.rooms).map((room) => room.propertyId),
      ];
      for (const propertyId of named) {
        if (propertyId !== undefined && !known.has(propertyId)) {
          context.addIssue({
            code: 'custom',
            path: ['accounts', index],
            message: `names the property ${propertyId}, which is not listed`,
          });
        }
      }
    });
  });

export type HotelGroup = z.infer<typeof hotelGroupSchema>;
export type Property = HotelGroup['properties'][number];
export type VendorAccount = HotelGroup['accounts'][number];

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
