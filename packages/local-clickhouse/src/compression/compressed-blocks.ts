import { Transform } from 'node:stream';
import { decompress as unzstd } from 'fzstd';
import lz4 from 'lz4js';
import { refusal } from '../clickhouse-exception.js';
import { cityHash128 } from './city-hash-128.js';
import type { FrameDecoder } from './frame-decoder.js';

/**
 * ClickHouse's own compressed blocks, which `compress=1` answers with and `decompress=1` takes: a checksum of 16 bytes over
 * the rest, the method, the length with these nine bytes, the length unfolded, the data (src/Compression).
 */
const checksumBytes = 16;
const headerBytes = 9;
const method = { none: 0x02, lz4: 0x82, zstd: 0x90 } as const;
const maxBlockBytes = 1024 * 1024;
/** What a server allows (DBMS_MAX_COMPRESSED_SIZE). */
const maxUnfoldedBytes = 1024 ** 3;

/** Packs a stream into blocks of up to 1 MiB, each by LZ4: clients that asked for it, such as JDBC's first, take no other. */
export function encodeBlocks(): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      for (let at = 0; at < chunk.length; at += maxBlockBytes) {
        this.push(packBlock(chunk.subarray(at, at + maxBlockBytes)));
      }
      done();
    },
  });
}

function packBlock(data: Buffer): Buffer {
  const start = checksumBytes + headerBytes;
  const block = Buffer.alloc(start + lz4.compressBound(data.length));
  const packed =
    lz4.compressBlock(data, block.subarray(start), 0, data.length, new Uint32Array(65_536)) ||
    storeBlock(data, block.subarray(start));
  const length = headerBytes + packed;
  block[checksumBytes] = method.lz4;
  block.writeUInt32LE(length, checksumBytes + 1);
  block.writeUInt32LE(data.length, checksumBytes + 5);
  const { low, high } = cityHash128(block.subarray(checksumBytes, checksumBytes + length));
  block.writeBigUInt64LE(low, 0);
  block.writeBigUInt64LE(high, 8);
  return block.subarray(0, checksumBytes + length);
}

/** Data that does not become shorter, as the single sequence of literals that an LZ4 block may consist of. */
function storeBlock(data: Buffer, block: Buffer): number {
  let at = 0;
  block[at++] = Math.min(data.length, 15) << 4;
  for (let rest = data.length - 15; rest >= 0; rest -= 255) block[at++] = Math.min(rest, 255);
  return at + data.copy(block, at);
}

/** Throws CHECKSUM_DOESNT_MATCH for bytes that were changed on the way, unless checksums are not asked for. */
export function blockDecoder({ checksums }: { checksums: boolean }): FrameDecoder {
  let header: Buffer | undefined;
  return {
    get wanted() {
      return header ? header.readUInt32LE(checksumBytes + 1) - headerBytes : checksumBytes + headerBytes;
    },
    get isAtEnd() {
      return header === undefined;
    },
    take(bytes) {
      if (!header) {
        header = Buffer.from(bytes);
        refuseImpossible(header);
        return undefined;
      }
      const block = Buffer.concat([header, bytes]);
      header = undefined;
      if (checksums) verify(block);
      return unfold(block);
    },
  };
}

function refuseImpossible(header: Buffer): void {
  const length = header.readUInt32LE(checksumBytes + 1);
  const unfolded = header.readUInt32LE(checksumBytes + 5);
  if (length <= headerBytes || length > maxUnfoldedBytes || unfolded > maxUnfoldedBytes) {
    throw refusal(
      'TOO_LARGE_SIZE_COMPRESSED',
      `Too large size compressed: ${length}. Most likely corrupted data.`,
    );
  }
}

function verify(block: Buffer): void {
  const { low, high } = cityHash128(block.subarray(checksumBytes));
  if (block.readBigUInt64LE(0) === low && block.readBigUInt64LE(8) === high) return;
  throw refusal('CHECKSUM_DOESNT_MATCH', "Checksum doesn't match: corrupted data.");
}

function unfold(block: Buffer): Buffer {
  const data = block.subarray(checksumBytes + headerBytes);
  const unfolded = Buffer.alloc(block.readUInt32LE(checksumBytes + 5));
  switch (block[checksumBytes]) {
    case method.none:
      return Buffer.from(data);
    case method.lz4:
      if (lz4.decompressBlock(data, unfolded, 0, data.length, 0) === unfolded.length) return unfolded;
      break;
    case method.zstd:
      if (unzstd(data, unfolded).length === unfolded.length) return unfolded;
      break;
    default:
      throw refusal('UNKNOWN_COMPRESSION_METHOD', `Unknown compression method: ${block[checksumBytes]}.`);
  }
  throw refusal('CANNOT_DECOMPRESS', 'Cannot decompress: a block has another length than it says.');
}
