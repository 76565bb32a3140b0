import { MalformedFrame, type Reader } from './reader.js';
import type { Writer } from './writer.js';

/**
 * One type of the protocol, in both directions. The version lives in the reader and the writer, so that a message is
 * described once for all its versions; whether a version is flexible is known to the leaves below.
 */
export interface Codec<T> {
  read(reader: Reader): T;
  write(writer: Writer, value: T): void;
}

/** What a codec reads and writes. */
export type Of<C> = C extends Codec<infer T> ? T : never;

export const int8: Codec<number> = { read: (r) => r.int8(), write: (w, v) => w.int8(v) };
export const int16: Codec<number> = { read: (r) => r.int16(), write: (w, v) => w.int16(v) };
export const int32: Codec<number> = { read: (r) => r.int32(), write: (w, v) => w.int32(v) };
export const int64: Codec<number> = { read: (r) => r.int64(), write: (w, v) => w.int64(v) };
export const boolean: Codec<boolean> = { read: (r) => r.int8() !== 0, write: (w, v) => w.int8(v ? 1 : 0) };

/** A length before its value: in flexible versions an unsigned varint of one more, so that 0 stands for null. */
const readLength = (reader: Reader, classic: () => number): number =>
  reader.isFlexible ? reader.uvarint() - 1 : classic();

const writeLength = (writer: Writer, length: number, classic: () => void): void =>
  writer.isFlexible ? writer.uvarint(length + 1) : classic();

export const nullableString: Codec<string | null> = {
  read(reader) {
    const length = readLength(reader, () => reader.int16());
    return length < 0 ? null : reader.slice(length).toString('utf8');
  },
  write(writer, value) {
    const bytes = value === null ? null : Buffer.from(value, 'utf8');
    const length = bytes?.length ?? -1;
    writeLength(writer, length, () => writer.int16(length));
    if (bytes !== null) writer.bytes(bytes);
  },
};

export const string: Codec<string> = {
  read(reader) {
    const value = nullableString.read(reader);
    if (value === null) throw new MalformedFrame('a string that may not be null is null');
    return value;
  },
  write: nullableString.write,
};

/** A string that may be null from version `first` on. Before that, null is written as the empty text. */
export const nullableStringSince = (first: number): Codec<string | null> => ({
  read: (reader) => (reader.version >= first ? nullableString : string).read(reader),
  write: (writer, value) => nullableString.write(writer, writer.version >= first ? value : (value ?? '')),
});

export const nullableBytes: Codec<Buffer | null> = {
  read(reader) {
    const length = readLength(reader, () => reader.int32());
    return length < 0 ? null : reader.slice(length);
  },
  write(writer, value) {
    const length = value?.length ?? -1;
    writeLength(writer, length, () => writer.int32(length));
    if (value !== null) writer.bytes(value);
  },
};

export const bytes: Codec<Buffer> = {
  read: (reader) => nullableBytes.read(reader) ?? Buffer.alloc(0),
  write: nullableBytes.write,
};

/** Bytes that are kept as the pieces they were read in, so that they need not be joined before writing. */
export const chunks: Codec<Buffer[]> = {
  read(reader) {
    const whole = nullableBytes.read(reader);
    return whole === null || whole.length === 0 ? [] : [whole];
  },
  write(writer, pieces) {
    const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
    writeLength(writer, length, () => writer.int32(length));
    for (const piece of pieces) writer.bytes(piece);
  },
};

/** Sixteen bytes as 32 hexadecimal digits; zeros, which stand for none, are the empty text. */
export const uuid: Codec<string> = {
  read(reader) {
    const digits = reader.slice(16).toString('hex');
    return /^0+$/.test(digits) ? '' : digits;
  },
  write: (writer, value) => writer.bytes(Buffer.from(value.padStart(32, '0'), 'hex')),
};

export const nullableArray = <T>(item: Codec<T>): Codec<T[] | null> => ({
  read(reader) {
    const count = reader.countItems(readLength(reader, () => reader.int32()));
    return count < 0 ? null : Array.from({ length: count }, () => item.read(reader));
  },
  write(writer, value) {
    const length = value === null ? -1 : value.length;
    writeLength(writer, length, () => writer.int32(length));
    for (const entry of value ?? []) item.write(writer, entry);
  },
});

export const array = <T>(item: Codec<T>): Codec<T[]> => {
  const inner = nullableArray(item);
  return { read: (reader) => inner.read(reader) ?? [], write: inner.write };
};

/** The tagged fields at the end of a struct. All of them are optional: those of a client are skipped, none is sent. */
export const taggedFields: Codec<void> = {
  read(reader) {
    if (!reader.isFlexible) return;
    for (let left = reader.countItems(reader.uvarint()); left > 0; left -= 1) {
      reader.uvarint();
      reader.slice(reader.uvarint());
    }
  },
  write(writer) {
    if (writer.isFlexible) writer.uvarint(0);
  },
};

/** A field that exists in versions `first` to `last` (both included); elsewhere it reads as `otherwise`. */
export const versions = <T>(first: number, last: number, codec: Codec<T>, otherwise: T): Codec<T> => ({
  read: (reader) => (reader.version >= first && reader.version <= last ? codec.read(reader) : otherwise),
  write(writer, value) {
    if (writer.version >= first && writer.version <= last) codec.write(writer, value);
  },
});

/** A field that exists from version `first` on; before that it reads as `otherwise`. */
export const since = <T>(first: number, codec: Codec<T>, otherwise: T): Codec<T> =>
  versions(first, Number.POSITIVE_INFINITY, codec, otherwise);

/** Fields in the order of the protocol. */
export const struct = <F extends Record<string, Codec<unknown>>>(
  fields: F,
): Codec<{ [K in keyof F]: Of<F[K]> }> => {
  const entries = Object.entries(fields);
  return {
    read(reader) {
      const value: Record<string, unknown> = {};
      for (const [name, codec] of entries) value[name] = codec.read(reader);
      taggedFields.read(reader);
      return value as { [K in keyof F]: Of<F[K]> };
    },
    write(writer, value) {
      for (const [name, codec] of entries) codec.write(writer, value[name]);
      taggedFields.write(writer);
    },
  };
};

/** The shape that most messages share: topics, each with its partitions. */
export const topicsOf = <F extends Record<string, Codec<unknown>>>(fields: F) =>
  array(struct({ name: string, partitions: array(struct(fields)) }));

/** Always 0: this broker never throttles. */
export const throttleMs: Codec<number> = { ...int32 };

/** What a client may do with a resource, where it asks: nobody computes it here (the protocol's value for that). */
export const authorizedOperations: Codec<number> = { ...int32 };
export const unknownOperations = -2_147_483_648;
