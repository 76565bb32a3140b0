/** Frames up to this size, in bytes, are taken without asking: the sum over all connections is small. */
const freeBytes = 65_536;

/**
 * Hands out the memory for requests that are coming in. A large frame is only read once all of its bytes are granted,
 * first come, first served; who waits is not read from, and holds on to nothing.
 */
export class RequestMemory {
  private held = 0;
  private readonly waiting: { bytes: number; grant: () => void }[] = [];

  constructor(private readonly limit: number) {}

  /** Calls `grant`, at once or later. Call the returned function once, when the frame is done or its client is gone. */
  request(bytes: number, grant: () => void): () => void {
    if (bytes <= freeBytes) {
      grant();
      return () => {};
    }
    const entry = { bytes, grant };
    this.waiting.push(entry);
    this.serve();
    return () => {
      const at = this.waiting.indexOf(entry);
      if (at >= 0) this.waiting.splice(at, 1);
      else this.held -= bytes;
      this.serve();
    };
  }

  /** A frame larger than the whole limit is taken when it is alone. */
  private serve(): void {
    for (;;) {
      const next = this.waiting[0];
      const isFitting = next !== undefined && (this.held === 0 || this.held + next.bytes <= this.limit);
      if (!isFitting) return;
      this.waiting.shift();
      this.held += next.bytes;
      next.grant();
    }
  }
}
