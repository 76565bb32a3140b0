import { crc32 } from '@node-rs/crc32';
import type { ReadLimits } from '../rules/truncation.js';
import { DamagedDataError } from './damaged-data-error.js';

/** What is kept of a stream beside its events. */
export interface StreamHead {
  /** Given once and never reused; the key of the stream in the revisions table. */
  readonly id: number;
  /** −1 where no event was ever written, as for a stream that only has metadata. */
  readonly lastRevision: number;
  readonly tombstoned: boolean;
  readonly limits: ReadLimits;
}

const headBytes = 45;
const checkedBytes = headBytes - 4;

/**
 * Packs a head. Layout, big-endian: tombstoned (u8), then as f64 the id, last revision, `$maxCount`, `$maxAge` and `$tb`
 * (NaN for none), then the CRC-32 of the stream's name and of these.
 */
export function encodeHead(stream: string, { id, lastRevision, tombstoned, limits }: StreamHead): Buffer {
  const bytes = Buffer.allocUnsafe(headBytes);
  bytes[0] = tombstoned ? 1 : 0;
  const { maxCount, maxAgeSeconds, truncateBefore } = limits;
  for (const [index, number] of [id, lastRevision, maxCount, maxAgeSeconds, truncateBefore].entries()) {
    bytes.writeDoubleBE(number ?? Number.NaN, 1 + index * 8);
  }
  bytes.writeUInt32BE(checksumOf(stream, bytes), checkedBytes);
  return bytes;
}

/** Unpacks a head. Throws DamagedDataError where the checksum is wrong. */
export function decodeHead(stream: string, bytes: Buffer): StreamHead {
  if (bytes.length !== headBytes || bytes.readUInt32BE(checkedBytes) !== checksumOf(stream, bytes)) {
    throw new DamagedDataError(`What is kept of the stream '${stream}' is not what was written.`);
  }
  const number = (index: number): number => bytes.readDoubleBE(1 + index * 8);
  const limit = <Name extends keyof ReadLimits>(name: Name, index: number) =>
    Number.isNaN(number(index)) ? {} : { [name]: number(index) };
  return {
    id: number(0),
    lastRevision: number(1),
    tombstoned: bytes[0] === 1,
    limits: { ...limit('maxCount', 2), ...limit('maxAgeSeconds', 3), ...limit('truncateBefore', 4) },
  };
}

function checksumOf(stream: string, bytes: Buffer): number {
  return crc32(bytes.subarray(0, checkedBytes), crc32(Buffer.from(stream, 'utf8')));
}
