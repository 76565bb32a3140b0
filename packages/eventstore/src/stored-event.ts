import type { ResolvedEvent } from '@eventstore/db-client';

/** An event as it was stored. */
export interface StoredEvent {
  id: string;
  type: string;
  stream: string;
  /** From 0, without gaps. */
  revision: number;
  /** The commit position in $all. */
  position: number;
  /** When it was written; milliseconds since 1970 UTC. */
  createdAt: number;
  data: unknown;
}

/** Undefined for a link whose event is gone. */
export function storedEvent({ event }: ResolvedEvent): StoredEvent | undefined {
  if (!event) return undefined;
  return {
    id: event.id,
    type: event.type,
    stream: event.streamId,
    revision: Number(event.revision),
    position: Number(event.position?.commit ?? 0n),
    createdAt: event.created.getTime(),
    data: event.data,
  };
}
