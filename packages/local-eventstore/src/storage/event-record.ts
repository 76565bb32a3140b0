import { crc32 } from '@node-rs/crc32';
import { DamagedDataError } from './damaged-data-error.js';

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
const checksumBytes = 4;
const format = 2;

/**
 * Packs a record. Layout, big-endian: format (u8), flags (u8), id (16), revision (f64), created ms (f64), lengths of
 * stream, type and data (u32 each), then stream, type, data, metadata, and the CRC-32 of the position (f64) and of all
 * of these. The position is the key, not in here.
 */
export function encodeRecord(record: EventRecord): Buffer {
  const { stream, type, data, metadata } = record;
  const textBytes = Buffer.byteLength(stream) + Buffer.byteLength(type);
  const bytes = Buffer.allocUnsafe(headerBytes + textBytes + data.length + metadata.length + checksumBytes);
  bytes[0] = format;
  bytes[1] = (record.isJson ? jsonFlag : 0) | (record.isTombstone ? tombstoneFlag : 0);
  bytes.write(record.id.replaceAll('-', ''), 2, 'hex');
  bytes.writeDoubleBE(record.revision, 18);
  bytes.writeDoubleBE(record.createdMs, 26);
  const streamEnd = headerBytes + bytes.write(stream, headerBytes, 'utf8');
  const typeEnd = streamEnd + bytes.write(type, streamEnd, 'utf8');
  bytes.writeUInt32BE(streamEnd - headerBytes, 34);
  bytes.writeUInt32BE(typeEnd - streamEnd, 38);
  bytes.writeUInt32BE(data.length, 42);
  bytes.set(data, typeEnd);
  bytes.set(metadata, typeEnd + data.length);
  return sealed(record.position, bytes);
}

/** A record as the first layout had it, without a checksum, in the format of today. */
export function withChecksum(position: number, unchecked: Buffer): Buffer {
  const bytes = Buffer.concat([unchecked, Buffer.alloc(checksumBytes)]);
  bytes[0] = format;
  return sealed(position, bytes);
}

/** Unpacks a record. Its data and metadata are views of `bytes`. Throws DamagedDataError where the checksum is wrong. */
export function decodeRecord(position: number, bytes: Buffer): EventRecord {
  const end = bytes.length - checksumBytes;
  if (end < headerBytes || bytes[0] !== format || bytes.readUInt32BE(end) !== checksumOf(position, bytes)) {
    throw new DamagedDataError(`The record at position ${position} is not what was written there.`);
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
    metadata: bytes.subarray(dataEnd, end),
  };
}

const positionBytes = Buffer.alloc(8);

/** The CRC-32 of the position and of all bytes up to the checksum's place. */
function checksumOf(position: number, bytes: Buffer): number {
  positionBytes.writeDoubleBE(position);
  return crc32(bytes.subarray(0, bytes.length - checksumBytes), crc32(positionBytes));
}

function sealed(position: number, bytes: Buffer): Buffer {
  bytes.writeUInt32BE(checksumOf(position, bytes), bytes.length - checksumBytes);
  return bytes;
}

function recordId(bytes: Buffer): string {
  const hex = bytes.toString('hex', 2, 18);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
