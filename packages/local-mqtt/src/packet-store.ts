import type { RootDatabase } from 'lmdb';

/** A packet as aedes keeps it: a publish, or the `pubrel` that follows one of QoS 2. */
export interface StoredPacket {
  cmd: string;
  topic?: string;
  payload?: Buffer | string;
  qos?: number;
  messageId?: number | undefined;
  brokerId?: string;
  brokerCounter?: number;
  [field: string]: unknown;
}

export interface ClientRef {
  readonly id: string;
}

export interface StoredSubscription {
  readonly topic: string;
  readonly qos: number;
  readonly [field: string]: unknown;
}

export type Key = Array<string | number>;

/** Sorts behind every key that begins with the prefix: numbers and strings come before it in lmdb's order. */
const past = (prefix: Key): Key => [...prefix, '\u{10ffff}'];

/** Reads and writes of one LMDB database by keys of several parts. */
export function createPacketStore(database: RootDatabase<unknown, Key>) {
  const entries = <T>(prefix: Key) =>
    [...database.getRange({ start: prefix, end: past(prefix) })] as Array<{ key: Key; value: T }>;
  return {
    read: <T>(key: Key) => database.get(key) as T | undefined,
    entries,
    values: <T>(prefix: Key): T[] => entries<T>(prefix).map(({ value }) => value),
    /** Runs the change as one transaction; resolves when it is on disk. `put`, `remove` and `removeAll` belong inside. */
    async write(change: () => void): Promise<void> {
      await database.transaction(change);
    },
    put: (key: Key, value: unknown) => void database.put(key, value),
    remove: (key: Key) => void database.remove(key),
    removeAll(prefix: Key): void {
      for (const { key } of entries(prefix)) database.remove(key);
    },
  };
}

export type PacketStore = ReturnType<typeof createPacketStore>;
