import { attributeOf, elementAt, elementsAt, parseXml, type XmlElement } from './xml.js';

/** An OTA message, bare or in Expedia's SOAP envelope. */
export interface OtaMessage {
  /** Such as OTA_HotelResNotifRQ. */
  name: string;
  message: XmlElement;
  /** Expedia's Interface header. */
  payloadInfo: XmlElement | undefined;
  isSoap: boolean;
}

export type ReadMessage = { ok: true; value: OtaMessage } | { ok: false; detail: string };

export function readMessage(body: Buffer): ReadMessage {
  const document = parseXml(body);
  if (!document.ok) return document;
  const { name, root } = document;
  if (name !== 'Envelope') {
    return { ok: true, value: { name, message: root, payloadInfo: undefined, isSoap: false } };
  }
  const [inner] = Object.entries(elementAt(root, 'Body')?.children ?? {});
  if (!inner) return { ok: false, detail: 'the SOAP envelope has an empty Body' };
  const payloadInfo = elementAt(root, 'Header', 'Interface', 'PayloadInfo');
  return { ok: true, value: { name: inner[0], message: inner[1][0]!, payloadInfo, isSoap: true } };
}

/** The password that Expedia sends in its header; undefined where there is none. */
export const passwordOf = ({ payloadInfo }: OtaMessage): string | undefined =>
  attributeOf(elementAt(payloadInfo, 'CommDescriptor', 'Authentication'), 'Password');

/** What identifies the message, the same in every retry of it; undefined where its sender gives it none. */
export const tokenOf = ({ message, payloadInfo }: OtaMessage): string | undefined =>
  attributeOf(message, 'EchoToken') ?? attributeOf(payloadInfo, 'RequestId');

/** The hotel in Expedia's header. */
export const supplierHotelOf = ({ payloadInfo }: OtaMessage): string | undefined =>
  attributeOf(elementAt(payloadInfo, 'PayloadDescriptor', 'PayloadReference'), 'SupplierHotelCode');

/** The reservations in a message that makes or changes them; a cancellation is its own. */
export function reservationsIn({ name, message }: OtaMessage): XmlElement[] | undefined {
  switch (name) {
    case 'OTA_HotelResNotifRQ':
      return elementsAt(message, 'HotelReservations', 'HotelReservation');
    case 'OTA_HotelResModifyNotifRQ':
    case 'OTA_HotelResModifyRQ':
      return elementsAt(message, 'HotelResModifies', 'HotelResModify');
    case 'OTA_CancelRQ':
      return [message];
    default:
      return undefined;
  }
}
