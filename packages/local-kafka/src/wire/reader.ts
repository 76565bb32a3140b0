/** The frame ended before the value did, or a length in it makes no sense. The connection that sent it is closed. */
export class MalformedFrame extends Error {
  override name = 'MalformedFrame';
}

/** Items of all arrays of one frame together. Small items on the wire become large ones in memory. */
const maxItems = 200_000;

/** Reads the primitive types of the Kafka protocol (big-endian) from one frame, at one API version. */
export class Reader {
  offset = 0;
  private items = 0;

  constructor(
    readonly buffer: Buffer,
    readonly version = 0,
    /** Whether this version has the compact encodings and tagged fields of KIP-482. */
    readonly isFlexible = false,
  ) {}

  get remaining(): number {
    return this.buffer.length - this.offset;
  }

  int8(): number {
    return this.buffer.readInt8(this.advance(1));
  }

  int16(): number {
    return this.buffer.readInt16BE(this.advance(2));
  }

  int32(): number {
    return this.buffer.readInt32BE(this.advance(4));
  }

  uint32(): number {
    return this.buffer.readUInt32BE(this.advance(4));
  }

  /** Beyond 2^53 the value loses its last bits; offsets, timestamps and producer ids never get there. */
  int64(): number {
    const at = this.advance(8);
    return this.buffer.readInt32BE(at) * 0x1_0000_0000 + this.buffer.readUInt32BE(at + 4);
  }

  /** Admits an array. Each item takes a byte at least: a count beyond that is garbage, and must not allocate. */
  countItems(count: number): number {
    this.items += Math.max(count, 0);
    if (count > this.remaining || this.items > maxItems) {
      throw new MalformedFrame(`an array of ${count} items in ${this.remaining} bytes`);
    }
    return count;
  }

  /** An unsigned varint, as the flexible versions use it for lengths. */
  uvarint(): number {
    let value = 0;
    let scale = 1;
    for (let count = 0; count < 5; count += 1) {
      const byte = this.buffer[this.advance(1)]!;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 128;
    }
    throw new MalformedFrame('an unsigned varint is longer than five bytes');
  }

  /** A zigzag varint of up to 64 bits, as records use it. */
  varint(): number {
    let value = 0;
    let scale = 1;
    for (let count = 0; count < 10; count += 1) {
      const byte = this.buffer[this.advance(1)]!;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
      scale *= 128;
    }
    throw new MalformedFrame('a varint is longer than ten bytes');
  }

  /** A view into the frame, not a copy. */
  slice(length: number): Buffer {
    const at = this.advance(length);
    return this.buffer.subarray(at, at + length);
  }

  private advance(length: number): number {
    if (length < 0 || length > this.remaining) {
      throw new MalformedFrame(`${length} bytes wanted at ${this.offset} of ${this.buffer.length}`);
    }
    const at = this.offset;
    this.offset += length;
    return at;
  }
}
