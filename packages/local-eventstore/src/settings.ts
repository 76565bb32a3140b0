import { z } from 'zod';
import { defaultMaxAppendBytes } from './rules/append-size.js';

/** The most that a message on the wire leaves room for, as in EventStoreDB. */
const mostAppendBytes = 16 * 1024 * 1024;

/** Names hold no colon, since in credentials one stands behind the name. */
const usersSchema = z.record(z.string().regex(/^[^:]+$/), z.string());

/** What `--set name=value` sets, by EventStoreDB's own names where it has them. */
export const settings = z
  .strictObject({
    /** The most that one append may hold, in bytes. */
    maxAppendSize: z.coerce.number().int().min(1).max(mostAppendBytes).default(defaultMaxAppendBytes),
    /** Passwords by user name, as a JSON object. */
    users: z.string().transform(usersOf).optional(),
    /** With both of these (PEM), the server speaks TLS. */
    certificateFile: z.string().optional(),
    certificatePrivateKeyFile: z.string().optional(),
  })
  .refine(
    ({ certificateFile, certificatePrivateKeyFile }) =>
      (certificateFile === undefined) === (certificatePrivateKeyFile === undefined),
    { error: 'certificateFile and certificatePrivateKeyFile go together' },
  );

export type Settings = z.output<typeof settings>;

function usersOf(text: string, context: z.RefinementCtx): z.output<typeof usersSchema> {
  const parsed = usersSchema.safeParse(jsonOf(text));
  if (parsed.success && Object.keys(parsed.data).length > 0) return parsed.data;
  context.addIssue({ code: 'custom', message: 'is not a JSON object such as {"admin":"changeit"}' });
  return z.NEVER;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
