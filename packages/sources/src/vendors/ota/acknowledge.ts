import type { HttpAnswer, InboundRequest } from '../../source.js';
import { type OtaMessage, readMessage } from './message.js';
import { attributeOf, elementAt } from './xml.js';

const OTA = 'http://www.opentravel.org/OTA/2003/05';
const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';
const EXPEDIA = 'http://www.newtrade.com/expedia/R14/header';

const answerOf = (xml: string): HttpAnswer => ({
  status: 200,
  contentType: 'text/xml; charset=utf-8',
  body: `<?xml version="1.0" encoding="UTF-8"?>${xml}`,
});

/** The answer to a message that could not be read. */
export const plainAcknowledgement = answerOf(
  `<OTA_HotelResNotifRS xmlns="${OTA}" Version="1.000"><Success/></OTA_HotelResNotifRS>`,
);

/**
 * The answer that matches a message: its name with RS, its token, in an envelope where it came in one. It holds no
 * confirmation number of the hotel, since only the PMS can give one.
 */
export function acknowledgeOta(request: InboundRequest): HttpAnswer {
  const read = readMessage(request.body);
  if (!read.ok || !read.value.name.endsWith('RQ')) return plainAcknowledgement;
  const response = responseTo(read.value);
  return answerOf(read.value.isSoap ? envelopeAround(response, read.value) : response);
}

const responseName = ({ name }: OtaMessage): string => name.replace(/RQ$/, 'RS');

function responseTo(message: OtaMessage): string {
  const name = responseName(message);
  const version = attributeOf(message.message, 'Version') ?? '1.000';
  const token = attribute('EchoToken', attributeOf(message.message, 'EchoToken'));
  const echo = elementAt(message.message, 'EchoData')?.text;
  const content = `<Success/>${echo ? `<EchoData>${escaped(echo)}</EchoData>` : ''}`;
  return `<${name} xmlns="${OTA}"${attribute('Version', version)}${token}>${content}</${name}>`;
}

function envelopeAround(response: string, message: OtaMessage): string {
  const info = message.payloadInfo;
  const answered = ['RequestId', 'RequestorId', 'ResponderId'].map((name) =>
    attribute(name, attributeOf(info, name)),
  );
  const descriptor = `<PayloadDescriptor Name="${responseName(message)}"/>`;
  const header = info
    ? `<soap:Header><Interface xmlns="${EXPEDIA}"><PayloadInfo${answered.join('')}>${descriptor}</PayloadInfo></Interface></soap:Header>`
    : '';
  return `<soap:Envelope xmlns:soap="${SOAP}">${header}<soap:Body>${response}</soap:Body></soap:Envelope>`;
}

const attribute = (name: string, value: string | undefined): string =>
  value === undefined ? '' : ` ${name}="${escaped(value)}"`;

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
