import { createHash } from 'node:crypto';
import type { KafkaRecord } from '@bellhop/kafka';

/** What a sink is about to insert: a range of offsets of one partition, first and last included, under one token. */
export interface Intent {
  first: string;
  last: string;
  token: string;
}

/**
 * The intent to insert some records. The same records always get the same token; the digest of their bytes keeps a topic
 * that was made anew from meeting the tokens of its predecessor.
 */
export function intentOf(records: readonly KafkaRecord[]): Intent {
  const [first, last] = [records[0], records.at(-1)];
  if (!first || !last) throw new RangeError('an intent needs at least one record');
  return {
    first: first.offset,
    last: last.offset,
    token: `${first.topic}/${first.partition}/${first.offset}-${last.offset}/${digestOf(records)}`,
  };
}

function digestOf(records: readonly KafkaRecord[]): string {
  const hash = createHash('sha256');
  for (const { value } of records) hash.update(value ?? '');
  return hash.digest('hex').slice(0, 16);
}

export const formatIntent = (intent: Intent): string => JSON.stringify(intent);

/** The intent in a group's offset metadata; undefined where the last batch was finished. */
export function parseIntent(metadata: string | undefined): Intent | undefined {
  return metadata ? (JSON.parse(metadata) as Intent) : undefined;
}

export const precedes = (offset: string, other: string): boolean => BigInt(offset) < BigInt(other);

/** Whether an offset lies at or before where the intent ends. */
export const isCovered = ({ last }: Intent, offset: string): boolean => BigInt(offset) <= BigInt(last);
