/** Bytes from this length on are kept as they come, not copied: batches make up most of what is sent. */
const keptFrom = 4_096;

/**
 * Writes the primitive types of the Kafka protocol (big-endian) into a buffer that grows, at one API version. What is
 * kept as it comes must not change until the result has been used.
 */
export class Writer {
  /** What comes before `buffer`. */
  private readonly before: Buffer[] = [];
  private buffer: Buffer;
  private length = 0;

  constructor(
    readonly version = 0,
    capacity = 256,
    /** Whether this version has the compact encodings and tagged fields of KIP-482. */
    readonly isFlexible = false,
  ) {
    this.buffer = Buffer.allocUnsafe(capacity);
  }

  int8(value: number): void {
    const at = this.reserve(1);
    this.buffer.writeInt8(value, at);
  }

  int16(value: number): void {
    const at = this.reserve(2);
    this.buffer.writeInt16BE(value, at);
  }

  int32(value: number): void {
    const at = this.reserve(4);
    this.buffer.writeInt32BE(value, at);
  }

  uint32(value: number): void {
    const at = this.reserve(4);
    this.buffer.writeUInt32BE(value, at);
  }

  int64(value: number): void {
    const at = this.reserve(8);
    this.buffer.writeInt32BE(Math.floor(value / 0x1_0000_0000), at);
    this.buffer.writeUInt32BE(value >>> 0, at + 4);
  }

  varint(value: number): void {
    this.uvarint(value >= 0 ? value * 2 : -value * 2 - 1);
  }

  uvarint(value: number): void {
    let rest = value;
    while (rest >= 0x80) {
      this.byte((rest % 0x80) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    this.byte(rest);
  }

  bytes(value: Buffer): void {
    if (value.length >= keptFrom) {
      this.before.push(this.written(), value);
      this.buffer = this.buffer.subarray(this.length);
      this.length = 0;
      return;
    }
    const at = this.reserve(value.length);
    this.buffer.set(value, at);
  }

  /** What was written so far, as one piece. The writer must not be used afterwards. */
  finish(): Buffer {
    return this.before.length === 0 ? this.written() : Buffer.concat(this.pieces());
  }

  /** The same in pieces, to be sent one after another. The first begins with what was written first, unless that was kept. */
  pieces(): Buffer[] {
    return [...this.before, this.written()];
  }

  private written(): Buffer {
    return this.buffer.subarray(0, this.length);
  }

  private byte(value: number): void {
    const at = this.reserve(1);
    this.buffer[at] = value;
  }

  private reserve(count: number): number {
    const at = this.length;
    this.length += count;
    if (this.length > this.buffer.length) {
      const grown = Buffer.allocUnsafe(Math.max(this.length, this.buffer.length * 2));
      this.buffer.copy(grown, 0, 0, at);
      this.buffer = grown;
    }
    return at;
  }
}
