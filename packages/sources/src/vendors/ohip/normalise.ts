import type { Identifier, Property } from '@bellhop/contracts';
import { factsOf } from '../../facts.js';
import { emailIdentifier, known, phoneIdentifier, reservationIdentifier } from '../../identifiers.js';
import { dateOf, instantOf } from '../../local-time.js';
import { type Read, readJson } from '../../payload.js';
import {
  type InboundRequest,
  ignored,
  type Outcome,
  propertyOf,
  quarantined,
  type SourceContext,
  unknownProperty,
} from '../../source.js';
import { touchpointOutcome } from '../../touchpoint.js';
import { type Meaning, profileMeaning, reservationMeaning, subjectOf } from './meaning.js';
import { elementOf, type OperaEvent, previousOf, readPolled, readStreamed } from './opera-event.js';
import { type OhipEnvelope, ohipEnvelope } from './payload-schema.js';

/** What OPERA Cloud says through OHIP: the answer to a poll with many business events, one of them, or a streamed one. */
export function normaliseOhip(request: InboundRequest, context: SourceContext): Outcome[] {
  const read = readJson(request.body, ohipEnvelope);
  return read.ok ? envelopeOutcomes(read.value, context) : [read.outcome];
}

function envelopeOutcomes(envelope: OhipEnvelope, context: SourceContext): Outcome[] {
  if (envelope.businessEventData) {
    const events = envelope.businessEventData;
    if (events.length === 0) return [ignored('property-system', 'the poll found no business events')];
    return events.map((event, index) => outcomeOf(readPolled(event, `businessEventData.${index}`), context));
  }
  if (envelope.businessEvent) return [outcomeOf(readPolled(envelope), context)];
  if (envelope.header) return [outcomeOf(readPolled({ businessEvent: envelope }), context)];
  const streamed = streamedIn(envelope);
  if (streamed) return [outcomeOf(readStreamed(streamed), context)];
  if (envelope.type && /^(connection_ack|ping|pong|complete)$/.test(envelope.type)) {
    return [ignored('connection-test', `${envelope.type}: a frame of the stream without an event`)];
  }
  return [notAnEvent(envelope)];
}

function notAnEvent(envelope: OhipEnvelope): Outcome {
  const fields = Object.keys(envelope).slice(0, 5).join(', ') || 'nothing';
  const detail = /\b(reservations?|profiles?)\b/.test(fields)
    ? 'a request to OPERA or what it answered, not an event; hand on the business events instead'
    : 'not a business event (businessEventData, businessEvent or a streamed one)';
  return quarantined('unsupported-event', `the payload holds ${fields}: ${detail}`);
}

/** A streamed event, bare or in the GraphQL frame that carried it. */
const streamedIn = (envelope: OhipEnvelope): unknown =>
  envelope.metadata ? envelope : (envelope.data?.newEvent ?? envelope.payload?.data?.newEvent);

function outcomeOf(read: Read<OperaEvent>, context: SourceContext): Outcome {
  if (!read.ok) return read.outcome;
  const event = read.value;
  const subject = subjectOf(event);
  if (subject === 'property') {
    return ignored('property-system', `${event.module} ${event.action} is not about a guest`);
  }
  if (subject === 'unknown') {
    const detail = `${event.action} of the module ${event.module || '(none)'} is an event that Bellhop does not know`;
    return quarantined('unsupported-event', detail);
  }
  const property = propertyOf(context, event.hotelId);
  if (!property) return unknownProperty(context, event.hotelId);
  if (subject === 'reservation') return reservationOutcome(event, property, context);
  return profileOutcome(event, property, context);
}

function reservationOutcome(event: OperaEvent, property: Property, context: SourceContext): Outcome {
  const { propertyId } = property;
  const { vendor, account } = context.account;
  const meaning = reservationMeaning(event);
  const code = reservationCode(event);
  const profile = elementOf(event, 'GUEST NAME ID');
  return eventTouchpoint(event, meaning, property, context, {
    identifiers: known(
      profile ? profileIdentifier(profile, context) : undefined,
      code ? reservationIdentifier(propertyId, code, true) : undefined,
      ...contactsIn(event, property),
      // An event may leave out the confirmation number: then OPERA's own id ties it to the earlier ones.
      { kind: 'other', value: event.primaryKey, scope: `${vendor}:${account}:reservation`, verified: true },
    ),
    reservation: code
      ? {
          code,
          status: meaning.status,
          arrivalDate: dateOf(elementOf(event, 'ARRIVAL DATE')),
          departureDate: dateOf(elementOf(event, 'DEPARTURE DATE')),
          room: elementOf(event, 'ROOM') ?? null,
        }
      : null,
  });
}

/** Profiles of companies and travel agents travel in the same module. */
const ORGANISATION = /^(C|T|S|G|COMPANY|TRAVEL ?AGENT|AGENT|SOURCE|GROUP)$/i;

function profileOutcome(event: OperaEvent, property: Property, context: SourceContext): Outcome {
  const kind = elementOf(event, 'PROFILE TYPE') ?? elementOf(event, 'NAME TYPE');
  if (kind && ORGANISATION.test(kind)) {
    return ignored('property-system', `${event.action}: a profile of the type ${kind} is no guest`);
  }
  return eventTouchpoint(event, profileMeaning(event), property, context, {
    identifiers: known(profileIdentifier(event.primaryKey, context), ...contactsIn(event, property)),
    reservation: null,
  });
}

function eventTouchpoint(
  event: OperaEvent,
  { type }: Meaning,
  property: Property,
  context: SourceContext,
  about: Pick<Parameters<typeof touchpointOutcome>[1], 'identifiers' | 'reservation'>,
): Outcome {
  const names = [elementOf(event, 'FIRST NAME'), elementOf(event, 'NAME')].filter(Boolean);
  return touchpointOutcome(context, {
    source: 'checkin',
    channel: 'pms',
    type,
    actor: 'system',
    propertyId: property.propertyId,
    vendorEventId: event.id,
    occurredAt: event.time === undefined ? undefined : instantOf(event.time, property.timeZone),
    guestName: names.length > 0 ? names.join(' ') : null,
    ...about,
    attributes: factsOf({
      event: event.action,
      reservationStatus: elementOf(event, 'RESERVATION STATUS'),
      previousStatus: previousOf(event, 'RESERVATION STATUS'),
      previousRoom: previousOf(event, 'ROOM'),
      roomType: elementOf(event, 'ROOM TYPE'),
      adults: elementOf(event, 'ADULTS'),
      rateCode: elementOf(event, 'RATE CODE'),
    }),
  });
}

const profileIdentifier = (value: string, { account }: SourceContext): Identifier => ({
  kind: 'pms_profile',
  value,
  scope: `${account.vendor}:${account.account}`,
  verified: true,
});

const contactsIn = (event: OperaEvent, { country }: Property): (Identifier | undefined)[] => [
  emailIdentifier(elementOf(event, 'EMAIL'), true),
  phoneIdentifier(elementOf(event, 'PHONE NUMBER'), true, country),
];

/** The confirmation number. Later legs of one confirmation are stays of their own, with their own dates and room. */
function reservationCode(event: OperaEvent): string | undefined {
  const confirmation = elementOf(event, 'CONFIRMATION NO');
  const leg = elementOf(event, 'CONFIRMATION LEG NO');
  return confirmation && leg && leg !== '1' ? `${confirmation}-${leg}` : confirmation;
}
