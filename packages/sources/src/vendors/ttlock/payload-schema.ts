import { z } from 'zod';

const id = z.union([z.string().min(1), z.number()]).transform(String);
const whole = z.union([z.number(), z.string().regex(/^-?\d+$/)]).transform(Number);

/** One lock record. `keyboardPwd` is a PIN or a card number: it is named here so that nothing else takes it up. */
export const ttlockRecord = z.looseObject({
  lockId: id.optional(),
  lockMac: z.string().nullish(),
  recordType: whole,
  /** 1 where the attempt worked. */
  success: whole,
  username: z.string().nullish(),
  keyboardPwd: z.union([z.string(), z.number()]).nullish(),
  /** The lock's clock, which drifts; Unix milliseconds. */
  lockDate: whole,
  /** TTLock's clock at upload, which may be long after; Unix milliseconds. */
  serverDate: whole.nullish(),
  electricQuantity: whole.nullish(),
});

export type TtlockRecord = z.infer<typeof ttlockRecord>;
