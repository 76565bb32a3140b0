import Table from 'cli-table3';

/** How a command shows what it found: as a table for a person, or as JSON for a program. */
export interface Output {
  json: boolean;
}

type Cell = string | number | null | undefined;

/** Prints rows as a table, or as the JSON array that they are. */
export function printRows<Row extends object>(
  { json }: Output,
  rows: readonly Row[],
  columns: readonly (keyof Row & string)[],
): void {
  if (json || rows.length === 0) {
    print(json ? JSON.stringify(rows, null, 2) : '(nothing)');
    return;
  }
  const table = new Table({
    head: columns.map((column) => column.replaceAll('_', ' ')),
    style: process.stdout.isTTY ? { head: ['bold'], compact: true } : { head: [], border: [], compact: true },
  });
  for (const row of rows) table.push(columns.map((column) => cellText(row[column] as Cell)));
  print(table.toString());
}

export const printJson = (value: unknown): void => print(JSON.stringify(value, null, 2));
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function cellText(value: Cell): string {
  if (value === null || value === undefined) return '–';
  return typeof value === 'number' && !Number.isInteger(value) ? value.toFixed(2) : String(value);
}

/** A time as tables show it: UTC, to the minute. */
export const minute = (ms: number): string => new Date(ms).toISOString().slice(0, 16).replace('T', ' ');

/** At most so many characters, on one line. */
export function shortened(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const characters = [...line];
  return characters.length > length ? `${characters.slice(0, length - 1).join('')}…` : line;
}
