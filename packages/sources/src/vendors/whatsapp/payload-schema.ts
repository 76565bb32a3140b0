import { z } from 'zod';
import { metaId } from '../meta/envelope.js';

const fault = z.looseObject({
  code: z.union([z.string(), z.number()]).optional(),
  title: z.string().optional(),
});
const captioned = z.looseObject({ caption: z.string().optional(), mime_type: z.string().optional() });

/** One message. Its kinds of content are read where they are known; a kind that is not has `type` alone. */
export const whatsappMessage = z.looseObject({
  id: z.string().min(1),
  timestamp: z.unknown().optional(),
  type: z.string().default('unknown'),
  from: z.string().optional(),
  to: z.string().optional(),
  from_user_id: z.string().optional(),
  parent_user_id: z.string().optional(),
  group_id: z.string().optional(),
  context: z.looseObject({ id: z.string().optional() }).nullish(),
  text: z.looseObject({ body: z.string() }).optional(),
  button: z.looseObject({ text: z.string(), payload: z.string().optional() }).optional(),
  interactive: z
    .looseObject({
      type: z.string().optional(),
      button_reply: z.looseObject({ title: z.string() }).optional(),
      list_reply: z.looseObject({ title: z.string() }).optional(),
      nfm_reply: z.looseObject({ response_json: z.string() }).optional(),
    })
    .optional(),
  image: captioned.optional(),
  video: captioned.optional(),
  document: captioned.extend({ filename: z.string().optional() }).optional(),
  audio: captioned.optional(),
  voice: captioned.optional(),
  location: z
    .looseObject({
      latitude: z.number(),
      longitude: z.number(),
      name: z.string().nullish(),
      address: z.string().nullish(),
    })
    .optional(),
  reaction: z.looseObject({ message_id: z.string().optional(), emoji: z.string().optional() }).optional(),
  system: z.looseObject({ body: z.string().optional(), type: z.string().optional() }).optional(),
  errors: z.array(fault).optional(),
});
export type WhatsappMessage = z.infer<typeof whatsappMessage>;

const contact = z.looseObject({
  wa_id: z.string().optional(),
  user_id: z.string().optional(),
  parent_user_id: z.string().optional(),
  profile: z.looseObject({ name: z.string().optional(), username: z.string().optional() }).optional(),
});
export type WhatsappContact = z.infer<typeof contact>;

/** The value of a change. Its messages are checked one by one, so that a strange one does not spoil the others. */
export const whatsappValue = z.looseObject({
  metadata: z.looseObject({ phone_number_id: metaId, display_phone_number: z.string().optional() }),
  contacts: z.array(contact).default([]),
  messages: z.array(z.unknown()).default([]),
  message_echoes: z.array(z.unknown()).default([]),
  statuses: z
    .array(
      z.looseObject({
        id: z.string().default('(no id)'),
        status: z.string().default('(no status)'),
        errors: z.array(fault).optional(),
      }),
    )
    .default([]),
  errors: z.array(fault).default([]),
});
export type WhatsappValue = z.infer<typeof whatsappValue>;

/** An error of WhatsApp's as `131051 Unsupported message type`. */
export const faultText = ({ code, title }: z.infer<typeof fault>): string =>
  [code, title].filter((part) => part !== undefined).join(' ') || 'an error without code';
