import { doorOpened, shellyPush, zigbeePush } from './payloads/rooms.js';
import { between } from './planned-stay.js';
import { MINUTE_MS } from './property-time.js';
import type { Step } from './step.js';
import { occasionOf, type Telling } from './telling.js';

/** What the devices of the guest's room see between check-in and check-out. They are delivered before the check-out is. */
export function roomEvents(telling: Telling): Step[] {
  const { stay, random } = telling;
  const { room, guest } = stay;
  const deadline = stay.checkedOutAt;
  const earliest = stay.checkedInAt + 2 * MINUTE_MS;
  const latest = stay.checkedOutAt - 5 * MINUTE_MS;
  const times = [
    ...new Set(Array.from({ length: random.int(2, 5) }, () => between(random, earliest, latest))),
  ];
  const steps: Step[] = times.map((at) => ({
    occurredAt: at,
    payload: doorOpened({
      ...occasionOf(telling, at),
      room,
      by: random.pick(['card', 'card', 'passcode', 'phone']),
      user: guest.reservationCode,
    }),
    transit: { order: 'during', deadline },
  }));
  const pushes = [
    { share: 0.4, payload: shellyPush },
    { share: 0.3, payload: zigbeePush },
  ];
  for (const { share, payload } of pushes) {
    if (!random.chance(share)) continue;
    const at = between(random, earliest, latest);
    steps.push({
      occurredAt: at,
      payload: payload({ ...occasionOf(telling, at), room }),
      transit: { order: 'during', deadline },
    });
  }
  return steps;
}
