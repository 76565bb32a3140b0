import type { Property } from '@bellhop/contracts';
import { known } from '../../identifiers.js';
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
import { type MetaPart, normaliseMeta } from '../meta/envelope.js';
import { metaTime } from '../meta/time.js';
import { isWhatsappUser, whatsappIdentifier } from '../meta/whatsapp-user.js';
import { contentOf } from './content.js';
import {
  faultText,
  type WhatsappContact,
  type WhatsappMessage,
  type WhatsappValue,
  whatsappMessage,
  whatsappValue,
} from './payload-schema.js';

/** Changes of the business account itself: its templates, its numbers, its standing. */
const ACCOUNT_FIELDS = /^(account_|business_|flows$|message_template_|phone_number_|security$|template_)/;

/** What a webhook of the WhatsApp Cloud API means: guests' messages, and the hotel's own from the business app. */
export function normaliseWhatsapp(request: InboundRequest, context: SourceContext): Outcome[] {
  return normaliseMeta(request.body, 'whatsapp_business_account', (part) => normaliseChange(part, context));
}

function normaliseChange(part: MetaPart, context: SourceContext): Outcome[] {
  if (ACCOUNT_FIELDS.test(part.field)) {
    return [ignored('property-system', `${part.field} is about the business account`)];
  }
  if (part.field !== 'messages' && part.field !== 'smb_message_echoes') {
    return [quarantined('unsupported-event', `${part.at}: Bellhop does not know the field ${part.field}`)];
  }
  const read = readShape(part.value, whatsappValue, part.at);
  if (!read.ok) return [read.outcome];
  const value = read.value;
  const outcomes = [
    ...value.messages.map((raw, index) => messageOutcome(raw, `${part.at}.messages.${index}`)),
    ...value.message_echoes.map((raw, index) =>
      messageOutcome(raw, `${part.at}.message_echoes.${index}`, true),
    ),
    ...value.statuses.map(({ id, status, errors = [] }) =>
      ignored('delivery-status', [`${id} ${status}`, ...errors.map(faultText)].join('; ')),
    ),
    ...value.errors.map((fault) => ignored('property-system', `WhatsApp reports ${faultText(fault)}`)),
  ];
  return outcomes.length > 0
    ? outcomes
    : [quarantined('unexpected-shape', `${part.at}: neither messages, statuses nor errors`)];

  function messageOutcome(raw: unknown, at: string, echo = false): Outcome {
    const message = readShape(raw, whatsappMessage, at);
    if (!message.ok) return message.outcome;
    const line = value.metadata.phone_number_id;
    const property = propertyOf(context, line);
    if (!property) return unknownProperty(context, line);
    return normaliseMessage({ message: message.value, value, property, at, echo }, context);
  }
}

interface Placed {
  message: WhatsappMessage;
  value: WhatsappValue;
  property: Property;
  at: string;
  /** Whether the hotel wrote it, in the business app. */
  echo: boolean;
}

function normaliseMessage({ message, value, property, at, echo }: Placed, context: SourceContext): Outcome {
  const occurredAt = metaTime(message.timestamp);
  if (occurredAt === undefined) {
    return quarantined(
      'unexpected-shape',
      `${at}.timestamp is ${shown(message.timestamp)}, not Unix seconds`,
    );
  }
  const contact = contactOf(message, value.contacts);
  const ids = guestIds(message, contact, echo);
  const guest = ids.find(isWhatsappUser);
  if (guest === undefined) {
    const given = ids.length > 0 ? `${ids.join(', ')} is` : 'without from and from_user_id the sender is';
    return quarantined('unexpected-shape', `${at}: ${given} neither a phone number nor a WhatsApp user id`);
  }
  if (message.reaction && !message.reaction.emoji) {
    return ignored('not-published', `${message.id} takes a reaction back`);
  }
  return touchpointOutcome(context, {
    source: 'chat',
    channel: 'whatsapp',
    ...kindOf(message, echo),
    propertyId: property.propertyId,
    vendorEventId: message.id,
    occurredAt,
    identifiers: known(...ids.map(whatsappIdentifier)),
    guestName: contact?.profile?.name?.trim() || null,
    conversationId: `whatsapp:${value.metadata.phone_number_id}:${message.group_id ?? guest.replace('+', '')}`,
    ...contentOf(message),
  });
}

function kindOf({ type, reaction }: WhatsappMessage, echo: boolean) {
  // A notice that a number was changed is written by WhatsApp, and nobody has to answer it.
  if (type === 'system') return { type: 'other', actor: 'system' } as const;
  if (reaction) return { type: 'reaction_added', actor: echo ? 'staff' : 'guest' } as const;
  return echo
    ? ({ type: 'message_sent', actor: 'staff' } as const)
    : ({ type: 'message_received', actor: 'guest' } as const);
}

/** The contact of the guest, told by any of its ids; the only contact where the message names none. */
function contactOf({ from, to, from_user_id }: WhatsappMessage, contacts: WhatsappContact[]) {
  const named = [from, to, from_user_id].filter((id) => id !== undefined);
  const match = contacts.find(({ wa_id, user_id }) =>
    [wa_id, user_id].some((id) => id !== undefined && named.includes(id)),
  );
  return match ?? (named.length === 0 && contacts.length === 1 ? contacts[0] : undefined);
}

/** What WhatsApp knows the guest by, the phone number first. `from` may be absent, or hold the user id. */
function guestIds(message: WhatsappMessage, contact: WhatsappContact | undefined, echo: boolean): string[] {
  const ids = [
    echo ? message.to : message.from,
    contact?.wa_id,
    echo ? undefined : message.from_user_id,
    contact?.user_id,
    message.parent_user_id,
    contact?.parent_user_id,
  ];
  const phonesFirst = (id: string) => (/^\+?\d+$/.test(id) ? 0 : 1);
  return [...new Set(ids.filter((id): id is string => Boolean(id)))].sort(
    (left, right) => phonesFirst(left) - phonesFirst(right),
  );
}

const shown = (value: unknown): string => (value === undefined ? 'missing' : JSON.stringify(value));
