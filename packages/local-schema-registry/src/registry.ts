import type { RootDatabase } from 'lmdb';
import { type CompatibilityLevel, incompatibilities, parseAvro } from './compatibility.js';
import { registryErrors } from './registry-error.js';
import { schemaIdentity } from './schema-identity.js';

export type Key = Array<string | number>;

/** A schema under a subject, as the registry's API names its fields. */
export interface SubjectVersion {
  readonly subject: string;
  readonly version: number;
  readonly id: number;
  readonly schema: string;
}

interface StoredVersion {
  readonly id: number;
  readonly deleted: boolean;
}
interface NumberedVersion extends StoredVersion {
  readonly version: number;
}

const defaultLevel: CompatibilityLevel = 'BACKWARD_TRANSITIVE';
/** Sorts behind every key that begins with the prefix. */
const past = (prefix: Key): Key => [...prefix, '\u{10ffff}'];

/**
 * The registry's rules over LMDB. Ids are global, given once, and never given to another schema; the same schema has the
 * same id under every subject. A change is one transaction, on disk when its promise resolves.
 */
export function createRegistry(database: RootDatabase<unknown, Key>) {
  const read = <T>(key: Key) => database.get(key) as T | undefined;
  const change = <T>(work: () => T): Promise<T> => database.transaction(work);

  function versionsOf(subject: string): NumberedVersion[] {
    const range = database.getRange({ start: ['version', subject], end: past(['version', subject]) });
    return [...range].map(({ key, value }) => ({ version: Number(key[2]), ...(value as StoredVersion) }));
  }
  const living = (subject: string) => versionsOf(subject).filter(({ deleted }) => !deleted);
  const textOf = (id: number) => read<string>(['schema', id]) ?? '';
  const levelOf = (subject: string) =>
    read<CompatibilityLevel>(['level', subject]) ?? read<CompatibilityLevel>(['level']) ?? defaultLevel;

  /** Version −1 is the latest. With `deleted`, soft-deleted versions are found too. */
  function find(subject: string, options: { version: number; deleted: boolean }): NumberedVersion {
    const all = options.deleted ? versionsOf(subject) : living(subject);
    if (all.length === 0) throw registryErrors.subjectNotFound(subject);
    const found =
      options.version === -1 ? all.at(-1) : all.find(({ version }) => version === options.version);
    if (!found) throw registryErrors.versionNotFound(options.version);
    return found;
  }

  function idFor(schema: string): number {
    const identity: Key = ['identity', schemaIdentity(schema)];
    const known = read<number>(identity);
    if (known !== undefined) return known;
    const id = (read<number>(['last-id']) ?? 0) + 1;
    database.put(['last-id'], id);
    database.put(identity, id);
    database.put(['schema', id], JSON.stringify(JSON.parse(schema)));
    return id;
  }

  function setDeleted(subject: string, { version, id }: NumberedVersion): void {
    database.put(['version', subject, version], { id, deleted: true } satisfies StoredVersion);
  }

  return {
    subjects(options: { deleted: boolean }): string[] {
      const range = database.getRange({ start: ['version'], end: past(['version']) });
      const names = [...range].filter(({ value }) => options.deleted || !(value as StoredVersion).deleted);
      return [...new Set(names.map(({ key }) => String(key[1])))];
    },
    versions(subject: string, options: { deleted: boolean }): number[] {
      const all = options.deleted ? versionsOf(subject) : living(subject);
      if (all.length === 0) throw registryErrors.subjectNotFound(subject);
      return all.map(({ version }) => version);
    },
    version(subject: string, options: { version: number; deleted: boolean }): SubjectVersion {
      const { version, id } = find(subject, options);
      return { subject, version, id, schema: textOf(id) };
    },
    schemaById(id: number): string {
      const schema = read<string>(['schema', id]);
      if (schema === undefined) throw registryErrors.schemaNotFound();
      return schema;
    },
    /** Where a schema is in use. */
    usesOf(id: number): Array<{ subject: string; version: number }> {
      return this.subjects({ deleted: false }).flatMap((subject) =>
        living(subject).flatMap((each) => (each.id === id ? [{ subject, version: each.version }] : [])),
      );
    },
    lookUp(subject: string, schema: string): SubjectVersion {
      validate(schema);
      if (living(subject).length === 0) throw registryErrors.subjectNotFound(subject);
      const id = read<number>(['identity', schemaIdentity(schema)]);
      const found = living(subject).findLast((each) => each.id === id);
      if (!found) throw registryErrors.schemaNotFound();
      return { subject, version: found.version, id: found.id, schema: textOf(found.id) };
    },

    /** Repeating a registration gives the same id and no new version. */
    async register(subject: string, schema: string): Promise<{ id: number }> {
      validate(schema);
      return await change(() => {
        const known = read<number>(['identity', schemaIdentity(schema)]);
        const earlier = living(subject);
        if (known !== undefined && earlier.some(({ id }) => id === known)) return { id: known };
        const texts = earlier.map(({ id }) => textOf(id));
        const reasons = incompatibilities(schema, { earlier: texts, level: levelOf(subject) });
        if (reasons.length > 0) throw registryErrors.incompatible(subject, reasons);
        const id = idFor(schema);
        const version = (versionsOf(subject).at(-1)?.version ?? 0) + 1;
        database.put(['version', subject, version], { id, deleted: false } satisfies StoredVersion);
        return { id };
      });
    },
    /** Why the schema can't follow: against one version, or without it against those that the level asks for. */
    check(subject: string, schema: string, version?: number): string[] {
      validate(schema);
      const against = version === undefined ? living(subject) : [find(subject, { version, deleted: false })];
      return incompatibilities(schema, {
        earlier: against.map(({ id }) => textOf(id)),
        level: levelOf(subject),
      });
    },

    globalLevel: () => read<CompatibilityLevel>(['level']) ?? defaultLevel,
    levelOf,
    ownLevelOf(subject: string): CompatibilityLevel {
      const level = read<CompatibilityLevel>(['level', subject]);
      if (!level) throw registryErrors.noSubjectConfig(subject);
      return level;
    },
    setLevel: (level: CompatibilityLevel, subject?: string) =>
      change(() => void database.put(subject === undefined ? ['level'] : ['level', subject], level)),
    clearLevel: (subject: string) => change(() => void database.remove(['level', subject])),

    deleteSubject: (subject: string, { permanent }: { permanent: boolean }): Promise<number[]> =>
      change(() => {
        const all = versionsOf(subject);
        const alive = all.filter(({ deleted }) => !deleted);
        if (all.length === 0) throw registryErrors.subjectNotFound(subject);
        if (permanent && alive.length > 0) throw registryErrors.subjectNotSoftDeleted(subject);
        if (!permanent && alive.length === 0) throw registryErrors.subjectSoftDeleted(subject);
        const removed = permanent ? all : alive;
        for (const each of removed) {
          if (permanent) database.remove(['version', subject, each.version]);
          else setDeleted(subject, each);
        }
        database.remove(['level', subject]);
        return removed.map(({ version }) => version);
      }),
    deleteVersion: (subject: string, options: { version: number; permanent: boolean }): Promise<number> =>
      change(() => {
        const found = find(subject, { version: options.version, deleted: true });
        if (options.permanent && !found.deleted)
          throw registryErrors.versionNotSoftDeleted(subject, found.version);
        if (!options.permanent && found.deleted)
          throw registryErrors.versionSoftDeleted(subject, found.version);
        if (options.permanent) database.remove(['version', subject, found.version]);
        else setDeleted(subject, found);
        return found.version;
      }),
  };
}

export type Registry = ReturnType<typeof createRegistry>;

function validate(schema: string): void {
  try {
    parseAvro(schema);
  } catch (error) {
    throw registryErrors.invalidSchema((error as Error).message);
  }
}
