import { z } from 'zod';
import { readJson, readShape } from '../../payload.js';
import { ignored, type Outcome, quarantined } from '../../source.js';

/** Ids come as text, in older payloads as numbers. */
export const metaId = z.union([z.string().min(1), z.number().int().transform(String)], {
  error: 'missing, or neither text nor a whole number',
});

const change = z.looseObject({ field: z.string(), value: z.unknown() });

const entry = z.looseObject({
  id: metaId,
  time: z.unknown().optional(),
  changes: z.array(change).optional(),
  messaging: z.array(z.unknown()).optional(),
  standby: z.array(z.unknown()).optional(),
  field: z.string().optional(),
  value: z.unknown().optional(),
});

const envelope = z.looseObject({ object: z.string(), entry: z.array(entry) });

/** One change or message of a webhook, with the WhatsApp business account or the page that it is about. */
export interface MetaPart {
  /** The entry's id: a WhatsApp business account or a page. */
  owner: string;
  /** When Meta sent the entry, as it stands there. */
  sentAt: unknown;
  /** The change's field; `messaging` and `standby` for direct messages. */
  field: string;
  value: unknown;
  /** Where in the payload it stands, such as `entry.0.changes.2`. */
  at: string;
}

/** The id of the entries that the "Test" button of Meta's app dashboard sends. */
const DASHBOARD_TEST = '0';

/**
 * Reads a webhook of Meta's Graph API and gives each of its parts to `normalise`. Up to 1000 changes come in one
 * POST, and each is judged by itself. An outer array, which some of Meta's examples have, is taken too.
 */
export function normaliseMeta(
  body: Buffer,
  expectedObject: string,
  normalise: (part: MetaPart) => Outcome[],
): Outcome[] {
  const read = readJson(body, z.unknown());
  if (!read.ok) return [read.outcome];
  const outcomes = Array.isArray(read.value)
    ? read.value.flatMap((one, index) => normaliseEnvelope(one, String(index)))
    : normaliseEnvelope(read.value);
  return outcomes.length > 0 ? outcomes : [quarantined('unexpected-shape', 'entry: the list is empty')];

  function normaliseEnvelope(value: unknown, at?: string): Outcome[] {
    const shape = readShape(value, envelope, at);
    if (!shape.ok) return [shape.outcome];
    const { object, entry: entries } = shape.value;
    return object === expectedObject
      ? entries.flatMap((one, index) => normaliseEntry(one, index, normalise))
      : [quarantined('unsupported-event', `object is ${object}, not ${expectedObject}`)];
  }
}

function normaliseEntry(
  one: z.infer<typeof entry>,
  index: number,
  normalise: (part: MetaPart) => Outcome[],
): Outcome[] {
  if (one.id === DASHBOARD_TEST) return [ignored('connection-test', 'a test from the app dashboard')];
  const parts = partsOf(one, `entry.${index}`);
  return parts.length > 0
    ? parts.flatMap(normalise)
    : [quarantined('unexpected-shape', `entry.${index}: neither changes nor messaging`)];
}

function partsOf(one: z.infer<typeof entry>, at: string): MetaPart[] {
  const common = { owner: one.id, sentAt: one.time };
  const direct = (field: 'messaging' | 'standby') =>
    (one[field] ?? []).map((value, index) => ({ ...common, field, value, at: `${at}.${field}.${index}` }));
  return [
    ...(one.changes ?? []).map(({ field, value }, index) => ({
      ...common,
      field,
      value,
      at: `${at}.changes.${index}.value`,
    })),
    ...direct('messaging'),
    ...direct('standby'),
    ...(one.field === undefined
      ? []
      : [{ ...common, field: one.field, value: one.value, at: `${at}.value` }]),
  ];
}
