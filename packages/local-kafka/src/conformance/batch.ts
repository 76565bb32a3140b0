import { crc32c } from '@node-rs/crc32';
import { Writer } from '../wire/writer.js';

export interface BatchOptions {
  /** Null makes a tombstone. */
  values: (string | null)[];
  /** Beside the values; without them no record has a key. */
  keys?: string[];
  compression?: { codec: number; compress(plain: Buffer): Uint8Array };
  producerId?: number;
  epoch?: number;
  baseSequence?: number;
  isTransactional?: boolean;
  /** Milliseconds since 1970, of each record. */
  timestamps?: number[];
}

const writeText = (record: Writer, text: string | null): void => {
  record.varint(text === null ? -1 : Buffer.byteLength(text));
  if (text !== null) record.bytes(Buffer.from(text));
};

/** A record batch as a producer sends it. */
export const makeBatch = (options: BatchOptions): Buffer => {
  const { values, producerId = -1, epoch = -1, baseSequence = -1, isTransactional = false } = options;
  const timestamps = options.timestamps ?? values.map(() => 1_700_000_000_000);
  const first = timestamps[0]!;
  const writer = new Writer();
  writer.int64(0);
  writer.int32(0);
  writer.int32(-1);
  writer.int8(2);
  writer.uint32(0);
  writer.int16((isTransactional ? 0x10 : 0) | (options.compression?.codec ?? 0));
  writer.int32(values.length - 1);
  writer.int64(first);
  writer.int64(Math.max(...timestamps));
  writer.int64(producerId);
  writer.int16(epoch);
  writer.int32(baseSequence);
  writer.int32(values.length);
  const records = new Writer();
  for (const [index, value] of values.entries()) {
    const record = new Writer();
    record.int8(0);
    record.varint(timestamps[index]! - first);
    record.varint(index);
    writeText(record, options.keys?.[index] ?? null);
    writeText(record, value);
    record.varint(0);
    const body = record.finish();
    records.varint(body.length);
    records.bytes(body);
  }
  writer.bytes(Buffer.from(options.compression?.compress(records.finish()) ?? records.finish()));
  const batch = writer.finish();
  batch.writeInt32BE(batch.length - 12, 8);
  batch.writeUInt32BE(crc32c(batch.subarray(21)), 17);
  return batch;
};
