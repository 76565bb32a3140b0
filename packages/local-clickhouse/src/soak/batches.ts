import type { Ask } from './http-client.js';

export const batchRows = 100;

/** Batches have the numbers from 0 on. The one after the acknowledged ones may have come in when the server was killed. */
export interface Writer {
  readonly writer: number;
  acknowledged: number;
}

export async function createTables(ask: Ask): Promise<void> {
  const window = 'SETTINGS non_replicated_deduplication_window = 1000';
  const columns = 'writer UInt8, batch UInt32, id UInt8, text String';
  await ask(`CREATE TABLE facts (${columns}) ENGINE = MergeTree ORDER BY (writer, batch, id) ${window}`);
  const sums = 'writer UInt8, batch UInt32, n UInt64, s UInt64';
  await ask(`CREATE TABLE sums (${sums}) ENGINE = SummingMergeTree ORDER BY (writer, batch) ${window}`);
  await ask(
    'CREATE MATERIALIZED VIEW facts_to_sums TO sums AS SELECT writer, batch, count() AS n, sum(id) AS s FROM facts GROUP BY writer, batch',
  );
}

/**
 * Writes until the server is gone. Starts with the last acknowledged batch once more, and with the one whose answer the kill
 * took, each with the token of its first time.
 */
export async function writeBatches(ask: Ask, writer: Writer, killed: AbortSignal): Promise<void> {
  if (writer.acknowledged > 0) await insertBatch(ask, writer.writer, writer.acknowledged - 1);
  while (!killed.aborted) {
    await insertBatch(ask, writer.writer, writer.acknowledged);
    writer.acknowledged += 1;
  }
}

/** What a row's text must be. */
export const textOf = "concat('text ', toString(id), ' of ', toString(batch))";

async function insertBatch(ask: Ask, writer: number, batch: number): Promise<void> {
  const row = (id: number) => JSON.stringify({ writer, batch, id, text: `text ${id} of ${batch}` });
  await ask('INSERT INTO facts FORMAT JSONEachRow', {
    settings: {
      insert_deduplication_token: `${writer}-${batch}`,
      deduplicate_blocks_in_dependent_materialized_views: '1',
    },
    data: Array.from({ length: batchRows }, (_, id) => row(id)).join('\n'),
  });
}
