import type { Words } from './payloads/expectation.js';
import type { PlannedStay } from './planned-stay.js';
import type { Random } from './random.js';
import { type Phrases, phrases } from './texts/index.js';
import type { Wiring } from './wiring.js';

/** What the parts of one stay's journey share. */
export interface Telling {
  wiring: Wiring;
  stay: PlannedStay;
  random: Random;
}

/** The moment of a stay that a payload tells of. */
export const occasionOf = ({ wiring, stay }: Telling, occurredAt: number) => ({
  wiring,
  occurredAt,
  stay: stay.dates,
  guest: stay.guest,
});

/** Something in the guest's language. */
export function wordsOf({ stay, random }: Telling, mood: keyof Phrases): Words {
  const { language } = stay.guest;
  return { text: random.pick(phrases[language][mood]), language };
}
