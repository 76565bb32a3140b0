import { z } from 'zod';
import { defaultMaxAppendBytes } from './rules/append-size.js';

/** The most that a message on the wire leaves room for, as in EventStoreDB. */
const mostAppendBytes = 16 * 1024 * 1024;

/** What `--set name=value` sets. */
export const settings = z.strictObject({
  /** The most that one append may hold, in bytes. */
  maxAppendSize: z.coerce.number().int().min(1).max(mostAppendBytes).default(defaultMaxAppendBytes),
});
