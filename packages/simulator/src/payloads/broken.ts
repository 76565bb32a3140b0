import type { QuarantineCode } from '@bellhop/contracts';
import type { Payload } from '../delivery.js';
import type { Random } from '../random.js';
import type { Wiring } from '../wiring.js';
import { form, json } from './expectation.js';

interface Broken {
  wiring: Wiring;
  occurredAt: number;
  /** Makes the bytes its own, since the quarantine counts equal bytes once. */
  id: string;
}

/** Authentic deliveries that can't be understood, each in its own way. */
const KINDS: readonly ((broken: Broken) => Payload)[] = [
  ({ id }) =>
    quarantined('whatsapp', 'malformed-payload', Buffer.from(`{"object":"whatsapp_business_acc ${id}`)),
  ({ id }) => quarantined('typeform', 'malformed-payload', Buffer.from(`<html>gateway timeout ${id}</html>`)),
  ({ id, wiring, occurredAt }) =>
    quarantined(
      'cloudbeds',
      'unexpected-shape',
      json({
        propertyID_str: wiring.idOf('cloudbeds'),
        event: 'reservation/created',
        trace: id,
        timestamp: occurredAt / 1000,
      }),
    ),
  ({ id, occurredAt }) =>
    quarantined(
      'cloudbeds',
      'unknown-property',
      json({
        reservationID: id,
        propertyID_str: '499999',
        startDate: '2030-01-01',
        endDate: '2030-01-02',
        event: 'reservation/created',
        timestamp: occurredAt / 1000,
      }),
    ),
  ({ id, wiring, occurredAt }) =>
    quarantined(
      'cloudbeds',
      'unsupported-event',
      json({
        reservationID: id,
        propertyID_str: wiring.idOf('cloudbeds'),
        event: 'reservation/teleported',
        timestamp: occurredAt / 1000,
      }),
    ),
  ({ id, occurredAt }) =>
    quarantined(
      'ttlock',
      'unknown-room',
      form({
        lockId: '7999999',
        notifyType: '1',
        records: JSON.stringify([
          {
            lockId: 7_999_999,
            serverDate: occurredAt,
            lockDate: occurredAt,
            recordType: 7,
            username: id,
            success: 1,
          },
        ]),
      }),
    ),
];

export const brokenPayload = (broken: Broken & { random: Random }): Payload =>
  broken.random.pick(KINDS)(broken);

const quarantined = (vendor: Payload['vendor'], code: QuarantineCode, body: Buffer): Payload => ({
  vendor,
  body,
  expects: [{ kind: 'quarantine', code }],
});
