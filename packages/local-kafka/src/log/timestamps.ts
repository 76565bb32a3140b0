import { ErrorCode, ProtocolError } from '../wire/error-code.js';
import { MalformedFrame } from '../wire/reader.js';
import { readRecords } from '../wire/records.js';
import type { TopicConfig } from './topic-config.js';

/** How far a record's timestamp may lie from the broker's clock, in milliseconds. */
export interface TimestampLimits {
  beforeMs: number;
  afterMs: number;
}

/**
 * The limits that a topic sets, or null. The two for one direction each came in the place of the one for both (KIP-937),
 * which counts where they are not set.
 */
export const timestampLimits = (config: TopicConfig): TimestampLimits | null => {
  const either = config['message.timestamp.difference.max.ms'];
  const before = config['message.timestamp.before.max.ms'] ?? either;
  const after = config['message.timestamp.after.max.ms'] ?? either;
  if (before === undefined && after === undefined) return null;
  const msOf = (value: string | undefined) =>
    value === undefined ? Number.POSITIVE_INFINITY : Number(value);
  return { beforeMs: msOf(before), afterMs: msOf(after) };
};

/** Throws INVALID_TIMESTAMP where a record is too old or too far ahead; one without a timestamp (−1) passes. */
export const checkTimestamps = (batch: Buffer, limits: TimestampLimits, nowMs: number): void => {
  const isOutside = ({ timestampMs }: { timestampMs: number }) =>
    timestampMs !== -1 && (nowMs - timestampMs > limits.beforeMs || timestampMs - nowMs > limits.afterMs);
  try {
    if (!readRecords(batch).some(isOutside)) return;
  } catch (error) {
    if (!(error instanceof MalformedFrame)) throw error;
    throw new ProtocolError(ErrorCode.corruptMessage, error.message);
  }
  throw new ProtocolError(
    ErrorCode.invalidTimestamp,
    'a timestamp is out of the range that the topic allows',
  );
};
