import type {
  Actor,
  Channel,
  QuarantineCode,
  Rating,
  Source,
  Stage,
  TouchpointType,
} from '@bellhop/contracts';
import type { Vendor } from '@bellhop/sources';

/** A touchpoint that a delivery must become. */
export interface ExpectedTouchpoint {
  kind: 'touchpoint';
  /** What makes it unique: two deliveries of the same touchpoint carry the same key. */
  key: string;
  propertyId: string;
  source: Source;
  channel: Channel;
  type: TouchpointType;
  actor: Actor;
  /** Milliseconds since 1970 UTC; null where the vendor sends no time, so that the time is that of receipt. */
  occurredAt: number | null;
  /** Null where it can't be compared, since it depends on the time of receipt. */
  stage: Stage | null;
  text: string | null;
  /** ISO 639-1: the language that the text was written in. */
  language: string | null;
  ratings: Rating[];
}

/** What a part of a delivery must end as. */
export type Expected =
  | ExpectedTouchpoint
  | { kind: 'quarantine'; code: QuarantineCode }
  | { kind: 'ignored' };

/** One request or publication of a vendor. */
export interface Delivery {
  /** When the vendor delivers it; milliseconds since 1970 UTC. */
  at: number;
  transport: 'http' | 'mqtt';
  vendor: Vendor;
  account: string;
  /** The property whose line it travels on: deliveries of one property arrive one after another. */
  property: string;
  body: Buffer;
  /** MQTT: the device's name below the account's base topic. */
  device?: string;
  expects: Expected[];
}

/** A vendor's payload before it has a time of delivery. */
export type Payload = Pick<Delivery, 'vendor' | 'body' | 'expects'> & { device?: string };
