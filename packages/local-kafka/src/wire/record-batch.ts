import { crc32c } from '@node-rs/crc32';
import { ErrorCode, ProtocolError } from './error-code.js';
import { Writer } from './writer.js';

/** Bytes before the first record of a batch (message format v2, kafka.apache.org/documentation/#recordbatch). */
export const batchHeaderBytes = 61;
const crcAt = 17;
const attributesAt = 21;
const logAppendTimeFlag = 8;

export interface BatchHeader {
  baseOffset: number;
  lastOffset: number;
  compression: number;
  /** Whether all of its records have `maxTimestamp`, which is when the broker took them. */
  isLogAppendTime: boolean;
  isTransactional: boolean;
  isControl: boolean;
  /** Whether `firstTimestamp` is when its tombstones may go instead (KIP-534). */
  hasDeleteHorizon: boolean;
  /** Milliseconds since 1970. */
  firstTimestamp: number;
  maxTimestamp: number;
  producerId: number;
  producerEpoch: number;
  baseSequence: number;
  recordCount: number;
}

const int64At = (buffer: Buffer, at: number): number =>
  buffer.readInt32BE(at) * 0x1_0000_0000 + buffer.readUInt32BE(at + 4);

const writeInt64 = (buffer: Buffer, value: number, at: number): void => {
  buffer.writeInt32BE(Math.floor(value / 0x1_0000_0000), at);
  buffer.writeUInt32BE(value >>> 0, at + 4);
};

/** Offset of the last record of a batch that was checked before. */
export const lastOffsetOf = (batch: Buffer): number => int64At(batch, 0) + batch.readInt32BE(23);

/** Reads the header of a batch that was checked before, such as a stored one. */
export const readBatchHeader = (batch: Buffer): BatchHeader => {
  const attributes = batch.readInt16BE(attributesAt);
  const baseOffset = int64At(batch, 0);
  return {
    baseOffset,
    lastOffset: baseOffset + batch.readInt32BE(23),
    compression: attributes & 7,
    isLogAppendTime: (attributes & logAppendTimeFlag) !== 0,
    isTransactional: (attributes & 0x10) !== 0,
    isControl: (attributes & 0x20) !== 0,
    hasDeleteHorizon: (attributes & 0x40) !== 0,
    firstTimestamp: int64At(batch, 27),
    maxTimestamp: int64At(batch, 35),
    producerId: int64At(batch, 43),
    producerEpoch: batch.readInt16BE(51),
    baseSequence: batch.readInt32BE(53),
    recordCount: batch.readInt32BE(57),
  };
};

/**
 * Checks what a client sent as the records of one partition: exactly one whole batch of format v2 with a right CRC,
 * with records in it, and not a control batch. Throws a ProtocolError otherwise.
 */
export const checkBatch = (records: Buffer | null, maxBytes: number): BatchHeader => {
  if (records === null || records.length < attributesAt) {
    throw new ProtocolError(ErrorCode.corruptMessage, 'the record batch is cut off');
  }
  if (records.readInt8(16) < 2) {
    throw new ProtocolError(ErrorCode.unsupportedForMessageFormat, 'only message format v2 is served');
  }
  const length = records.readInt32BE(8) + 12;
  if (length < batchHeaderBytes || length > records.length) {
    throw new ProtocolError(ErrorCode.corruptMessage, 'the record batch is cut off');
  }
  if (length < records.length) {
    throw new ProtocolError(ErrorCode.invalidRecord, 'a partition takes one batch per request');
  }
  if (length > maxBytes)
    throw new ProtocolError(ErrorCode.messageTooLarge, `a batch may have ${maxBytes} bytes`);
  if (crc32c(records.subarray(attributesAt)) !== records.readUInt32BE(crcAt)) {
    throw new ProtocolError(ErrorCode.corruptMessage, 'the CRC of the record batch is wrong');
  }
  const header = readBatchHeader(records);
  if (header.recordCount < 1 || records.readInt32BE(23) !== header.recordCount - 1) {
    throw new ProtocolError(ErrorCode.invalidRecord, 'the record count does not fit the offsets');
  }
  if (header.producerId >= 0 && (header.producerEpoch < 0 || header.baseSequence < 0)) {
    throw new ProtocolError(ErrorCode.invalidRecord, 'a producer id needs an epoch and a sequence');
  }
  if (header.hasDeleteHorizon)
    throw new ProtocolError(ErrorCode.invalidRecord, 'clients set no delete horizon');
  if (header.isControl) throw new ProtocolError(ErrorCode.invalidRecord, 'clients write no control batches');
  return header;
};

