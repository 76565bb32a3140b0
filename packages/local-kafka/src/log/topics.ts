import type { Settings } from '../settings.js';
import type { Store, Write } from '../storage/store.js';
import { ErrorCode, ProtocolError } from '../wire/error-code.js';
import { Partition } from './partition.js';
import { dropPartition } from './partition-records.js';
import type { TopicConfig } from './topic-config.js';

export interface Topic {
  /** Never used again, so that what a deleted topic left behind can't show up in another. */
  readonly id: number;
  readonly name: string;
  config: TopicConfig;
  readonly partitions: Partition[];
}

interface TopicRow {
  id: number;
  partitions: number;
  config: TopicConfig;
}

const maxPartitions = 10_000;

/** Throws INVALID_TOPIC_EXCEPTION for a name that Kafka does not allow. */
export const checkTopicName = (name: string): void => {
  if (!/^[a-zA-Z0-9._-]{1,249}$/.test(name) || name === '.' || name === '..') {
    throw new ProtocolError(
      ErrorCode.invalidTopic,
      'a topic name has 1 to 249 letters, digits, dots, dashes, underscores',
    );
  }
};

const checkCount = (count: number): void => {
  if (count < 1 || count > maxPartitions) {
    throw new ProtocolError(ErrorCode.invalidPartitions, `a topic has 1 to ${maxPartitions} partitions`);
  }
};

export type Topics = ReturnType<typeof loadTopics>;

/** All topics, from the store. Every change resolves once it is synced. */
export const loadTopics = (store: Store, settings: Settings) => {
  const byName = new Map<string, Topic>();
  const open = (id: number, count: number) =>
    Array.from({ length: count }, (_, index) => new Partition({ topicId: id, index }, store));
  for (const { key, value } of store.table<TopicRow>('topics').getRange({})) {
    byName.set(key as string, {
      id: value.id,
      name: key as string,
      config: value.config,
      partitions: open(value.id, value.partitions),
    });
  }
  let nextId = store.table<number>('meta').get('nextTopicId') ?? 1;

  const rowOf = (topic: Topic): Write => ({
    table: 'topics',
    key: topic.name,
    value: { id: topic.id, partitions: topic.partitions.length, config: topic.config } satisfies TopicRow,
  });

  /** Throws what `create` would, and changes nothing. */
  const checkNew = (name: string, count: number): void => {
    checkTopicName(name);
    if (byName.has(name)) throw new ProtocolError(ErrorCode.topicAlreadyExists, `topic '${name}' exists`);
    checkCount(count);
  };

  const create = (name: string, count = settings.numPartitions, config: TopicConfig = {}): Promise<void> => {
    checkNew(name, count);
    const id = nextId;
    nextId += 1;
    const topic: Topic = { id, name, config, partitions: open(id, count) };
    byName.set(name, topic);
    return store.commit([rowOf(topic), { table: 'meta', key: 'nextTopicId', value: nextId }]);
  };

  const need = (name: string): Topic => {
    const topic = byName.get(name);
    if (topic === undefined) throw new ProtocolError(ErrorCode.unknownTopicOrPartition, `no topic '${name}'`);
    return topic;
  };

  const checkGrowth = (name: string, count: number): Topic => {
    const topic = need(name);
    checkCount(count);
    if (count <= topic.partitions.length) {
      throw new ProtocolError(
        ErrorCode.invalidPartitions,
        `topic '${name}' has ${topic.partitions.length} partitions`,
      );
    }
    return topic;
  };

  return {
    all: (): Topic[] => [...byName.values()],
    find: (name: string): Topic | undefined => byName.get(name),
    need,
    checkNew,
    create,
    checkGrowth,
    needPartition(name: string, index: number): Partition {
      const partition = byName.get(name)?.partitions[index];
      if (partition === undefined)
        throw new ProtocolError(ErrorCode.unknownTopicOrPartition, `no ${name}-${index}`);
      return partition;
    },
    grow(name: string, count: number): Promise<void> {
      const topic = checkGrowth(name, count);
      for (let index = topic.partitions.length; index < count; index += 1) {
        topic.partitions.push(new Partition({ topicId: topic.id, index }, store));
      }
      return store.commit([rowOf(topic)]);
    },
    configure(name: string, config: TopicConfig): Promise<void> {
      const topic = need(name);
      topic.config = config;
      return store.commit([rowOf(topic)]);
    },
    /** `alsoRemove` goes in the same commit. */
    async remove(name: string, alsoRemove: Write[]): Promise<void> {
      const topic = need(name);
      byName.delete(name);
      for (const partition of topic.partitions) partition.markDeleted();
      // What is under way must be in the store before its keys are listed.
      await store.settled();
      const rows = topic.partitions.flatMap((it) => dropPartition(store, it.place));
      await store.commit([{ table: 'topics', key: name }, ...rows, ...alsoRemove]);
    },
  };
};
