import type { RootDatabase } from 'lmdb';
import type { CompatibilityLevel } from './compatibility.js';
import { registryErrors } from './registry-error.js';

export type Key = Array<string | number>;

export interface StoredVersion {
  readonly id: number;
  readonly deleted: boolean;
}
export interface NumberedVersion extends StoredVersion {
  readonly version: number;
}

const defaultLevel: CompatibilityLevel = 'BACKWARD_TRANSITIVE';
/** Sorts behind every key that begins with the prefix. */
const past = (prefix: Key): Key => [...prefix, '\u{10ffff}'];

/** What is in the database, in the registry's own terms. */
export function createRegistryStore(database: RootDatabase<unknown, Key>) {
  const read = <T>(key: Key) => database.get(key) as T | undefined;

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

  function subjects(options: { deleted: boolean }): string[] {
    const range = database.getRange({ start: ['version'], end: past(['version']) });
    const names = [...range].filter(({ value }) => options.deleted || !(value as StoredVersion).deleted);
    return [...new Set(names.map(({ key }) => String(key[1])))];
  }

  return {
    read,
    versionsOf,
    living,
    textOf,
    find,
    subjects,
    globalLevel: () => read<CompatibilityLevel>(['level']) ?? defaultLevel,
    levelOf,
    put: (key: Key, value: unknown) => void database.put(key, value),
    remove: (key: Key) => void database.remove(key),
    /** Runs the work as one transaction, one at a time; resolves when it is on disk. What throws must do so before it writes. */
    change: <T>(work: () => T): Promise<T> => database.transaction(work),
  };
}

export type RegistryStore = ReturnType<typeof createRegistryStore>;
