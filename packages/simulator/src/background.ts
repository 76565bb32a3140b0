import { guestLanguage } from './guest.js';
import { brokenPayload } from './payloads/broken.js';
import type { Occasion, Words } from './payloads/expectation.js';
import { facebookAnswer, facebookComment } from './payloads/facebook.js';
import { doorLockedItself, shellyReading, zigbeeReading } from './payloads/rooms.js';
import { twilioStatus } from './payloads/twilio.js';
import { between } from './planned-stay.js';
import { DAY_MS, MINUTE_MS } from './property-time.js';
import type { Random } from './random.js';
import { prompt, type Step } from './step.js';
import { type Phrases, phrases } from './texts/index.js';
import type { Wiring } from './wiring.js';

interface Day {
  wiring: Wiring;
  /** The first instant of the day. */
  from: number;
  random: Random;
}

/** A day of a property besides its guests: visitors of its page, readings, delivery reports, broken deliveries. */
export function backgroundOf(day: Day): Step[] {
  const { random } = day;
  const several = (count: number, steps: () => Step[]) => Array.from({ length: count }, steps).flat();
  return [
    ...several(random.int(1, 3), () => pageConversation(day)),
    ...several(random.int(7, 11), () => [houseKeeping(day)]),
    ...several(random.int(0, 2), () => [broken(day)]),
  ];
}

const timeIn = ({ from, random }: Day): number => between(random, from, from + DAY_MS - 1000);

/** A visitor's comment below a post, and at times the page's answer below it. */
function pageConversation(day: Day): Step[] {
  const { wiring, random } = day;
  const occurredAt = timeIn(day);
  const language = guestLanguage(wiring.property.country, random);
  const words = (mood: keyof Phrases): Words => ({ text: random.pick(phrases[language][mood]), language });
  const postId = `55${random.int(1000, 9999)}`;
  const comment = `66${occurredAt}${random.int(100, 999)}`;
  const step = (payload: Step['payload'], at: number): Step => ({
    occurredAt: at,
    payload,
    transit: { order: 'after' },
  });
  const asked = { wiring, occurredAt, stay: null, postId, id: comment, words: words('pageComment') };
  const visitor = { id: `88${occurredAt}`, name: `Visitor ${random.hex(4)}` };
  const question = step(facebookComment({ ...asked, visitor }), occurredAt);
  if (!random.chance(0.6)) return [question];
  const answeredAt = occurredAt + random.int(5, 200) * MINUTE_MS;
  const answer = {
    ...asked,
    occurredAt: answeredAt,
    answers: comment,
    id: `${comment}1`,
    words: words('answer'),
  };
  return [question, step(facebookAnswer(answer), answeredAt)];
}

/** What counts nowhere: readings, doors that lock themselves, delivery reports. */
function houseKeeping(day: Day): Step {
  const { wiring, random } = day;
  const occurredAt = timeIn(day);
  const occasion: Occasion = { wiring, occurredAt, stay: null };
  const room = random.pick(wiring.rooms);
  const payload = random.pick([
    () => shellyReading({ ...occasion, room, watts: random.int(1, 90) }),
    () => zigbeeReading({ ...occasion, room, celsius: 19 + random.int(0, 50) / 10 }),
    () => doorLockedItself({ ...occasion, room }),
    () => twilioStatus({ ...occasion, id: random.hex(32), to: '+447700900100' }),
  ])();
  return { occurredAt, payload, transit: prompt };
}

function broken(day: Day): Step {
  const { wiring, random } = day;
  const occurredAt = timeIn(day);
  return {
    occurredAt,
    payload: brokenPayload({ wiring, occurredAt, id: random.hex(12), random }),
    transit: prompt,
  };
}
