import avsc from 'avsc';

export const compatibilityLevels = [
  'NONE',
  'BACKWARD',
  'BACKWARD_TRANSITIVE',
  'FORWARD',
  'FORWARD_TRANSITIVE',
  'FULL',
  'FULL_TRANSITIVE',
] as const;
export type CompatibilityLevel = (typeof compatibilityLevels)[number];

/** Parses an Avro schema; throws where it is none. Logical types count as the types below them, as in Avro's rules. */
export function parseAvro(schema: string): avsc.Type {
  return avsc.Type.forSchema(JSON.parse(schema) as avsc.Schema, { wrapUnions: true });
}

/**
 * Why a schema can't follow the earlier ones (oldest first) at a level; empty where it can. Levels that are not
 * transitive look at the newest only. Backward means that the new schema reads what the old one wrote.
 */
export function incompatibilities(
  schema: string,
  { earlier, level }: { earlier: readonly string[]; level: CompatibilityLevel },
): string[] {
  if (level === 'NONE') return [];
  const compared = level.endsWith('_TRANSITIVE') ? earlier : earlier.slice(-1);
  const next = parseAvro(schema);
  return compared.flatMap((text) => {
    const previous = parseAvro(text);
    const reasons: string[] = [];
    if (!level.startsWith('FORWARD'))
      reasons.push(...unreadable({ reader: next, writer: previous, who: 'new' }));
    if (!level.startsWith('BACKWARD'))
      reasons.push(...unreadable({ reader: previous, writer: next, who: 'old' }));
    return reasons;
  });
}

function unreadable(pair: { reader: avsc.Type; writer: avsc.Type; who: 'new' | 'old' }): string[] {
  try {
    pair.reader.createResolver(pair.writer);
    return [];
  } catch (error) {
    return [`the ${pair.who} schema can't read what the other writes: ${(error as Error).message}`];
  }
}
