import {
  type Quarantined,
  stableUuid,
  TOPICS,
  type Touchpoint,
  type VendorAccount,
} from '@bellhop/contracts';
import type { Codec, RecordProducer } from '@bellhop/kafka';
import type { Outcome } from '@bellhop/sources';

/** Where a message came from, for the quarantine. */
interface Origin {
  account: VendorAccount;
  /** The path or MQTT topic. */
  origin: string;
  contentType: string | null;
  payload: Buffer;
  receivedAt: number;
}

export interface Outbox {
  /** Publishes touchpoints, keyed by property. Resolves once Kafka has acknowledged all of them. */
  publish(touchpoints: readonly Touchpoint[]): Promise<void>;
  /** Takes what a source made of a message: publishes touchpoints, quarantines what is not understood. */
  take(outcomes: readonly Outcome[], origin: Origin): Promise<void>;
}

export interface OutboxDependencies {
  producer: RecordProducer;
  touchpoints: Codec<Touchpoint>;
  quarantine: Codec<Quarantined>;
  count(outcome: Outcome['kind'], vendor: string, reason: string): void;
}

/** The only way out of ingest: acknowledged by Kafka, or an error for the sender. */
export function createOutbox({ producer, touchpoints, quarantine, count }: OutboxDependencies): Outbox {
  const publishOne = async (touchpoint: Touchpoint) => {
    const value = await touchpoints.encode(touchpoint);
    await producer.send({ topic: TOPICS.touchpoints, key: touchpoint.propertyId, value });
    count('touchpoint', touchpoint.vendor, touchpoint.type);
  };
  const quarantineOne = async (
    outcome: Extract<Outcome, { kind: 'quarantine' }>,
    part: number,
    origin: Origin,
  ) => {
    const quarantined = quarantinedOf(outcome, part, origin);
    const value = await quarantine.encode(quarantined);
    await producer.send({ topic: TOPICS.quarantine, key: quarantined.quarantineId, value });
    count('quarantine', origin.account.vendor, outcome.code);
  };
  return {
    publish: async (list) => {
      await Promise.all(list.map(publishOne));
    },
    take: async (outcomes, origin) => {
      await Promise.all(
        outcomes.map(async (outcome, part) => {
          if (outcome.kind === 'touchpoint') await publishOne(outcome.touchpoint);
          else if (outcome.kind === 'quarantine') await quarantineOne(outcome, part, origin);
          else count('ignored', origin.account.vendor, outcome.reason);
        }),
      );
    },
  };
}

function quarantinedOf(
  outcome: Extract<Outcome, { kind: 'quarantine' }>,
  part: number,
  origin: Origin,
): Quarantined {
  const { account, payload } = origin;
  return {
    quarantineId: stableUuid(
      'quarantined',
      account.vendor,
      account.account,
      outcome.code,
      String(part),
      payload.toString('base64'),
    ),
    code: outcome.code,
    detail: outcome.detail,
    step: 'ingest.normalise',
    vendor: account.vendor,
    vendorAccount: account.account,
    propertyId: account.property ?? null,
    origin: origin.origin,
    contentType: origin.contentType,
    payload,
    receivedAt: origin.receivedAt,
  };
}
