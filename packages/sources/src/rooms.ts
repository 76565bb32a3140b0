import type { Property } from '@bellhop/contracts';
import { type Outcome, quarantined, type SourceContext } from './source.js';

export interface MappedRoom {
  property: Property;
  room: string;
}

/** The room that a vendor's device or lock is in; undefined where the account does not map it. */
export function roomOf({ group, account }: SourceContext, device: string): MappedRoom | undefined {
  if (!Object.hasOwn(account.rooms, device)) return undefined;
  const { propertyId, room } = account.rooms[device]!;
  const property = group.properties.find((candidate) => candidate.propertyId === propertyId);
  return property && { property, room };
}

export const unknownRoom = ({ account }: SourceContext, device: string, what: string): Outcome =>
  quarantined(
    'unknown-room',
    `${account.vendor} device ${device} (${what}) is not in the rooms of account ${account.account}`,
  );
