import type { Store, Write } from '../storage/store.js';

export interface OffsetPlace {
  topic: string;
  partition: number;
}

export interface CommittedOffset extends OffsetPlace {
  offset: number;
  /** −1 where the client named none. */
  leaderEpoch: number;
  /** Never null: a null in a commit is kept as the empty text, as Kafka does. */
  metadata: string;
}

/** `committedAtMs` is in milliseconds since 1970. */
type KeptOffset = CommittedOffset & { committedAtMs: number };

interface OffsetRow {
  offset: number;
  metadata: string;
  leaderEpoch?: number;
  committedAtMs?: number;
}

const placeOf = (topic: string, partition: number): string => `${topic}/${partition}`;

const keyOf = (group: string, { topic, partition }: OffsetPlace): [string, string, number] => [
  group,
  topic,
  partition,
];

/** Committed offsets of all groups. A `stage…` changes memory at once and returns what has to be committed. */
export class Offsets {
  private readonly byGroup = new Map<string, Map<string, KeptOffset>>();

  constructor(private readonly store: Store) {
    this.reload();
  }

  /** Takes everything from the disk, at the start and where what was staged could not be written. */
  reload(): void {
    this.byGroup.clear();
    const nowMs = Date.now();
    for (const { key, value } of this.store.rows<OffsetRow>('offsets')) {
      const [group, topic, partition] = key as [string, string, number];
      this.keep(group, { topic, partition, leaderEpoch: -1, committedAtMs: nowMs, ...value });
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
    const committedAtMs = Date.now();
    return entries.map((entry) => {
      this.keep(group, { ...entry, committedAtMs });
      const { offset, metadata, leaderEpoch } = entry;
      const value: OffsetRow = { offset, metadata, leaderEpoch, committedAtMs };
      return { table: 'offsets', key: keyOf(group, entry), value };
    });
  }

  stageRemoval(group: string, places: OffsetPlace[]): Write[] {
    const entries = this.byGroup.get(group);
    const known = places.filter((it) => entries?.delete(placeOf(it.topic, it.partition)));
    if (entries?.size === 0) this.byGroup.delete(group);
    return known.map((it) => ({ table: 'offsets', key: keyOf(group, it) }));
  }

  stageGroupRemoval(group: string): Write[] {
    return this.stageRemoval(group, this.all(group));
  }

  stageTopicRemoval(topic: string): Write[] {
    return this.groups().flatMap((group) =>
      this.stageRemoval(
        group,
        this.all(group).filter((it) => it.topic === topic),
      ),
    );
  }

  /**
   * Forgets what was committed before `beforeMs`, in groups that had no members since then either. `emptySince` is in
   * milliseconds since 1970, and null for a group with members.
   */
  stageExpiry(beforeMs: number, emptySince: (group: string) => number | null): Write[] {
    return this.groups().flatMap((group) => {
      const since = emptySince(group);
      if (since === null || since >= beforeMs) return [];
      const entries = [...(this.byGroup.get(group)?.values() ?? [])];
      return this.stageRemoval(
        group,
        entries.filter((it) => it.committedAtMs < beforeMs),
      );
    });
  }

  private keep(group: string, entry: KeptOffset): void {
    const entries = this.byGroup.get(group) ?? new Map<string, KeptOffset>();
    entries.set(placeOf(entry.topic, entry.partition), entry);
    this.byGroup.set(group, entries);
  }
}
