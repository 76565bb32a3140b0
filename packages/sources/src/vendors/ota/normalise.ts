import type { Property, ReservationStatus, TouchpointType } from '@bellhop/contracts';
import { withoutCardNumbers } from '../../card-numbers.js';
import { digestOf } from '../../digest.js';
import { factsOf } from '../../facts.js';
import { emailIdentifier, known, phoneIdentifier, reservationIdentifier } from '../../identifiers.js';
import { languageOf } from '../../language.js';
import { instantOf } from '../../local-time.js';
import { readShape } from '../../payload.js';
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
import { guestOf } from './guest.js';
import { type OtaMessage, readMessage, reservationsIn, supplierHotelOf, tokenOf } from './message.js';
import { type OtaReservation, otaReservation, reservationFields } from './payload-schema.js';
import { type OtaStay, stayOf } from './stay.js';
import { wordsOf } from './words.js';
import { attributeOf, elementAt, elementsAt, type XmlElement } from './xml.js';

/** The reservations in an OTA XML message. Nothing of a payment (guarantee, card) is read. */
export function normaliseOta(request: InboundRequest, context: SourceContext): Outcome[] {
  const read = readMessage(request.body);
  if (!read.ok) return [quarantined('malformed-payload', read.detail)];
  const message = read.value;
  // A ping holds a hotel and a guest that do not exist.
  if (message.name === 'OTA_PingRQ') return [ignored('connection-test', 'a ping')];
  if (attributeOf(message.message, 'Target') === 'Test') {
    return [ignored('connection-test', `${message.name} for the target Test`)];
  }
  const reservations = reservationsIn(message);
  if (!reservations) {
    return [quarantined('unsupported-event', `the message is ${message.name}, which Bellhop does not know`)];
  }
  if (reservations.length === 0) return [ignored('connection-test', `${message.name} without a reservation`)];
  return reservations.map((reservation) => reservationOutcome(reservation, message, context));
}

function reservationOutcome(reservation: XmlElement, message: OtaMessage, context: SourceContext): Outcome {
  const fields = reservationFields(reservation, message.message, supplierHotelOf(message));
  const read = readShape(fields, otaReservation, message.name);
  if (!read.ok) return read.outcome;
  const property = propertyOf(context, read.value.HotelCode);
  if (!property)
    return unknownProperty(context, read.value.HotelCode ?? '(none: BasicPropertyInfo HotelCode)');
  return reservationTouchpoint(reservation, read.value, message, property, context);
}

function reservationTouchpoint(
  reservation: XmlElement,
  stated: OtaReservation,
  message: OtaMessage,
  property: Property,
  context: SourceContext,
): Outcome {
  const { propertyId, country } = property;
  const { type, status } = meaningOf(message.name, stated.ResStatus);
  const guest = guestOf(reservation);
  const stay = stayOf(reservation);
  const words = wordsOf(reservation);
  const code = stated.UniqueID;
  // A retry has another time, and some senders give every message the same token: both together tell changes apart.
  const version = digestOf(tokenOf(message) ?? '', stated, guest, stay, words, changedAt(reservation) ?? '');
  return touchpointOutcome(context, {
    source: 'booking',
    channel: 'ota',
    type,
    actor: 'guest',
    propertyId,
    vendorEventId: [type, propertyId, code, version].join(':'),
    occurredAt: timeOf(reservation, message, type, property),
    identifiers: known(
      reservationIdentifier(propertyId, code, true),
      stated.confirmation ? reservationIdentifier(propertyId, stated.confirmation, true) : undefined,
      ...guest.emails.map((email) => emailIdentifier(email, true)),
      ...guest.phones.map((phone) => phoneIdentifier(phone, true, country)),
    ),
    guestName: guest.name,
    reservation: {
      code,
      status,
      arrivalDate: stay.arrivalDate,
      departureDate: stay.departureDate,
      room: null,
    },
    text: words.text,
    textLanguage: words.text ? languageOf(words.language?.toLowerCase()) : null,
    attributes: attributesOf(reservation, message, stated, stay, words.choices),
  });
}

interface Meaning {
  type: TouchpointType;
  status: ReservationStatus;
}

/** Vendors name the status of a reservation differently (Commit, Book, Modify, Cancel), or leave it to the message. */
function meaningOf(name: string, resStatus: string | undefined): Meaning {
  if (name === 'OTA_CancelRQ' || /^cancel/i.test(resStatus ?? '')) {
    return { type: 'reservation_cancelled', status: 'cancelled' };
  }
  if (/^no[-_ ]?show/i.test(resStatus ?? '')) return { type: 'no_show', status: 'no_show' };
  const isChange = name !== 'OTA_HotelResNotifRQ' || /^modif/i.test(resStatus ?? '');
  return { type: isChange ? 'reservation_changed' : 'reservation_made', status: 'booked' };
}

const changedAt = (reservation: XmlElement): string | undefined =>
  attributeOf(reservation, 'LastModifyDateTime');

/** A booking happened when it was created; a change when it was last modified, else when it was sent. */
function timeOf(
  reservation: XmlElement,
  { message }: OtaMessage,
  type: TouchpointType,
  { timeZone }: Property,
) {
  const ids = elementsAt(reservation, 'ResGlobalInfo', 'HotelReservationIDs', 'HotelReservationID');
  const made = [
    attributeOf(reservation, 'CreateDateTime'),
    ...ids.map((id) => attributeOf(id, 'ResID_Date')),
  ];
  const candidates = [
    ...(type === 'reservation_made' ? made : [changedAt(reservation)]),
    attributeOf(message, 'TimeStamp'),
  ];
  const times = candidates.map((text) => (text === undefined ? undefined : instantOf(text, timeZone)));
  return times.find((time) => time !== undefined);
}

function attributesOf(
  reservation: XmlElement,
  { name, message }: OtaMessage,
  { ResStatus, confirmation }: OtaReservation,
  { adults, children, rooms, roomTypes }: OtaStay,
  choices: string[],
): Record<string, string> {
  const from = elementAt(reservation, 'POS', 'Source') ?? elementAt(message, 'POS', 'Source');
  const company = elementAt(from, 'BookingChannel', 'CompanyName')?.text;
  return factsOf({
    event: name,
    status: ResStatus,
    bookedAt: company || attributeOf(elementAt(from, 'RequestorID'), 'ID'),
    confirmation,
    adults: adults || undefined,
    children: children || undefined,
    rooms: rooms > 1 ? rooms : undefined,
    roomType: roomTypes.join(', '),
    choices: withoutCardNumbers(choices.join('; ')),
  });
}
