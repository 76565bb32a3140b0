import { createHash, randomUUID } from 'node:crypto';
import type { Settings } from '../settings.js';
import type { Store, Write } from '../storage/store.js';
import { ErrorCode, ProtocolError } from '../wire/error-code.js';
import { Partition } from './partition.js';
import { dropPartition } from './partition-records.js';
import { RecentBatches } from './recent-batches.js';
import type { TopicConfig } from './topic-config.js';

export interface Topic {
  /** Never used again, so that what a deleted topic left behind can't show up in another. */
  readonly id: number;
  readonly name: string;
  /** What clients know the topic by (KIP-516), as 32 hexadecimal digits. */
  readonly uuid: string;
  config: TopicConfig;
  readonly partitions: Partition[];
}

interface TopicRow {
  id: number;
  /** Missing where the topic was made before topics had one. */
  uuid?: string;
  partitions: number;
  config: TopicConfig;
}

const maxPartitions = 10_000;

/** Throws INVALID_TOPIC_EXCEPTION for a name that Kafka does not allow. */
export const checkTopicName = (name: string): void => {
  if (!/^[a-zA-Z0-9._-]{1,249}$/.test(name) || name === '.' || name === '..') {
    throw new ProtocolError(
      ErrorCode.invalidTopic,
      'a topic name has 1 to 249 of a-z, A-Z, 0-9, ".", "_", "-"',
    );
  }
};

const checkCount = (count: number): void => {
  if (count < 1 || count > maxPartitions) {
    throw new ProtocolError(ErrorCode.invalidPartitions, `a topic has 1 to ${maxPartitions} partitions`);
  }
};

/** The same at every start, for a topic that has none of its own. */
const derivedUuid = (name: string, id: number): string =>
  createHash('sha256').update(`${id}/${name}`).digest('hex').slice(0, 32);

const rowOf = (topic: Topic): Write => ({
  table: 'topics',
  key: topic.name,
  value: {
    id: topic.id,
    uuid: topic.uuid,
    partitions: topic.partitions.length,
    config: topic.config,
  } satisfies TopicRow,
});

/** All topics. Every change counts at once, and resolves once it is synced. */
export class Topics {
  private readonly byName = new Map<string, Topic>();
  private readonly byUuid = new Map<string, Topic>();
  private readonly recent: RecentBatches;
  private nextId = 1;

  constructor(
    private readonly store: Store,
    private readonly settings: Settings,
  ) {
    this.recent = new RecentBatches(settings['log.recent.bytes']);
    this.reload();
    for (const { key, value } of store.rows<number>('deletions')) {
      // Where it fails, the next start tries again.
      store.commit(this.deletionOf(key as number, value)).catch(() => {});
    }
  }

  /** Takes everything from the disk, at the start and where what was changed could not be written. */
  reload(): void {
    const before = new Map([...this.byUuid.values()].map((it) => [it.id, it]));
    this.byName.clear();
    this.byUuid.clear();
    for (const { key, value } of this.store.rows<TopicRow>('topics')) {
      const { id, config } = value;
      const name = key as string;
      const uuid = value.uuid ?? derivedUuid(name, id);
      const partitions = before.get(id)?.partitions.splice(0, value.partitions) ?? [];
      for (const partition of partitions) partition.reload(this.store);
      partitions.push(...this.openPartitions(id, partitions.length, value.partitions));
      this.keep({ id, name, uuid, config, partitions });
    }
    for (const { partitions } of before.values()) for (const it of partitions) it.markDeleted();
    this.nextId = this.store.row<number>('meta', 'nextTopicId') ?? 1;
  }

  all(): Topic[] {
    return [...this.byName.values()];
  }

  find(name: string): Topic | undefined {
    return this.byName.get(name);
  }

  findById(uuid: string): Topic | undefined {
    return this.byUuid.get(uuid);
  }

  /** Throws UNKNOWN_TOPIC_OR_PARTITION where there is none. */
  need(name: string): Topic {
    const topic = this.byName.get(name);
    if (topic === undefined) throw new ProtocolError(ErrorCode.unknownTopicOrPartition, `no topic '${name}'`);
    return topic;
  }

