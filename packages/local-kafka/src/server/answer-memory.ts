/** What a fetch gets at least, in bytes, however little memory is left: otherwise nobody would get on. */
const leastShare = 65_536;

/**
 * Counts the bytes of answers that clients have not taken yet. The more there are, the less the next fetch gets, so
 * that slow readers, however many, make others slower but never fill the memory, and nobody waits for anybody.
 */
export class AnswerMemory {
  private held = 0;

  constructor(private readonly limit: number) {}

  /** How much of the `wanted` bytes an answer may have: at most a quarter of what is free. */
  share(wanted: number): number {
    return Math.min(wanted, Math.max(leastShare, Math.floor((this.limit - this.held) / 4)));
  }

  /** Counts an answer; call the returned function once when it has left, or its client is gone. */
  hold(bytes: number): () => void {
    this.held += bytes;
    return () => {
      this.held -= bytes;
    };
  }
}
