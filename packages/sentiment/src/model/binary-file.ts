import { readFileSync } from 'node:fs';

/** A file of ours: a header in JSON, then arrays of numbers, each at a multiple of four bytes. */
export interface BinaryFile<Header> {
  readonly header: Header;
  /** Takes the next array out of the file: a view on its bytes, not a copy. */
  bytes(length: number): Uint8Array;
  words(length: number): Uint32Array;
}

const MAGIC = 'BHM1';
const padded = (length: number): number => (length + 3) & ~3;

/** Reads a file written by `binaryFile`; throws where it is none. */
export function readBinaryFile<Header>(path: URL | string): BinaryFile<Header> {
  const file = parsedBinaryFile<Header>(readFileSync(path));
  if (file === null) throw new Error(`${path} is no model file`);
  return file;
}

/** As `readBinaryFile`, of bytes; null where they are no such file. */
export function parsedBinaryFile<Header>(bytes: Buffer): BinaryFile<Header> | null {
  if (bytes.toString('latin1', 0, 4) !== MAGIC) return null;
  // A small file lies somewhere in a pool of Node's, where four-byte numbers need not be aligned.
  const isAligned = bytes.byteOffset % 4 === 0;
  const { buffer, byteOffset } = isAligned ? bytes : new Uint8Array(bytes);
  const length = bytes.readUInt32LE(4);
  let at = 8 + padded(length);
  const next = (size: number): number => {
    const from = at;
    at += padded(size);
    return from;
  };
  return {
    header: JSON.parse(bytes.toString('utf8', 8, 8 + length)) as Header,
    bytes: (size) => new Uint8Array(buffer, byteOffset + next(size), size),
    words: (count) => new Uint32Array(buffer, byteOffset + next(count * 4), count),
  };
}

/** The bytes of such a file. */
export function binaryFile(
  header: object,
  arrays: readonly (Uint8Array | Int8Array | Uint32Array)[],
): Buffer {
  const json = Buffer.from(JSON.stringify(header));
  const start = Buffer.alloc(8 + padded(json.length));
  start.write(MAGIC, 0, 'latin1');
  start.writeUInt32LE(json.length, 4);
  json.copy(start, 8);
  const rest = arrays.map((array) => {
    const part = Buffer.alloc(padded(array.byteLength));
    Buffer.from(array.buffer, array.byteOffset, array.byteLength).copy(part);
    return part;
  });
  return Buffer.concat([start, ...rest]);
}
