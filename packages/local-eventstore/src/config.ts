import { parseArgs } from 'node:util';
import { z } from 'zod';

/** EventStoreDB's own default port. */
const defaultPort = 2113;

const flagsSchema = z.object({
  port: z.coerce.number('--port takes a number.').int().min(0).max(65_535).default(defaultPort),
  data: z.string('--data DIR is required: the folder to keep the data in.').min(1),
});

export interface Flags {
  /** 0 for any free port. */
  readonly port: number;
  readonly data: string;
}

/** Reads the flags `--port N` and `--data DIR`. Throws an Error whose message names every flag that is wrong. */
export function readFlags(args: readonly string[]): Flags {
  const { values } = parseArgs({
    args: [...args],
    options: { port: { type: 'string' }, data: { type: 'string' } },
  });
  const parsed = flagsSchema.safeParse(values);
  if (parsed.success) return parsed.data;
  throw new Error(
    parsed.error.issues.map((issue) => `--${issue.path.join('.')}: ${issue.message}`).join(' '),
  );
}
