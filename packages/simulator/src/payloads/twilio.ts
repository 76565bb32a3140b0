import type { Payload } from '../delivery.js';
import type { Guest } from '../guest.js';
import { expectTouchpoint, form, type Occasion, type Words } from './expectation.js';

/** A guest's text message. Twilio sends no time, so the pipeline takes that of receipt. */
export function twilioMessage(occasion: Occasion & { guest: Guest; id: string; words: Words }): Payload {
  const { guest, id, words } = occasion;
  return {
    vendor: 'twilio',
    body: form({
      ToCountry: occasion.wiring.property.country,
      SmsMessageSid: `SM${id}`,
      NumMedia: '0',
      SmsSid: `SM${id}`,
      SmsStatus: 'received',
      Body: words.text,
      To: occasion.wiring.idOf('twilio'),
      NumSegments: '1',
      MessageSid: `SM${id}`,
      AccountSid: 'AC00000000000000000000000000000001',
      From: guest.phone,
      ApiVersion: '2010-04-01',
    }),
    expects: [
      expectTouchpoint(occasion, {
        vendor: 'twilio',
        id,
        source: 'chat',
        channel: 'sms',
        type: 'message_received',
        actor: 'guest',
        words,
        timeless: true,
      }),
    ],
  };
}

/** That a text message of the hotel's own was delivered. */
export function twilioStatus({ id, wiring, to }: { id: string; to: string } & Occasion): Payload {
  return {
    vendor: 'twilio',
    body: form({
      SmsSid: `SM${id}`,
      SmsStatus: 'delivered',
      MessageStatus: 'delivered',
      To: to,
      MessageSid: `SM${id}`,
      AccountSid: 'AC00000000000000000000000000000001',
      From: wiring.idOf('twilio'),
      ApiVersion: '2010-04-01',
    }),
    expects: [{ kind: 'ignored' }],
  };
}
