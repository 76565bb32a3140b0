import type { Store, Write } from '../storage/store.js';

export interface CommittedOffset {
  topic: string;
  partition: number;
  offset: number;
  /** Never null: a null in a commit is kept as the empty text, as Kafka does. */
  metadata: string;
}

export type Offsets = ReturnType<typeof loadOffsets>;

const placeOf = (topic: string, partition: number): string => `${topic}/${partition}`;

/** Committed offsets of all groups. A `stage…` changes memory at once and returns what has to be committed. */
export const loadOffsets = (store: Store) => {
  const groups = new Map<string, Map<string, CommittedOffset>>();

  const keep = (group: string, entry: CommittedOffset): void => {
    const entries = groups.get(group) ?? new Map<string, CommittedOffset>();
    entries.set(placeOf(entry.topic, entry.partition), entry);
    groups.set(group, entries);
  };

  for (const { key, value } of store.table<{ offset: number; metadata: string }>('offsets').getRange({})) {
    const [group, topic, partition] = key as [string, string, number];
    keep(group, { topic, partition, ...value });
  }

  const keyOf = (group: string, entry: CommittedOffset) => [group, entry.topic, entry.partition];

  return {
    groups: (): string[] => [...groups.keys()],
    has: (group: string): boolean => groups.has(group),
    all: (group: string): CommittedOffset[] => [...(groups.get(group)?.values() ?? [])],
    find: (group: string, topic: string, partition: number): CommittedOffset | undefined =>
      groups.get(group)?.get(placeOf(topic, partition)),

    stage(group: string, entries: CommittedOffset[]): Write[] {
      return entries.map((entry) => {
        keep(group, entry);
        return {
          table: 'offsets',
          key: keyOf(group, entry),
          value: { offset: entry.offset, metadata: entry.metadata },
        };
      });
    },

    stageGroupRemoval(group: string): Write[] {
      const entries = [...(groups.get(group)?.values() ?? [])];
      groups.delete(group);
      return entries.map((entry) => ({ table: 'offsets', key: keyOf(group, entry) }));
    },

    stageTopicRemoval(topic: string): Write[] {
      const writes: Write[] = [];
      for (const [group, entries] of groups) {
        for (const entry of [...entries.values()].filter((it) => it.topic === topic)) {
          entries.delete(placeOf(topic, entry.partition));
          writes.push({ table: 'offsets', key: keyOf(group, entry) });
        }
        if (entries.size === 0) groups.delete(group);
      }
      return writes;
    },
  };
};
