import { type Findings, sumFindings } from '@bellhop/local-process/soak';
import type { RawClient } from '../conformance/raw-client.js';
import { type ReadNumber, readOffset, readTopic } from './readers.js';
import type { Tally } from './writers.js';

/** What the writers know. */
export interface Ledger {
  stream: Tally;
  short: Tally;
  keys: Tally;
  latest: Map<string, number>;
  transactions: Tally;
  committed: number[];
  offsets: Tally;
}

const doublesIn = (numbers: ReadNumber[]): number =>
  numbers.length - new Set(numbers.map((it) => it.number)).size;

/** An idempotent stream holds at each offset the number of that offset. */
const auditStream = async (client: RawClient, topic: string, tally: Tally): Promise<Findings> => {
  const { logStart, end, numbers, torn } = await readTopic(client, topic);
  const gaps = end - logStart - numbers.length;
  const wrong = numbers.filter((it) => it.number !== it.offset).length;
  return {
    missing: Math.max(tally.acknowledged - end, 0) + Math.max(gaps, 0),
    doubled: doublesIn(numbers) + Math.max(end - tally.attempted, 0),
    torn: torn + wrong,
  };
};

/** Of each key the latest acknowledged number, or a later one, is there; numbers rise. */
const auditKeys = async (client: RawClient, latest: Map<string, number>): Promise<Findings> => {
  const { numbers, torn } = await readTopic(client, 'keys');
  const found = new Map(numbers.map((it) => [it.key, it.number]));
  const missing = [...latest].filter(([key, number]) => !((found.get(key) ?? -1) >= number)).length;
  const falling = numbers.filter((it, at) => at > 0 && !(it.number > numbers[at - 1]!.number)).length;
  return { missing, doubled: doublesIn(numbers), torn: torn + falling };
};

/** Both topics hold the same committed numbers, among them all acknowledged ones, and the offset is the last of them. */
const auditTransactions = async (client: RawClient, committed: number[]): Promise<Findings> => {
  const [left, right] = [await readTopic(client, 'left'), await readTopic(client, 'right')];
  const there = new Set(left.numbers.map((it) => it.number));
  const across = new Set(right.numbers.map((it) => it.number));
  const halves =
    [...there].filter((it) => !across.has(it)).length + [...across].filter((it) => !there.has(it)).length;
  const last = Math.max(-1, ...[...there].slice(-1));
  const isOffsetWrong = (await readOffset(client, 'pair')).offset !== last;
  return {
    missing: committed.filter((it) => !there.has(it)).length + halves + (isOffsetWrong ? 1 : 0),
    doubled: doublesIn(left.numbers) + doublesIn(right.numbers),
    torn: left.torn + right.torn,
  };
};

const auditOffsets = async (client: RawClient, tally: Tally): Promise<Findings> => {
  const { offset, metadata } = await readOffset(client, 'plain');
  const isTorn = offset > 0 && metadata !== `n=${offset}`;
  const isAhead = offset > tally.attempted;
  return {
    missing: Math.max(offset, 0) < tally.acknowledged ? 1 : 0,
    doubled: isAhead ? 1 : 0,
    torn: isTorn ? 1 : 0,
  };
};

/** Cheap enough for after each kill. */
export const auditQuickly = (client: RawClient, ledger: Ledger): Promise<Findings> =>
  auditOffsets(client, ledger.offsets);

/** Says on stderr where something was found, so that there is more to go by than a sum. */
const told = (name: string, findings: Findings): Findings => {
  if (findings.missing + findings.doubled + findings.torn > 0) {
    console.error(`${name}: ${JSON.stringify(findings)}`);
  }
  return findings;
};

/** Reads everything, and compares it with what the writers know. */
export const auditFully = async (client: RawClient, ledger: Ledger): Promise<Findings> =>
  sumFindings([
    told('stream', await auditStream(client, 'stream', ledger.stream)),
    told('short', await auditStream(client, 'short', ledger.short)),
    told('keys', await auditKeys(client, ledger.latest)),
    told('transactions', await auditTransactions(client, ledger.committed)),
    told('offsets', await auditOffsets(client, ledger.offsets)),
  ]);
