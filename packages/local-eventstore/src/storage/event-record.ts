/** One event as it lies in the log. */
export interface EventRecord {
  /** The place in `$all`. Positions rise strictly and are sparse: the next one is not this one plus 1. */
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
  /** A UUID in lower case with dashes. */
  readonly id: string;
  readonly type: string;
  readonly isJson: boolean;
  /** True for the `$streamDeleted` event that ends a stream for good. */
  readonly isTombstone: boolean;
  /** Milliseconds since the Unix epoch. */
  readonly createdMs: number;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

const jsonFlag = 1;
const tombstoneFlag = 2;
const headerBytes = 46;
const formatVersion = 1;

/**
 * Packs a record. Layout, big-endian: format (u8), flags (u8), id (16), revision (f64), created ms (f64),
 * lengths of stream, type and data (u32 each), then stream, type, data, metadata. The position is the key, not in here.
 */
export function encodeRecord(record: Omit<EventRecord, 'position'>): Buffer {
  const stream = Buffer.from(record.stream, 'utf8');
  const type = Buffer.from(record.type, 'utf8');
  const size = headerBytes + stream.length + type.length + record.data.length + record.metadata.length;
  const bytes = Buffer.allocUnsafe(size);
  bytes[0] = formatVersion;
  bytes[1] = (record.isJson ? jsonFlag : 0) | (record.isTombstone ? tombstoneFlag : 0);
  bytes.write(record.id.replaceAll('-', ''), 2, 'hex');
  bytes.writeDoubleBE(record.revision, 18);
  bytes.writeDoubleBE(record.createdMs, 26);
  bytes.writeUInt32BE(stream.length, 34);
  bytes.writeUInt32BE(type.length, 38);
  bytes.writeUInt32BE(record.data.length, 42);
  let offset = headerBytes;
  for (const part of [stream, type, record.data, record.metadata]) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

/** Unpacks a record. Its data and metadata are views of `bytes`. */
export function decodeRecord(position: number, bytes: Buffer): EventRecord {
  if (bytes[0] !== formatVersion) {
    throw new Error(
      `The record at position ${position} has format ${bytes[0]}; this version reads ${formatVersion}.`,
    );
  }
  const flags = bytes[1] ?? 0;
  const streamEnd = headerBytes + bytes.readUInt32BE(34);
  const typeEnd = streamEnd + bytes.readUInt32BE(38);
  const dataEnd = typeEnd + bytes.readUInt32BE(42);
  return {
    position,
    stream: bytes.toString('utf8', headerBytes, streamEnd),
    revision: bytes.readDoubleBE(18),
    id: recordId(bytes),
    type: bytes.toString('utf8', streamEnd, typeEnd),
    isJson: (flags & jsonFlag) !== 0,
    isTombstone: (flags & tombstoneFlag) !== 0,
    createdMs: bytes.readDoubleBE(26),
    data: bytes.subarray(typeEnd, dataEnd),
    metadata: bytes.subarray(dataEnd),
  };
}

function recordId(bytes: Buffer): string {
  const hex = bytes.toString('hex', 2, 18);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
