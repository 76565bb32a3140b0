import { randomUUID } from 'node:crypto';

/** The EventStoreDB release whose protocol this server speaks. */
export const protocolVersion = '23.10.0';

/** What the server says of itself: a cluster of one, which leads. */
export interface ThisNode {
  readonly instanceId: string;
  /** Known once it listens. */
  address(): { readonly host: string; readonly port: number };
}

export function thisNode(address: ThisNode['address']): ThisNode {
  return { instanceId: randomUUID(), address };
}
