import type { z } from 'zod';
import { type Outcome, quarantined } from './source.js';

export type Read<T> = { ok: true; value: T } | { ok: false; outcome: Outcome };

/** Parses a JSON body against a schema. The outcome names the field that does not fit. */
export function readJson<T>(body: Buffer, schema: z.ZodType<T>): Read<T> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body.toString('utf8'));
  } catch (error) {
    // The parser quotes the text around the fault, which may be a guest's.
    const [fault] = (error as Error).message.split(/, (?:\.{3})?"/);
    return { ok: false, outcome: quarantined('malformed-payload', `not JSON: ${fault}`) };
  }
  return readShape(parsed, schema);
}

/** Checks an already parsed value against a schema. `at` is where in the payload the value stands. */
export function readShape<T>(value: unknown, schema: z.ZodType<T>, at?: string): Read<T> {
  const result = schema.safeParse(value);
  if (result.success) return { ok: true, value: result.data };
  const prefix = at === undefined ? [] : [at];
  const detail = result.error.issues
    .slice(0, 5)
    .map((issue) => `${[...prefix, ...issue.path].join('.') || '(the whole payload)'}: ${issue.message}`)
    .join('; ');
  return { ok: false, outcome: quarantined('unexpected-shape', detail) };
}
