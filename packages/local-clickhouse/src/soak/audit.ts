import { type Findings, sumFindings } from '@bellhop/local-process/soak';
import { batchRows, textOf, type Writer } from './batches.js';
import type { Ask } from './http-client.js';

/**
 * Compares the table, and its view, with what was acknowledged, in rows. The batch whose answer a kill took is there whole
 * or not at all, and in the view at most once.
 */
export async function auditBatches(ask: Ask, writers: readonly Writer[]): Promise<Findings> {
  return sumFindings(await Promise.all(writers.map((each) => auditWriter(ask, each))));
}

async function auditWriter(ask: Ask, { writer, acknowledged }: Writer): Promise<Findings> {
  const among = `writer = ${writer} AND batch < ${acknowledged}`;
  const pending = `writer = ${writer} AND batch >= ${acknowledged}`;
  const [distinct = 0, rows = 0, torn = 0] = await numbers(
    ask,
    `SELECT uniqExact(batch, id), count(), countIf(text != ${textOf}) FROM facts WHERE ${among}`,
  );
  const [viewed = 0, sum = 0] = await numbers(ask, `SELECT sum(n), sum(s) FROM sums WHERE ${among}`);
  const [half = 0] = await numbers(ask, `SELECT count() FROM facts WHERE ${pending}`);
  const [halfViewed = 0] = await numbers(ask, `SELECT sum(n) FROM sums WHERE ${pending}`);
  const expected = acknowledged * batchRows;
  const expectedSum = (acknowledged * batchRows * (batchRows - 1)) / 2;
  const isTorn = (count: number) => count !== 0 && count !== batchRows;
  return {
    missing: expected - distinct + Math.max(0, expected - viewed),
    doubled: rows - distinct + Math.max(0, viewed - expected),
    torn:
      torn + [half, halfViewed].filter(isTorn).length + (viewed === expected && sum !== expectedSum ? 1 : 0),
  };
}

async function numbers(ask: Ask, sql: string): Promise<number[]> {
  return (await ask(`${sql} FORMAT TSV`)).trim().split('\t').map(Number);
}
