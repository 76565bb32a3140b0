import { conversations, questions } from './conversations.js';
import { cloudbedsCancellation, cloudbedsGuest, cloudbedsReservation } from './payloads/cloudbeds.js';
import { ohipCheckIn, ohipCheckOut, ohipContact } from './payloads/ohip.js';
import { otaReservation } from './payloads/ota.js';
import type { PlannedStay } from './planned-stay.js';
import { SECOND_MS } from './property-time.js';
import { roomEvents } from './room-events.js';
import { prompt, type Step } from './step.js';
import { occasionOf, type Telling } from './telling.js';
import { verdicts } from './verdicts.js';

/** Everything that one guest's stay gives rise to, in the order in which it happens. */
export function journeyOf(telling: Telling): Step[] {
  const { stay } = telling;
  const booked = booking(telling);
  if (stay.cancelledAt !== null) return [...booked, cancellation(telling, stay.cancelledAt)];
  const knownAt = booked.at(-1)!.occurredAt;
  const steps = [
    ...booked,
    ...questions(telling, knownAt),
    ...arrivalAndDeparture(telling),
    ...conversations(telling),
    ...roomEvents(telling),
    ...verdicts(telling),
  ];
  return steps.sort((a, b) => a.occurredAt - b.occurredAt);
}

function booking(telling: Telling): Step[] {
  const { stay, random } = telling;
  const step = (payload: Step['payload'], occurredAt: number): Step => ({
    occurredAt,
    payload,
    transit: prompt,
  });
  if (stay.bookedVia === 'ota') {
    return [step(otaReservation(occasionOf(telling, stay.bookedAt)), stay.bookedAt)];
  }
  const createdAt = stay.bookedAt + SECOND_MS;
  const completedAt = stay.bookedAt + random.int(120, 1200) * SECOND_MS;
  const eventId = eventIdOf(stay, 1);
  return [
    step(cloudbedsReservation(occasionOf(telling, stay.bookedAt)), stay.bookedAt),
    step(cloudbedsGuest(occasionOf(telling, createdAt)), createdAt),
    step(ohipContact({ ...occasionOf(telling, completedAt), eventId }), completedAt),
  ];
}

function cancellation(telling: Telling, occurredAt: number): Step {
  return { occurredAt, payload: cloudbedsCancellation(occasionOf(telling, occurredAt)), transit: prompt };
}

function arrivalAndDeparture(telling: Telling): Step[] {
  const { stay } = telling;
  const room = stay.room.number;
  const arrival = { ...occasionOf(telling, stay.checkedInAt), room, eventId: eventIdOf(stay, 2) };
  const departure = { ...occasionOf(telling, stay.checkedOutAt), room, eventId: eventIdOf(stay, 3) };
  return [
    { occurredAt: stay.checkedInAt, payload: ohipCheckIn(arrival), transit: prompt },
    { occurredAt: stay.checkedOutAt, payload: ohipCheckOut(departure), transit: prompt },
  ];
}

const eventIdOf = ({ guest }: PlannedStay, ordinal: number): string => `${guest.pmsProfileId}${ordinal}`;
