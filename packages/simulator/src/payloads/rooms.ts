import type { Payload } from '../delivery.js';
import type { Room } from '../wiring.js';
import { expectTouchpoint, form, json, type Occasion } from './expectation.js';

type InRoom = Occasion & { room: Room };

/** TTLock record types: how a guest opens a door. */
const OPENINGS = { card: 7, passcode: 4, phone: 1 } as const;

/** A lock's record of a guest opening the door. The gateway uploads it a few seconds later. */
export function doorOpened(occasion: InRoom & { by: keyof typeof OPENINGS; user: string }): Payload {
  return {
    vendor: 'ttlock',
    body: lockRecord(occasion, { recordType: OPENINGS[occasion.by], username: occasion.user }),
    expects: [
      expectTouchpoint(occasion, {
        vendor: 'ttlock',
        id: `${occasion.room.lock}:${occasion.occurredAt}`,
        source: 'room',
        channel: 'door_lock',
        type: 'door_opened',
        actor: 'guest',
      }),
    ],
  };
}

/** The door locks itself again: nothing that a guest did. */
export function doorLockedItself(occasion: InRoom): Payload {
  return {
    vendor: 'ttlock',
    body: lockRecord(occasion, { recordType: 45, username: '' }),
    expects: [{ kind: 'ignored' }],
  };
}

/** A service button behind a Shelly. */
export function shellyPush(occasion: InRoom): Payload {
  const { room } = occasion;
  const ts = occasion.occurredAt / 1000;
  return {
    vendor: 'shelly',
    device: room.shelly,
    body: json({
      src: room.shelly,
      dst: `${room.shelly}/events`,
      method: 'NotifyEvent',
      params: { ts, events: [{ component: 'input:0', id: 0, event: 'single_push', ts }] },
    }),
    expects: [
      expectTouchpoint(occasion, {
        vendor: 'shelly',
        id: `${room.shelly}:${occasion.occurredAt}`,
        source: 'room',
        channel: 'room_device',
        type: 'service_requested',
        actor: 'guest',
      }),
    ],
  };
}

/** Power that a room draws. */
export function shellyReading(occasion: InRoom & { watts: number }): Payload {
  const { room } = occasion;
  return {
    vendor: 'shelly',
    device: room.shelly,
    body: json({
      src: room.shelly,
      dst: `${room.shelly}/events`,
      method: 'NotifyStatus',
      params: { ts: occasion.occurredAt / 1000, 'switch:0': { id: 0, apower: occasion.watts } },
    }),
    expects: [{ kind: 'ignored' }],
  };
}

/**
 * A service button behind Zigbee2MQTT. Its `last_seen` option is on, as a house that counts presses must have it:
 * without it two presses within a minute of receipt can't be told apart.
 */
export function zigbeePush(occasion: InRoom): Payload {
  const { room } = occasion;
  return {
    vendor: 'zigbee2mqtt',
    device: room.button,
    body: json({ action: 'single', battery: 90, linkquality: 120, last_seen: lastSeen(occasion) }),
    expects: [
      expectTouchpoint(occasion, {
        vendor: 'zigbee2mqtt',
        id: `${room.button}:${occasion.occurredAt}`,
        source: 'room',
        channel: 'room_device',
        type: 'service_requested',
        actor: 'guest',
      }),
    ],
  };
}

export function zigbeeReading(occasion: InRoom & { celsius: number }): Payload {
  const { room, celsius } = occasion;
  return {
    vendor: 'zigbee2mqtt',
    device: room.button,
    body: json({
      temperature: celsius,
      humidity: 44,
      battery: 90,
      linkquality: 118,
      last_seen: lastSeen(occasion),
    }),
    expects: [{ kind: 'ignored' }],
  };
}

const lastSeen = ({ occurredAt }: InRoom): string => new Date(occurredAt).toISOString();

function lockRecord(
  { room, occurredAt }: InRoom,
  { recordType, username }: { recordType: number; username: string },
): Buffer {
  const record = {
    lockId: Number(room.lock),
    lockMac: '00:00:5E:00:53:01',
    electricQuantity: 80,
    serverDate: occurredAt + 4000,
    lockDate: occurredAt,
    recordType,
    username,
    success: 1,
  };
  return form({
    lockId: room.lock,
    notifyType: '1',
    admin: 'locks@example.com',
    records: JSON.stringify([record]),
  });
}