  /** Throws UNKNOWN_TOPIC_OR_PARTITION where there is none. */
  needPartition(name: string, index: number): Partition {
    const partition = this.need(name).partitions[index];
    if (partition === undefined) {
      throw new ProtocolError(ErrorCode.unknownTopicOrPartition, `no partition ${name}-${index}`);
    }
    return partition;
  }

  /** Throws what `create` would, and changes nothing. */
  checkNew(name: string, count: number): void {
    checkTopicName(name);
    if (this.byName.has(name))
      throw new ProtocolError(ErrorCode.topicAlreadyExists, `topic '${name}' exists`);
    this.checkDots(name);
    checkCount(count);
  }

  /** Kafka names metrics after topics with dots for underscores, and so refuses a name that differs in these alone. */
  private checkDots(name: string): void {
    if (!/[._]/.test(name)) return;
    const unified = name.replaceAll('.', '_');
    for (const other of this.byName.keys()) {
      if (other.length === name.length && other.replaceAll('.', '_') === unified)
        throw new ProtocolError(
          ErrorCode.invalidTopic,
          `'${name}' and the topic '${other}' differ in dots only`,
        );
    }
  }

  create(name: string, count = this.settings['num.partitions'], config: TopicConfig = {}): Promise<void> {
    this.checkNew(name, count);
    const id = this.nextId;
    this.nextId += 1;
    const uuid = randomUUID().replaceAll('-', '');
    const topic: Topic = { id, name, uuid, config, partitions: this.openPartitions(id, 0, count) };
    this.keep(topic);
    return this.store.commit([rowOf(topic), { table: 'meta', key: 'nextTopicId', value: this.nextId }]);
  }

  /** Throws what `grow` would, and changes nothing. */
  checkGrowth(name: string, count: number): Topic {
    const topic = this.need(name);
    checkCount(count);
    if (count <= topic.partitions.length) {
      throw new ProtocolError(
        ErrorCode.invalidPartitions,
        `topic '${name}' has ${topic.partitions.length} partitions`,
      );
    }
    return topic;
  }

  /** Raises a topic to `count` partitions. */
  grow(name: string, count: number): Promise<void> {
    const topic = this.checkGrowth(name, count);
    topic.partitions.push(...this.openPartitions(topic.id, topic.partitions.length, count));
    return this.store.commit([rowOf(topic)]);
  }

  configure(name: string, config: TopicConfig): Promise<void> {
    const topic = this.need(name);
    topic.config = config;
    return this.store.commit([rowOf(topic)]);
  }

  /**
   * Removes a topic with everything in it. Its name is free at once, and what `alsoRemove` names goes with it; the
   * records follow in a second commit, and a crash between the two is made good at the next start.
   */
  async remove(name: string, alsoRemove: Write[]): Promise<void> {
    const topic = this.need(name);
    this.byName.delete(name);
    this.byUuid.delete(topic.uuid);
    for (const partition of topic.partitions) partition.markDeleted();
    const { id, partitions } = topic;
    // Once this is synced, so is every batch that was under way: the listing below misses none.
    await this.store.commit([
      { table: 'topics', key: name },
      { table: 'deletions', key: id, value: partitions.length },
      ...alsoRemove,
    ]);
    await this.store.commit(this.deletionOf(id, partitions.length));
  }

  private keep(topic: Topic): void {
    this.byName.set(topic.name, topic);
    this.byUuid.set(topic.uuid, topic);
  }

  private deletionOf(topicId: number, partitions: number): Write[] {
    const places = Array.from({ length: partitions }, (_, index) => ({ topicId, index }));
    return [...places.flatMap((it) => dropPartition(this.store, it)), { table: 'deletions', key: topicId }];
  }

  private openPartitions(topicId: number, from: number, to: number): Partition[] {
    return Array.from(
      { length: to - from },
      (_, step) => new Partition({ topicId, index: from + step }, this.store, this.recent.tail()),
    );
  }
}
