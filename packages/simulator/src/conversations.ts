import { twilioMessage } from './payloads/twilio.js';
import { whatsappAnswer, whatsappMessage, whatsappStatus } from './payloads/whatsapp.js';
import { between } from './planned-stay.js';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from './property-time.js';
import type { Step, Transit } from './step.js';
import { occasionOf, type Telling, wordsOf } from './telling.js';
import type { Phrases } from './texts/index.js';

/** What the guest asks between the booking and the arrival. `knownAt`: when the reservation and the phone number are known. */
export function questions(telling: Telling, knownAt: number): Step[] {
  const { stay, random } = telling;
  const from = knownAt + 5 * MINUTE_MS;
  const to = stay.checkedInAt - 30 * MINUTE_MS;
  if (from >= to || !random.chance(0.6)) return [];
  return exchange(telling, {
    mood: 'beforeArrival',
    at: between(random, from, to),
    until: stay.checkedInAt,
    transit: { order: 'before' },
  });
}

/** What the guest writes during the stay, and at times after it. */
export function conversations(telling: Telling): Step[] {
  const { stay, random } = telling;
  const during: Transit = { order: 'during' };
  const inStay = () => between(random, stay.checkedInAt + 10 * MINUTE_MS, stay.checkedOutAt - 20 * MINUTE_MS);
  const say = (mood: keyof Phrases) =>
    exchange(telling, { mood, at: inStay(), until: stay.checkedOutAt, transit: during });
  return [
    ...(random.chance(0.45) ? say('request') : []),
    ...(random.chance(stay.mood < 0.5 ? 0.8 : 0.1) ? say('complaint') : []),
    ...(random.chance(stay.mood > 0.7 ? 0.35 : 0.05) ? say('praise') : []),
    ...(random.chance(0.15) ? afterwards(telling) : []),
  ];
}

function afterwards(telling: Telling): Step[] {
  const { stay, random } = telling;
  return exchange(telling, {
    mood: 'afterStay',
    at: between(random, stay.checkedOutAt + HOUR_MS, stay.checkedOutAt + 40 * HOUR_MS),
    until: Number.POSITIVE_INFINITY,
    transit: { order: 'after' },
  });
}

interface Exchange {
  mood: keyof Phrases;
  at: number;
  /** An answer that would come later than this is not given. */
  until: number;
  transit: Transit;
}

/** A message, by SMS or WhatsApp; WhatsApp shows the staff's answer too, and that it was delivered. */
function exchange(telling: Telling, { mood, at, until, transit }: Exchange): Step[] {
  const { random } = telling;
  const asked = { ...occasionOf(telling, at), id: random.hex(32), words: wordsOf(telling, mood) };
  if (random.chance(0.25)) return [{ occurredAt: at, payload: twilioMessage(asked), transit }];
  const question: Step = { occurredAt: at, payload: whatsappMessage(asked), transit };
  const answeredAt = at + random.int(60, 3000) * SECOND_MS;
  if (answeredAt >= until || !random.chance(0.6)) return [question];
  const answer = {
    ...occasionOf(telling, answeredAt),
    id: random.hex(32),
    words: wordsOf(telling, 'answer'),
  };
  const shownAt = answeredAt + 4 * SECOND_MS;
  return [
    question,
    { occurredAt: answeredAt, payload: whatsappAnswer(answer), transit },
    {
      occurredAt: shownAt,
      payload: whatsappStatus({ ...occasionOf(telling, shownAt), id: answer.id }),
      transit,
    },
  ];
}
