import { facebookRecommendation } from './payloads/facebook.js';
import { type Answers, satismeterResponse, typeformResponse } from './payloads/surveys.js';
import { tripadvisorReview } from './payloads/tripadvisor.js';
import { between } from './planned-stay.js';
import { HOUR_MS } from './property-time.js';
import type { Step, Transit } from './step.js';
import { occasionOf, type Telling, wordsOf } from './telling.js';

const after: Transit = { order: 'after' };

/** What the guest says of the stay once it is over: a survey, a public review, or nothing. */
export function verdicts(telling: Telling): Step[] {
  const { stay, random } = telling;
  const later = (fromHours: number, toHours: number) =>
    between(random, stay.checkedOutAt + fromHours * HOUR_MS, stay.checkedOutAt + toHours * HOUR_MS);
  return [
    ...(random.chance(0.6) ? [survey(telling, later(2, 30))] : []),
    ...(random.chance(0.35) ? [review(telling, later(4, 48))] : []),
  ];
}

function survey(telling: Telling, occurredAt: number): Step {
  const { random } = telling;
  const answered = {
    ...occasionOf(telling, occurredAt),
    id: random.hex(24),
    answers: answersOf(telling),
  };
  const payload = random.chance(0.5) ? typeformResponse(answered) : satismeterResponse(answered);
  return { occurredAt, payload, transit: after };
}

function answersOf(telling: Telling): Answers {
  const { stay, random } = telling;
  const onScale = (least: number, most: number) => {
    const swing = random.next() * 0.3 - 0.15;
    const share = Math.min(1, Math.max(0, stay.mood + swing));
    return least + Math.round(share * (most - least));
  };
  return {
    nps: onScale(0, 10),
    csat: onScale(1, 5),
    ces: onScale(1, 7),
    words: random.chance(0.6) ? wordsOf(telling, stay.mood > 0.5 ? 'praise' : 'complaint') : null,
  };
}

/** Public reviewers use names of their own: nothing ties them to a reservation. */
function review(telling: Telling, occurredAt: number): Step {
  const { stay, random, wiring } = telling;
  const good = stay.mood > 0.5;
  const common = {
    wiring,
    occurredAt,
    stay: null,
    words: wordsOf(telling, good ? 'goodReview' : 'badReview'),
  };
  const id = String(Number(stay.guest.pmsProfileId) * 10);
  const visitor = `traveller-${random.hex(8)}`;
  if (random.chance(0.4)) {
    const person = { id: `77${id}`, name: visitor };
    const payload = facebookRecommendation({ ...common, id, positive: good, visitor: person });
    return { occurredAt, payload, transit: after };
  }
  const answeredAt = occurredAt + random.int(1, 20) * HOUR_MS;
  const answered = random.chance(0.4);
  const payload = tripadvisorReview({
    ...common,
    id,
    visitor,
    stars: 1 + Math.round(stay.mood * 4),
    response: answered ? { words: wordsOf(telling, good ? 'thanks' : 'apology'), answeredAt } : undefined,
  });
  // The poller finds review and response together, once both are there.
  return { occurredAt: answered ? answeredAt : occurredAt, payload, transit: after };
}
