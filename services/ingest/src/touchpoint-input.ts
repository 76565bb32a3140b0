import {
  ACTOR_VALUES,
  CHANNEL_VALUES,
  type HotelGroup,
  IDENTIFIER_KIND_VALUES,
  type Identifier,
  RATING_METRIC_VALUES,
  RESERVATION_STATUS_VALUES,
  SOURCE_VALUES,
  TOUCHPOINT_TYPE_VALUES,
  type Touchpoint,
  touchpointIdOf,
} from '@bellhop/contracts';
import { emailIdentifier, phoneIdentifier } from '@bellhop/sources';
import { z } from 'zod';

const identifier = z.strictObject({
  kind: z.enum(IDENTIFIER_KIND_VALUES),
  value: z.string().min(1).max(320),
  scope: z
    .string()
    .max(200)
    .default('')
    .describe(
      'Where the value is unique: empty for e-mail and phone; a reservation is always taken in its property',
    ),
  verified: z
    .boolean()
    .default(false)
    .describe('Whether you vouch for it. Only verified identifiers join guests'),
});

const date = z.iso.date().describe("YYYY-MM-DD, the property's own calendar");

const rating = z
  .strictObject({
    metric: z.enum(RATING_METRIC_VALUES),
    value: z.number(),
    scaleMin: z.number(),
    scaleMax: z.number(),
    question: z.string().max(1000).nullish(),
  })
  .refine(({ value, scaleMin, scaleMax }) => scaleMin < scaleMax && scaleMin <= value && value <= scaleMax, {
    path: ['value'],
    message: 'must lie between scaleMin and scaleMax',
  });

/** What the contract for upstream systems has besides the event's id and time, which a CloudEvent carries itself. */
const body = {
  source: z.enum(SOURCE_VALUES),
  vendor: z.string().min(1).max(100).default('publisher').describe('Your system'),
  vendorAccount: z.string().min(1).max(200).default('default'),
  channel: z.enum(CHANNEL_VALUES),
  type: z.enum(TOUCHPOINT_TYPE_VALUES),
  actor: z.enum(ACTOR_VALUES),
  propertyId: z.string().min(1),
  identifiers: z.array(identifier).max(20).default([]),
  guestName: z.string().max(300).nullish(),
  guestLanguage: z.string().length(2).nullish(),
  reservation: z
    .strictObject({
      code: z.string().min(1).max(100),
      status: z.enum(RESERVATION_STATUS_VALUES).nullish(),
      arrivalDate: date.nullish(),
      departureDate: date.nullish(),
      room: z.string().min(1).max(50).nullish(),
    })
    .nullish(),
  room: z.string().min(1).max(50).nullish(),
  text: z.string().max(100_000).nullish(),
  textLanguage: z.string().length(2).nullish(),
  ratings: z.array(rating).max(50).default([]),
  conversationId: z.string().min(1).max(300).nullish(),
  attributes: z.record(z.string(), z.string().max(2000)).default({}),
};

/** A touchpoint as an upstream system publishes it. */
export const touchpointInput = z.strictObject({
  id: z.string().min(1).max(300).describe('Your id of the event. The same id again is the same event'),
  occurredAt: z.iso.datetime({ offset: true }).describe('When it happened, with its offset'),
  ...body,
});

export const touchpointBatch = z.array(touchpointInput).min(1).max(1000);

export const CLOUD_EVENT_TYPE = 'bellhop.touchpoint.v1';

/** A CloudEvent 1.0 whose data is a touchpoint without id and time. */
export const cloudEvent = z.looseObject({
  specversion: z.literal('1.0'),
  id: z.string().min(1).max(300),
  source: z.string().min(1).max(200),
  type: z.literal(CLOUD_EVENT_TYPE),
  time: z.iso.datetime({ offset: true }),
  datacontenttype: z.string().optional(),
  data: z.strictObject(body),
});

export const cloudEventBatch = z.array(cloudEvent).min(1).max(1000);

export type TouchpointInput = z.infer<typeof touchpointInput>;
export type CloudEvent = z.infer<typeof cloudEvent>;

/** A CloudEvent's source and id are what makes it unique, so they become the account and the event id. */
export function inputOfCloudEvent({ id, source, time, data }: CloudEvent): TouchpointInput {
  return { ...data, id, occurredAt: time, vendorAccount: source };
}

export function touchpointOf(input: TouchpointInput, group: HotelGroup, receivedAt: number): Touchpoint {
  const { id: vendorEventId, occurredAt, reservation, ratings, ...rest } = input;
  const country = group.properties.find(({ propertyId }) => propertyId === input.propertyId)?.country;
  return {
    ...rest,
    vendorEventId,
    touchpointId: touchpointIdOf({ ...input, vendorEventId }),
    occurredAt: Date.parse(occurredAt),
    clock: 'vendor',
    receivedAt,
    identifiers: input.identifiers.map((given) => normalised(given, input.propertyId, country)),
    guestName: input.guestName ?? null,
    guestLanguage: input.guestLanguage ?? null,
    reservation: reservation
      ? {
          code: reservation.code,
          status: reservation.status ?? null,
          arrivalDate: reservation.arrivalDate ?? null,
          departureDate: reservation.departureDate ?? null,
          room: reservation.room ?? null,
        }
      : null,
    room: input.room ?? null,
    text: input.text ?? null,
    textLanguage: input.textLanguage ?? null,
    ratings: ratings.map(({ question, ...answer }) => ({ ...answer, question: question ?? null })),
    conversationId: input.conversationId ?? null,
  };
}

/** E-mail and phone as every source writes them. One that can't be read stays as it was given: it still tells guests apart. */
function normalised(given: Identifier, propertyId: string, country: string | undefined): Identifier {
  if (given.kind === 'email') return emailIdentifier(given.value, given.verified) ?? given;
  if (given.kind === 'phone') return phoneIdentifier(given.value, given.verified, country) ?? given;
  return given.kind === 'reservation' ? { ...given, scope: propertyId } : given;
}
