/** Smaller pieces, in bytes, are not worth keeping. */
const leastKept = 65_536;

/** Pieces of up to so many bytes have a power of two as their length, so that they fit again. */
const largestKept = 1_048_576;

const roundUp = (bytes: number): number =>
  bytes > largestKept ? bytes : 2 ** Math.ceil(Math.log2(Math.max(bytes, 1)));

/**
 * Memory that is read into, kept from one answer of a connection to its next: garbage of megabytes an answer would cost
 * more than the reading. All connections together keep no more than the limit; beyond it, memory comes and goes.
 */
export class ReadMemory {
  private kept = 0;

  constructor(private readonly limit: number) {}

  ofConnection(): ReadBuffers {
    return new ReadBuffers(this);
  }

  /** False where there is no room. */
  keep(bytes: number): boolean {
    if (this.kept + bytes > this.limit) return false;
    this.kept += bytes;
    return true;
  }

  giveBack(bytes: number): void {
    this.kept -= bytes;
  }
}

/** What one connection keeps. */
export class ReadBuffers {
  private free: Buffer[] = [];
  private used: Buffer[] = [];
  private isReleased = false;

  constructor(private readonly memory: ReadMemory) {}

  /** For when what was read before has been sent: it is overwritten from now on. What that did not need is given up. */
  reuse(): void {
    this.giveUp(this.free);
    this.free = this.used;
    this.used = [];
  }

  /** At least so many bytes, with anything in them. */
  take(bytes: number): Buffer {
    const length = roundUp(bytes);
    const at = this.free.findIndex((it) => it.length === length);
    const piece = at >= 0 ? this.free.splice(at, 1)[0]! : Buffer.allocUnsafe(length);
    const isWorthwhile = length >= leastKept && length <= largestKept && !this.isReleased;
    if (at >= 0 || (isWorthwhile && this.memory.keep(length))) this.used.push(piece);
    return piece;
  }

  /** For when the connection is gone. */
  release(): void {
    this.isReleased = true;
    this.giveUp([...this.free, ...this.used]);
    this.free = [];
    this.used = [];
  }

  private giveUp(pieces: readonly Buffer[]): void {
    for (const piece of pieces) this.memory.giveBack(piece.length);
  }
}

/** Joins what is read one after another into few pieces, which are cheaper to send than many. */
export class Gathering {
  private readonly full: Buffer[] = [];
  private piece: Buffer = Buffer.alloc(0);
  private filled = 0;
  private total = 0;

  /** About `expected` bytes will come; pieces are not made much larger than that. */
  constructor(
    private readonly buffers: ReadBuffers,
    private readonly expected: number,
  ) {}

  /** In bytes. */
  get length(): number {
    return this.total;
  }

  add(bytes: Buffer): void {
    if (this.filled + bytes.length > this.piece.length) {
      this.closePiece();
      // Small reads stay small, and large ones get few pieces.
      const ahead = Math.min(this.piece.length * 2, this.expected - this.total, largestKept);
      this.piece = this.buffers.take(Math.max(bytes.length, ahead));
      this.filled = 0;
    }
    bytes.copy(this.piece, this.filled);
    this.filled += bytes.length;
    this.total += bytes.length;
  }

  finish(): Buffer[] {
    this.closePiece();
    return this.full;
  }

  private closePiece(): void {
    if (this.filled > 0) this.full.push(this.piece.subarray(0, this.filled));
  }
}
