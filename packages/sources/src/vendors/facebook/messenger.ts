import type { Property } from '@bellhop/contracts';
import { z } from 'zod';
import { digestOf } from '../../digest.js';
import { factsOf } from '../../facts.js';
import { readShape } from '../../payload.js';
import { ignored, type Outcome, quarantined, type SourceContext, unknownProperty } from '../../source.js';
import { touchpointOutcome } from '../../touchpoint.js';
import { type MetaPart, metaId } from '../meta/envelope.js';
import { metaTime } from '../meta/time.js';

const party = z.looseObject({ id: metaId.optional(), user_ref: z.string().optional() });

const directMessage = z.looseObject({
  sender: party.default({}),
  recipient: party.default({}),
  timestamp: z.unknown().optional(),
  delivery: z.unknown().optional(),
  read: z.unknown().optional(),
  message: z
    .looseObject({
      mid: z.string().min(1),
      text: z.string().optional(),
      is_echo: z.boolean().optional(),
      is_deleted: z.boolean().optional(),
      attachments: z.array(z.looseObject({ type: z.string() })).optional(),
    })
    .optional(),
  postback: z
    .looseObject({ mid: z.string().optional(), title: z.string().optional(), payload: z.string().optional() })
    .optional(),
});
type DirectMessage = z.infer<typeof directMessage>;

/** What a part of `messaging` means: a guest's direct message to the page, or the page's own to a guest. */
export function normaliseMessenger(
  part: MetaPart,
  property: Property | undefined,
  context: SourceContext,
): Outcome {
  const read = readShape(part.value, directMessage, part.at);
  if (!read.ok) return read.outcome;
  const direct = read.value;
  const { message, postback } = direct;
  if (direct.delivery !== undefined) return ignored('delivery-status', 'messages of the page were delivered');
  if (direct.read !== undefined) return ignored('delivery-status', 'messages of the page were read');
  if (!message && !postback) {
    return quarantined(
      'unsupported-event',
      `${part.at} holds ${Object.keys(direct).join(', ')}: no message and no button`,
    );
  }
  if (message?.is_deleted) return ignored('not-published', `${message.mid} was taken back`);
  const echo = message?.is_echo === true;
  const guest = echo ? direct.recipient : direct.sender;
  const guestId = guest.id ?? guest.user_ref;
  if (echo && (guestId === undefined || guestId === part.owner)) {
    return ignored('own-message', `${message.mid} is the page's own`);
  }
  if (guestId === undefined) return quarantined('unexpected-shape', `${part.at}.sender.id is missing`);
  if (!property) return unknownProperty(context, part.owner);
  return touchpointOutcome(context, {
    source: 'social',
    channel: 'facebook',
    ...(echo ? { type: 'message_sent', actor: 'staff' } : { type: 'message_received', actor: 'guest' }),
    propertyId: property.propertyId,
    vendorEventId: eventIdOf(direct, guestId),
    occurredAt: metaTime(direct.timestamp) ?? metaTime(part.sentAt),
    identifiers: [{ kind: 'social', value: guestId, scope: `facebook:${part.owner}`, verified: false }],
    text: message?.text ?? postback?.title ?? null,
    conversationId: `facebook:${part.owner}:${guestId}`,
    attributes: factsOf({
      attachments: message?.attachments?.map(({ type }) => type).join(', '),
      button: postback?.payload,
    }),
  });
}

/** A pressed button may come without an id. */
const eventIdOf = ({ message, postback, timestamp }: DirectMessage, guestId: string): string =>
  message?.mid ??
  postback?.mid ??
  digestOf('postback', guestId, metaTime(timestamp) ?? null, postback?.payload ?? null);
