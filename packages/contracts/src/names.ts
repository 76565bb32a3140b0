import { createHash } from 'node:crypto';
import { v5 as uuidV5 } from 'uuid';
import type { Identifier, Source } from './types.generated.js';

/**
 * Kafka topics. touchpoints is keyed by propertyId, journey-events by guestId. offset-barriers holds no records: a group
 * commits a barrier for it, to know that what it is told of its other offsets is not older than that.
 */
export const TOPICS = {
  touchpoints: 'touchpoints',
  quarantine: 'touchpoints.quarantine',
  journeyEvents: 'journey-events',
  barriers: 'offset-barriers',
} as const;

/** How many partitions each topic is made with. A hotel's touchpoints, and a guest's events, stay in one. */
export const PARTITIONS: Record<(typeof TOPICS)[keyof typeof TOPICS], number> = {
  touchpoints: 3,
  'touchpoints.quarantine': 1,
  'journey-events': 3,
  'offset-barriers': 1,
};

/** Consumer groups, each named after its service. */
export const GROUPS = {
  recorder: 'recorder',
  relay: 'relay',
  journeys: 'journeys',
  warehouse: 'warehouse',
  quarantine: 'warehouse-quarantine',
} as const;

/** EventStoreDB streams. */
export const STREAMS = {
  guest: (guestId: string) => `guest-${guestId}`,
  stay: (stayId: string) => `stay-${stayId}`,
  room: (propertyId: string, room: string) => `room-${propertyId}.${room}`,
  identifier: (identifierHash: string) => `identifier-${identifierHash}`,
} as const;

/** The stream prefixes that hold domain events: what the relay publishes. */
export const STREAM_PREFIXES = ['guest-', 'stay-', 'room-', 'identifier-'] as const;

const NAMESPACE = '5b0c9b0e-7a6e-5d57-9a3b-6f0f7e2c1d42';

/** A UUIDv5 over parts, which may hold any character: their lengths are part of the name. */
export function stableUuid(...parts: string[]): string {
  return uuidV5(parts.map((part) => `${part.length}:${part}`).join(''), NAMESPACE);
}

/** The touchpoint's id. A redelivery of the same vendor event has the same one. */
export function touchpointIdOf(event: {
  source: Source;
  vendor: string;
  vendorAccount: string;
  vendorEventId: string;
}): string {
  return stableUuid('touchpoint', event.source, event.vendor, event.vendorAccount, event.vendorEventId);
}

/** The stay's id: one reservation of one property. */
export function stayIdOf(propertyId: string, reservationCode: string): string {
  return stableUuid('stay', propertyId, reservationCode);
}

/** SHA-256 in hex of an identifier, so that no stream's name holds personal data. */
export function identifierHashOf({
  kind,
  scope,
  value,
}: Pick<Identifier, 'kind' | 'scope' | 'value'>): string {
  return createHash('sha256')
    .update(JSON.stringify([kind, scope, value]))
    .digest('hex');
}
