import type { KafkaRecord, RecordBatch } from '@bellhop/kafka';
import type { StepBoundary } from '@bellhop/runtime';
import { formatIntent, type Intent, intentOf, isCovered, parseIntent, precedes } from './intent.js';

export interface SinkDependencies {
  /** Inserts what the records state, under the token: a repeated one inserts nothing. */
  insert(records: readonly KafkaRecord[], token: string): Promise<void>;
  boundary: StepBoundary;
}

/**
 * Inserts every record of a topic exactly once. For each batch:
 * 1. The intent (first and last offset, token) goes into the group's offset metadata. Who has lost the partition can't
 *    write it, since the commit carries the group's generation.
 * 2. The batch is inserted under the intent's token.
 * 3. The offset after the batch is committed.
 * Who finds an intent when a partition is assigned repeats the very same batch first: ClickHouse drops what it has of it.
 */
export function createExactlyOnceSink({ insert, boundary }: SinkDependencies) {
  /** By partition: what has been fetched so far of a batch that a found intent covers. */
  const repeating = new Map<number, KafkaRecord[]>();

  const insertUnder = async (intent: Intent, records: readonly KafkaRecord[], batch: RecordBatch) => {
    await insert(records, intent.token);
    boundary('batch-inserted');
    // What follows the last record of the batch may be a transaction's marker, which is nothing to come back for.
    const isWholeBatch = intent.last === batch.records.at(-1)?.offset;
    await batch.commit(isWholeBatch ? batch.nextOffset : String(BigInt(intent.last) + 1n));
    boundary('batch-committed');
  };

  /** Finishes the batch of a found intent as far as it has been fetched; returns the records after it. */
  const repeat = async (
    intent: Intent,
    records: readonly KafkaRecord[],
    batch: RecordBatch,
  ): Promise<readonly KafkaRecord[]> => {
    const covered = records.filter(({ offset }) => isCovered(intent, offset));
    const [first] = covered;
    if (!first) return records;
    // A batch that failed comes again: what was gathered of it, or beyond it, is gathered anew.
    const before = (repeating.get(batch.partition) ?? []).filter(
      ({ offset }) => !precedes(offset, intent.first) && precedes(offset, first.offset),
    );
    const gathered = [...before, ...covered];
    repeating.set(batch.partition, gathered);
    if (gathered.at(-1)?.offset !== intent.last) return [];
    await insertUnder(intent, gathered, batch);
    repeating.delete(batch.partition);
    return records.slice(covered.length);
  };

  return async function handleBatch(batch: RecordBatch): Promise<void> {
    const committed = await batch.committed();
    // A commit whose answer was lost has happened all the same: what lies before it is done.
    const undone = batch.records.filter(({ offset }) => !committed || !precedes(offset, committed.offset));
    const found = parseIntent(committed?.metadata);
    const records = found ? await repeat(found, undone, batch) : undone;
    if (records.length === 0 || batch.isStale()) return;
    const intent = intentOf(records);
    await batch.commit(intent.first, formatIntent(intent));
    boundary('intent-written');
    await insertUnder(intent, records, batch);
  };
}
