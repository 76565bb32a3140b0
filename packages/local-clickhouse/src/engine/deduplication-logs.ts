import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The lines of MergeTreeDeduplicationLog in ClickHouse's source: operation, part, id of the block that the token gave. */
const added = '1';
const dropped = '2';

interface Part {
  partition: string;
  /** The first and the last of the inserts that it holds. */
  min: number;
  max: number;
}

/**
 * Forgets the tokens of inserts whose rows are not there. The engine notes an insert's token before it puts the part of its
 * rows in place: killed in between, it would take the insert that is repeated for one that it has, and lose the rows. To be
 * run before each opening, since the next insert takes the number of the part that is missing.
 */
export function forgetUnkeptTokens(engineDir: string): void {
  for (const tableDir of tableDirs(engineDir)) {
    const logDir = join(tableDir, 'deduplication_logs');
    if (!existsSync(logDir)) continue;
    const logs = readdirSync(logDir).sort((a, b) => numberOf(a) - numberOf(b));
    const last = logs.at(-1);
    if (last === undefined) continue;
    const kept = readdirSync(tableDir).flatMap((name) => partOf(name) ?? []);
    const unkept = [...notedIn(logs.map((log) => readFileSync(join(logDir, log), 'utf8')))].filter(
      ([, part]) => !isKept(part, kept),
    );
    const lines = unkept.map(([block, part]) => `${dropped}\t${part}\t${block}\n`);
    if (lines.length > 0) appendFileSync(join(logDir, last), lines.join(''), { flush: true });
  }
}

function tableDirs(engineDir: string): string[] {
  const store = join(engineDir, 'store');
  if (!existsSync(store)) return [];
  return readdirSync(store).flatMap((prefix) =>
    readdirSync(join(store, prefix)).map((table) => join(store, prefix, table)),
  );
}

/** By block: the part that its rows went into. */
function notedIn(logs: readonly string[]): Map<string, string> {
  const noted = new Map<string, string>();
  for (const line of logs.join('').split('\n')) {
    const [operation, part = '', block = ''] = line.split('\t');
    if (operation === added) noted.set(block, part);
    if (operation === dropped) noted.delete(block);
  }
  return noted;
}

/** A part's own folder is there, or that of one which it was merged into. */
function isKept(name: string, kept: readonly Part[]): boolean {
  const part = partOf(name);
  return (
    part === undefined ||
    kept.some(({ partition, min, max }) => partition === part.partition && min <= part.min && max >= part.max)
  );
}

/** Such as 202607_1_4_1: partition, first insert, last insert, level, and perhaps a mutation. */
function partOf(name: string): Part | undefined {
  const [, partition, min, max] = /^([^_]+)_(\d+)_(\d+)_\d+(?:_\d+)?$/.exec(name) ?? [];
  return partition === undefined ? undefined : { partition, min: Number(min), max: Number(max) };
}

/** Of deduplication_log_12.txt, 12. */
const numberOf = (log: string): number => Number(/\d+/.exec(log)?.[0]);
