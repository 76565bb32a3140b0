import type { Channel } from '@bellhop/contracts';
import { factsOf } from '../../facts.js';
import { known, phoneIdentifier } from '../../identifiers.js';
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
import { whatsappIdentifier } from '../meta/whatsapp-user.js';
import { type TwilioForm, twilioForm } from './payload-schema.js';
import { formOf } from './signature.js';

/** The carrier refused because the guest had opted out. */
const OPTED_OUT = '21610';

/** The words that Twilio itself takes as an opt-out. */
const OPT_OUT_WORDS = /^(STOP|STOPALL|UNSUBSCRIBE|CANCEL|END|QUIT)$/i;

/** What a POST of Twilio's Programmable Messaging means: an incoming message, or what became of an outgoing one. */
export function normaliseTwilio(request: InboundRequest, context: SourceContext): Outcome[] {
  if (/^\s*[[{]/.test(request.body.subarray(0, 16).toString('latin1'))) {
    return [quarantined('malformed-payload', 'JSON, not the form that Twilio posts for messages')];
  }
  // Of a parameter that comes twice the first counts, as with Twilio's own libraries.
  const parameters = Object.fromEntries([...formOf(request.body)].reverse());
  const read = readShape(parameters, twilioForm);
  if (!read.ok) return [read.outcome];
  const status = statusOf(read.value);
  return [status === undefined ? messageOutcome(read.value, context) : statusOutcome(read.value, status)];
}

/** What became of an outgoing message; undefined for an incoming one. */
function statusOf({ MessageStatus, SmsStatus }: TwilioForm): string | undefined {
  return [MessageStatus, SmsStatus].find((status) => status && !/^receiv(ed|ing)$/.test(status));
}

function statusOutcome({ sid, ErrorCode }: TwilioForm, status: string): Outcome {
  const reason = ErrorCode === OPTED_OUT ? 'the guest has opted out' : undefined;
  const error = ErrorCode ? [`error ${ErrorCode}`, reason].filter(Boolean).join(': ') : undefined;
  return ignored('delivery-status', [`${sid} ${status}`, error].filter(Boolean).join(', '));
}

function messageOutcome(form: TwilioForm, context: SourceContext): Outcome {
  const from = addressOf(form.From);
  const to = addressOf(form.To);
  if (!from.value)
    return quarantined('unexpected-shape', 'From: missing, so nobody is known to have written');
  const property = propertyOf(context, lineOf(form, to.value, context));
  if (!property) return unknownProperty(context, form.To || form.AccountSid || '(To is missing)');
  return touchpointOutcome(context, {
    source: 'chat',
    channel: from.channel,
    type: 'message_received',
    actor: 'guest',
    propertyId: property.propertyId,
    vendorEventId: form.sid,
    identifiers: identifiersOf(form, from),
    guestName: form.ProfileName?.trim() || null,
    text: wordsOf(form),
    conversationId: `${from.channel}:${to.value || form.MessagingServiceSid || ''}:${from.value}`,
    attributes: attributesOf(form),
  });
}

interface Address {
  channel: Channel;
  /** Without the channel's prefix. */
  value: string;
}

const CHANNELS = new Map<string, Channel>([
  ['whatsapp', 'whatsapp'],
  ['messenger', 'facebook'],
]);

/** `whatsapp:+1…` is an address on WhatsApp, one without a prefix is a phone. */
function addressOf(text = ''): Address {
  const [, prefix, value = ''] = /^(?:([a-z]+):)?(.*)$/is.exec(text.trim()) ?? [];
  if (prefix === undefined) return { channel: 'sms', value };
  return { channel: CHANNELS.get(prefix.toLowerCase()) ?? 'other', value };
}

/** The most telling of what the account may list as a hotel's: the number, with or without prefix, the service, Twilio's account. */
function lineOf(form: TwilioForm, number: string, { account }: SourceContext): string | undefined {
  return [form.To, number, form.MessagingServiceSid, form.AccountSid].find(
    (candidate) => candidate !== undefined && Object.hasOwn(account.properties, candidate),
  );
}

function identifiersOf({ ExternalUserId }: TwilioForm, from: Address) {
  return from.channel === 'whatsapp'
    ? known(whatsappIdentifier(from.value), whatsappIdentifier(ExternalUserId))
    : known(phoneIdentifier(from.value, true));
}

/** A pressed button's text usually comes as the Body too. */
function wordsOf({ Body, ButtonText }: TwilioForm): string | null {
  return [...new Set([Body, ButtonText].filter(Boolean))].join('\n') || null;
}

function attributesOf(form: TwilioForm): Record<string, string> {
  const count = Number(form.NumMedia ?? 0) || 0;
  const types = Object.entries(form).flatMap(([name, value]) =>
    /^MediaContentType\d+$/.test(name) ? [value] : [],
  );
  const word = form.Body?.trim() ?? '';
  return factsOf({
    attachments: count > 0 ? count : undefined,
    attachmentTypes: types.join(', '),
    button: form.ButtonText,
    location: form.Latitude && form.Longitude ? `${form.Latitude}, ${form.Longitude}` : undefined,
    messageType: form.MessageType === 'text' ? undefined : form.MessageType,
    optOut: form.OptOutType || (OPT_OUT_WORDS.test(word) ? word.toUpperCase() : undefined),
  });
}
