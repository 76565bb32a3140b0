import type { Payload } from '../delivery.js';
import type { Guest } from '../guest.js';
import { expectTouchpoint, json, type Occasion, type Words } from './expectation.js';

type Said = Occasion & { guest: Guest; id: string; words: Words };

/** A guest's message. */
export function whatsappMessage(occasion: Said): Payload {
  const { guest, id, words } = occasion;
  const from = guest.phone.slice(1);
  return {
    vendor: 'whatsapp',
    body: change(occasion, 'messages', {
      contacts: [{ profile: { name: `${guest.firstName} ${guest.lastName}` }, wa_id: from }],
      messages: [
        { from, id: `wamid.${id}`, timestamp: seconds(occasion), type: 'text', text: { body: words.text } },
      ],
    }),
    expects: [
      expectTouchpoint(occasion, {
        vendor: 'whatsapp',
        id,
        source: 'chat',
        channel: 'whatsapp',
        type: 'message_received',
        actor: 'guest',
        words,
      }),
    ],
  };
}

/** What the staff wrote to a guest in the business app: WhatsApp echoes it. */
export function whatsappAnswer(occasion: Said): Payload {
  const { guest, id, words, wiring } = occasion;
  return {
    vendor: 'whatsapp',
    body: change(occasion, 'smb_message_echoes', {
      message_echoes: [
        {
          from: wiring.idOf('whatsapp'),
          to: guest.phone.slice(1),
          id: `wamid.${id}`,
          timestamp: seconds(occasion),
          type: 'text',
          text: { body: words.text },
        },
      ],
    }),
    expects: [
      expectTouchpoint(occasion, {
        vendor: 'whatsapp',
        id,
        source: 'chat',
        channel: 'whatsapp',
        type: 'message_sent',
        actor: 'staff',
        words,
      }),
    ],
  };
}

/** That a message of the hotel's own was delivered. */
export function whatsappStatus(occasion: Occasion & { guest: Guest; id: string }): Payload {
  const { guest, id } = occasion;
  return {
    vendor: 'whatsapp',
    body: change(occasion, 'messages', {
      statuses: [
        {
          id: `wamid.${id}`,
          status: 'delivered',
          timestamp: seconds(occasion),
          recipient_id: guest.phone.slice(1),
        },
      ],
    }),
    expects: [{ kind: 'ignored' }],
  };
}

const seconds = ({ occurredAt }: Occasion): string => String(Math.floor(occurredAt / 1000));

function change({ wiring }: Occasion, field: string, content: Record<string, unknown>): Buffer {
  const line = wiring.idOf('whatsapp');
  return json({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: '900100200300',
        changes: [
          {
            field,
            value: {
              messaging_product: 'whatsapp',
              metadata: { display_phone_number: line, phone_number_id: line },
              ...content,
            },
          },
        ],
      },
    ],
  });
}
