import { z } from 'zod';

const field = z.string().optional();

/** The parameters of Twilio's form that Bellhop reads; all come as text. Media has a numbered parameter each. */
export const twilioForm = z
  .looseObject({
    MessageSid: field,
    SmsMessageSid: field,
    SmsSid: field,
    SmsStatus: field,
    MessageStatus: field,
    ErrorCode: field,
    AccountSid: field,
    MessagingServiceSid: field,
    From: field,
    To: field,
    ExternalUserId: field,
    ProfileName: field,
    Body: field,
    ButtonText: field,
    NumMedia: field,
    OptOutType: field,
    MessageType: field,
    Latitude: field,
    Longitude: field,
  })
  .transform((form) => ({ ...form, sid: form.MessageSid || form.SmsMessageSid || form.SmsSid || '' }))
  .refine(({ sid }) => sid !== '', { path: ['MessageSid'], error: 'missing' });
export type TwilioForm = z.infer<typeof twilioForm>;
