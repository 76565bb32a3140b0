import type { Store, Write } from '../storage/store.js';

export interface CommittedOffset {
  topic: string;
  partition: number;
  offset: number;
  /** Never null: a null in a commit is kept as the empty text, as Kafka does. */
  metadata: string;
}

const placeOf = (topic: string, partition: number): string => `${topic}/${partition}`;

const keyOf = (group: string, entry: CommittedOffset): [string, string, number] => [
  group,
  entry.topic,
  entry.partition,
];

/** Committed offsets of all groups. A `stage…` changes memory at once and returns what has to be committed. */
export class Offsets {
  private readonly byGroup = new Map<string, Map<string, CommittedOffset>>();

  constructor(store: Store) {
    for (const { key, value } of store.table<{ offset: number; metadata: string }>('offsets').getRange({})) {
      const [group, topic, partition] = key as [string, string, number];
      this.keep(group, { topic, partition, ...value });
    }
  }

  groups(): string[] {
    return [...this.byGroup.keys()];
  }

  has(group: string): boolean {
    return this.byGroup.has(group);
  }

  all(group: string): CommittedOffset[] {
    return [...(this.byGroup.get(group)?.values() ?? [])];
  }

  find(group: string, topic: string, partition: number): CommittedOffset | undefined {
    return this.byGroup.get(group)?.get(placeOf(topic, partition));
  }

  stage(group: string, entries: CommittedOffset[]): Write[] {
    return entries.map((entry) => {
      this.keep(group, entry);
      const value = { offset: entry.offset, metadata: entry.metadata };
      return { table: 'offsets', key: keyOf(group, entry), value };
    });
  }

  stageGroupRemoval(group: string): Write[] {
    const entries = this.all(group);
    this.byGroup.delete(group);
    return entries.map((entry) => ({ table: 'offsets', key: keyOf(group, entry) }));
  }

  stageTopicRemoval(topic: string): Write[] {
    const writes: Write[] = [];
    for (const [group, entries] of this.byGroup) {
      for (const entry of this.all(group).filter((it) => it.topic === topic)) {
        entries.delete(placeOf(topic, entry.partition));
        writes.push({ table: 'offsets', key: keyOf(group, entry) });
      }
      if (entries.size === 0) this.byGroup.delete(group);
    }
    return writes;
  }

  private keep(group: string, entry: CommittedOffset): void {
    const entries = this.byGroup.get(group) ?? new Map<string, CommittedOffset>();
    entries.set(placeOf(entry.topic, entry.partition), entry);
    this.byGroup.set(group, entries);
  }
}
