import { MalformedFrame, type Reader } from './reader.js';
import type { Writer } from './writer.js';

/**
 * One type of the protocol, in both directions. The version lives in the reader and the writer, so that a message is
 * described once for all its versions; the compact encodings of the flexible versions belong into the leaves below.
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

export const nullableString: Codec<string | null> = {
  read(reader) {
    const length = reader.int16();
    return length < 0 ? null : reader.slice(length).toString('utf8');
  },
  write(writer, value) {
    if (value === null) return writer.int16(-1);
    const bytes = Buffer.from(value, 'utf8');
    writer.int16(bytes.length);
    writer.bytes(bytes);
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

export const nullableBytes: Codec<Buffer | null> = {
  read(reader) {
    const length = reader.int32();
    return length < 0 ? null : reader.slice(length);
  },
  write(writer, value) {
    if (value === null) return writer.int32(-1);
    writer.int32(value.length);
    writer.bytes(value);
  },
};

export const bytes: Codec<Buffer> = {
  read: (reader) => nullableBytes.read(reader) ?? Buffer.alloc(0),
  write: nullableBytes.write,
};

export const nullableArray = <T>(item: Codec<T>): Codec<T[] | null> => ({
  read(reader) {
    const count = reader.int32();
    if (count < 0) return null;
    // Each item takes a byte at least: a count beyond that is garbage, and must not allocate anything.
    if (count > reader.remaining)
      throw new MalformedFrame(`an array of ${count} items in ${reader.remaining} bytes`);
    return Array.from({ length: count }, () => item.read(reader));
  },
  write(writer, value) {
    writer.int32(value === null ? -1 : value.length);
    for (const entry of value ?? []) item.write(writer, entry);
  },
});

export const array = <T>(item: Codec<T>): Codec<T[]> => {
  const inner = nullableArray(item);
  return { read: (reader) => inner.read(reader) ?? [], write: inner.write };
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
      return value as { [K in keyof F]: Of<F[K]> };
    },
    write(writer, value) {
      for (const [name, codec] of entries) codec.write(writer, value[name]);
    },
  };
};

/** The shape that most messages share: topics, each with its partitions. */
export const topicsOf = <F extends Record<string, Codec<unknown>>>(fields: F) =>
  array(struct({ name: string, partitions: array(struct(fields)) }));

/** Always 0: this broker never throttles. */
export const throttleMs = int32;
