import { randomUUID } from 'node:crypto';

/** The EventStoreDB release whose protocol this server speaks. */
export const protocolVersion = '23.10.0';

/** What the server says of itself: a cluster of one, which leads. */
export interface ThisNode {
  readonly instanceId: string;
  /** The term in which it leads, which begins with its start. */
  readonly epochId: string;
  /** Known once it listens. */
  address(): { readonly host: string; readonly port: number };
  /** The position of the last event in its log. */
  lastPosition(): number;
}

export function thisNode(known: Pick<ThisNode, 'address' | 'lastPosition'>): ThisNode {
  return { instanceId: randomUUID(), epochId: randomUUID(), ...known };
}
