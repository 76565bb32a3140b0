import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

export type Label = 'pos' | 'neu' | 'neg';

/** A line of a labelled set. */
export interface LabelledText {
  readonly text: string;
  readonly label: Label;
  /** ISO 639-1. */
  readonly lang: string;
  /** The file that it came from, without its ending. */
  readonly set: string;
  readonly topics: readonly string[] | null;
  readonly urgent: boolean | null;
  /** True for texts that no training sees, chosen by their own hash. */
  readonly heldOut: boolean;
}

const HELD_OUT_SHARE = 0.15;

/** Texts that differ in case, blanks or punctuation alone are one text. */
function hashOf(text: string): Buffer {
  const core = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
  return createHash('sha256').update(core).digest();
}

export const isHeldOut = (text: string): boolean => hashOf(text).readUInt32BE(0) / 2 ** 32 < HELD_OUT_SHARE;

/** Which of so many folds a text is in, whatever others come and go. */
export const foldOf = (text: string, folds: number): number => hashOf(text).readUInt32BE(4) % folds;

function parsed(line: string, set: string): LabelledText | null {
  const row = JSON.parse(line) as Partial<LabelledText>;
  if (typeof row.text !== 'string' || !['pos', 'neu', 'neg'].includes(row.label ?? '')) return null;
  return {
    text: row.text,
    label: row.label!,
    lang: row.lang ?? set.slice(-2),
    set,
    topics: row.topics ?? null,
    urgent: row.urgent ?? null,
    heldOut: isHeldOut(row.text),
  };
}

/** Reads every `.jsonl` file of a folder, in the order of their names; `prefix` goes before the names of its sets. */
export function readLabelledTexts(folder: string, prefix = ''): LabelledText[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  return files.sort().flatMap((name) => {
    const set = prefix + basename(name, '.jsonl');
    const lines = readFileSync(join(folder, name), 'utf8').split('\n');
    return lines.flatMap((line) => (line.trim() === '' ? [] : (parsed(line, set) ?? [])));
  });
}
