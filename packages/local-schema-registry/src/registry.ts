import type { RootDatabase } from 'lmdb';
import { type CompatibilityLevel, incompatibilities, parseAvro } from './compatibility.js';
import { registryErrors } from './registry-error.js';
import {
  createRegistryStore,
  type Key,
  type NumberedVersion,
  type RegistryStore,
  type StoredVersion,
} from './registry-store.js';
import { schemaIdentity } from './schema-identity.js';

/** A schema under a subject, as the registry's API names its fields. */
export interface SubjectVersion {
  readonly subject: string;
  readonly version: number;
  readonly id: number;
  readonly schema: string;
}

/**
 * The registry's rules over LMDB. Ids are global, given once, and never given to another schema; the same schema has the
 * same id under every subject. A change is one transaction, on disk when its promise resolves.
 */
export function createRegistry(database: RootDatabase<unknown, Key>) {
  const store = createRegistryStore(database);
  return { ...queries(store), ...registration(store), ...levels(store), ...deletion(store) };
}

export type Registry = ReturnType<typeof createRegistry>;

function queries(store: RegistryStore) {
  return {
    subjects: store.subjects,
    versions(subject: string, options: { deleted: boolean }): number[] {
      const all = options.deleted ? store.versionsOf(subject) : store.living(subject);
      if (all.length === 0) throw registryErrors.subjectNotFound(subject);
      return all.map(({ version }) => version);
    },
    version(subject: string, options: { version: number; deleted: boolean }): SubjectVersion {
      const { version, id } = store.find(subject, options);
      return { subject, version, id, schema: store.textOf(id) };
    },
    schemaById(id: number): string {
      const schema = store.read<string>(['schema', id]);
      if (schema === undefined) throw registryErrors.schemaNotFound();
      return schema;
    },
    /** Where a schema is in use. */
    usesOf(id: number): Array<{ subject: string; version: number }> {
      return store
        .subjects({ deleted: false })
        .flatMap((subject) =>
          store
            .living(subject)
            .flatMap((each) => (each.id === id ? [{ subject, version: each.version }] : [])),
        );
    },
    lookUp(subject: string, schema: string): SubjectVersion {
      validate(schema);
      if (store.living(subject).length === 0) throw registryErrors.subjectNotFound(subject);
      const id = store.read<number>(['identity', schemaIdentity(schema)]);
      const found = store.living(subject).findLast((each) => each.id === id);
      if (!found) throw registryErrors.schemaNotFound();
      return { subject, version: found.version, id: found.id, schema: store.textOf(found.id) };
    },
  };
}

function registration(store: RegistryStore) {
  return {
    /** Repeating a registration gives the same id and no new version. */
    async register(subject: string, schema: string): Promise<{ id: number }> {
      validate(schema);
      return await store.change(() => {
        const known = store.read<number>(['identity', schemaIdentity(schema)]);
        const earlier = store.living(subject);
        if (known !== undefined && earlier.some(({ id }) => id === known)) return { id: known };
        const texts = earlier.map(({ id }) => store.textOf(id));
        const reasons = incompatibilities(schema, { earlier: texts, level: store.levelOf(subject) });
        if (reasons.length > 0) throw registryErrors.incompatible(subject, reasons);
        const id = idFor(store, schema);
        const version = (store.versionsOf(subject).at(-1)?.version ?? 0) + 1;
        store.put(['version', subject, version], { id, deleted: false } satisfies StoredVersion);
        return { id };
      });
    },
    /** Why the schema can't follow: against one version, or without it against those that the level asks for. */
    check(subject: string, schema: string, version?: number): string[] {
      validate(schema);
      const against =
        version === undefined ? store.living(subject) : [store.find(subject, { version, deleted: false })];
      return incompatibilities(schema, {
        earlier: against.map(({ id }) => store.textOf(id)),
        level: store.levelOf(subject),
      });
    },
  };
}

function levels(store: RegistryStore) {
  return {
    globalLevel: store.globalLevel,
    levelOf: store.levelOf,
    ownLevelOf(subject: string): CompatibilityLevel {
      const level = store.read<CompatibilityLevel>(['level', subject]);
      if (!level) throw registryErrors.noSubjectConfig(subject);
      return level;
    },
    setLevel: (level: CompatibilityLevel, subject?: string) =>
      store.change(() => store.put(subject === undefined ? ['level'] : ['level', subject], level)),
    clearLevel: (subject: string) => store.change(() => store.remove(['level', subject])),
  };
}

function deletion(store: RegistryStore) {
  return {
    deleteSubject: (subject: string, { permanent }: { permanent: boolean }): Promise<number[]> =>
      store.change(() => {
        const all = store.versionsOf(subject);
        const alive = all.filter(({ deleted }) => !deleted);
        if (all.length === 0) throw registryErrors.subjectNotFound(subject);
        if (permanent && alive.length > 0) throw registryErrors.subjectNotSoftDeleted(subject);
        if (!permanent && alive.length === 0) throw registryErrors.subjectSoftDeleted(subject);
        const removed = permanent ? all : alive;
        for (const each of removed) {
          if (permanent) store.remove(['version', subject, each.version]);
          else setDeleted(store, subject, each);
        }
        store.remove(['level', subject]);
        return removed.map(({ version }) => version);
      }),
    deleteVersion: (subject: string, options: { version: number; permanent: boolean }): Promise<number> =>
      store.change(() => {
        const found = store.find(subject, { version: options.version, deleted: true });
        if (options.permanent && !found.deleted)
          throw registryErrors.versionNotSoftDeleted(subject, found.version);
        if (!options.permanent && found.deleted)
          throw registryErrors.versionSoftDeleted(subject, found.version);
        if (options.permanent) store.remove(['version', subject, found.version]);
        else setDeleted(store, subject, found);
        return found.version;
      }),
  };
}

function idFor(store: RegistryStore, schema: string): number {
  const identity: Key = ['identity', schemaIdentity(schema)];
  const known = store.read<number>(identity);
  if (known !== undefined) return known;
  const id = (store.read<number>(['last-id']) ?? 0) + 1;
  store.put(['last-id'], id);
  store.put(identity, id);
  store.put(['schema', id], JSON.stringify(JSON.parse(schema)));
  return id;
}

function setDeleted(store: RegistryStore, subject: string, { version, id }: NumberedVersion): void {
  store.put(['version', subject, version], { id, deleted: true } satisfies StoredVersion);
}

function validate(schema: string): void {
  try {
    parseAvro(schema);
  } catch (error) {
    throw registryErrors.invalidSchema((error as Error).message);
  }
}
