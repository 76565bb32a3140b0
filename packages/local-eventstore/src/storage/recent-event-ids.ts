/** Where a recently written event went. */
interface Placement {
  readonly stream: string;
  readonly revision: number;
}

/**
 * A bounded memory of written event ids, oldest forgotten first. It is what makes a retried append with the expected
 * revision `any` or `stream_exists` harmless; like EventStoreDB's, it does not reach back for ever.
 */
export class RecentEventIds {
  readonly #placements = new Map<string, Placement>();
  readonly #capacity: number;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  remember(id: string, placement: Placement): void {
    this.#placements.delete(id);
    this.#placements.set(id, placement);
    if (this.#placements.size <= this.#capacity) return;
    const oldest = this.#placements.keys().next();
    if (!oldest.done) this.#placements.delete(oldest.value);
  }

  /** The revision at which the stream holds this event, where it is remembered. */
  revisionIn(stream: string, id: string): number | undefined {
    const placement = this.#placements.get(id);
    return placement?.stream === stream ? placement.revision : undefined;
  }

  clear(): void {
    this.#placements.clear();
  }
}