/** Whether a stored batch is still what was written: its length and its CRC fit. */
export const isIntact = (batch: Buffer): boolean =>
  batch.length >= batchHeaderBytes &&
  batch.readInt32BE(8) + 12 === batch.length &&
  crc32c(batch.subarray(attributesAt)) === batch.readUInt32BE(crcAt);

/** The same for a batch that stands at an offset, which its checksum does not cover. */
export const isIntactAt = (batch: Buffer, offset: number): boolean =>
  isIntact(batch) && readBatchHeader(batch).baseOffset === offset;

/** Gives a batch its place in the log. The CRC starts at the attributes, so it stays right. */
export const placeBatch = (batch: Buffer, baseOffset: number): void => {
  writeInt64(batch, baseOffset, 0);
  batch.writeInt32BE(0, 12);
};

/** Gives all records of a batch the time at which the broker takes it. */
export const stampBatch = (batch: Buffer, nowMs: number): void => {
  batch.writeInt16BE(batch.readInt16BE(attributesAt) | logAppendTimeFlag, attributesAt);
  writeInt64(batch, nowMs, 35);
  batch.writeUInt32BE(crc32c(batch.subarray(attributesAt)), crcAt);
};

export interface Resealing {
  compression: number;
  baseTimestampMs: number;
  hasDeleteHorizon: boolean;
  maxTimestampMs: number;
  recordCount: number;
}

/** A stored batch with another body: what is not named here stays as it is in the header. */
export const resealBatch = (batch: Buffer, body: Buffer, change: Resealing): Buffer => {
  const sealed = Buffer.concat([batch.subarray(0, batchHeaderBytes), body]);
  const kept = batch.readInt16BE(attributesAt) & ~(7 | 0x40);
  sealed.writeInt32BE(sealed.length - 12, 8);
  sealed.writeInt16BE(kept | change.compression | (change.hasDeleteHorizon ? 0x40 : 0), attributesAt);
  writeInt64(sealed, change.baseTimestampMs, 27);
  writeInt64(sealed, change.maxTimestampMs, 35);
  sealed.writeInt32BE(change.recordCount, 57);
  sealed.writeUInt32BE(crc32c(sealed.subarray(attributesAt)), crcAt);
  return sealed;
};

/** The control batch that ends a transaction on one partition. */
export const transactionMarker = (marker: {
  baseOffset: number;
  producerId: number;
  producerEpoch: number;
  commit: boolean;
  timestampMs: number;
}): Buffer => {
  const record = new Writer();
  record.int8(0);
  record.varint(0);
  record.varint(0);
  record.varint(4);
  record.int16(0);
  record.int16(marker.commit ? 1 : 0);
  record.varint(6);
  record.int16(0);
  record.int32(0);
  record.varint(0);
  const body = record.finish();
  const batch = new Writer();
  batch.int64(marker.baseOffset);
  batch.int32(batchHeaderBytes - 12 + body.length + 1);
  batch.int32(0);
  batch.int8(2);
  batch.uint32(0);
  batch.int16(0x30);
  batch.int32(0);
  batch.int64(marker.timestampMs);
  batch.int64(marker.timestampMs);
  batch.int64(marker.producerId);
  batch.int16(marker.producerEpoch);
  batch.int32(-1);
  batch.int32(1);
  batch.varint(body.length);
  batch.bytes(body);
  const bytes = batch.finish();
  bytes.writeUInt32BE(crc32c(bytes.subarray(attributesAt)), crcAt);
  return bytes;
};
