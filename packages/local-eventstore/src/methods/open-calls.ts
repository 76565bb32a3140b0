import type { CallError } from '../wire/errors.js';

/** The calls that stay open, so that a server that closes can end them instead of waiting for their clients. */
export class OpenCalls {
  readonly #ends = new Set<(reason: CallError) => void>();

  /** Registers how to end a call; returns what to call when it ended by itself. */
  add(end: (reason: CallError) => void): () => void {
    this.#ends.add(end);
    return () => this.#ends.delete(end);
  }

  endAll(reason: CallError): void {
    for (const end of [...this.#ends]) end(reason);
  }
}
