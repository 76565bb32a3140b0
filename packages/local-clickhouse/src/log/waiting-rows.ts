/** Rows for a log that wait until somebody reads it. Clients choose what is in them, and nobody may ever read it. */
export interface WaitingRows {
  push(row: Readonly<Record<string, unknown>>): void;
  /** The rows as JSONEachRow; none wait afterwards. */
  takeAll(): string;
}

/** Beyond either the oldest rows go. */
const maxRows = 2000;
const maxLength = 16 * 1024 * 1024;

const maxTextLength = 10_000;

export function createWaitingRows(): WaitingRows {
  let lines: string[] = [];
  let length = 0;
  return {
    push(row) {
      const line = `${JSON.stringify(row, (_key, value: unknown) => shortened(value))}\n`;
      lines.push(line);
      length += line.length;
      // Half of them at once, because each step moves all that stay.
      if (lines.length <= 2 * maxRows && length <= maxLength) return;
      lines = lines.slice(Math.ceil(lines.length / 2));
      length = lines.reduce((sum, each) => sum + each.length, 0);
    },
    takeAll() {
      const taken = lines.slice(-maxRows).join('');
      lines = [];
      length = 0;
      return taken;
    },
  };
}

/** Half of a character at the cut would be no text to the engine. */
const shortened = (value: unknown): unknown =>
  typeof value === 'string' && value.length > maxTextLength
    ? value.slice(0, maxTextLength).replace(/[\ud800-\udbff]$/, '')
    : value;
