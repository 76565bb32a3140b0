import { checkTopicConfig, describeTopicConfig, type TopicConfig } from '../log/topic-config.js';
import {
  array,
  boolean,
  int8,
  int16,
  int32,
  nullableArray,
  nullableString,
  since,
  string,
  struct,
  throttleMs,
  uuid,
} from '../wire/codec.js';
import { ErrorCode, ProtocolError } from '../wire/error-code.js';
import { answerOf, type Broker, defineApi } from './api.js';
import { countOfAssignments } from './replica-assignment.js';

const shownConfig = struct({
  name: string,
  value: nullableString,
  isReadOnly: boolean,
  source: int8,
  isSensitive: boolean,
});

/** Creates topics. One broker keeps one replica: a replication factor above 1 is refused. */
export const createTopics = defineApi({
  key: 19,
  name: 'CreateTopics',
  minVersion: 0,
  maxVersion: 7,
  flexibleSince: 5,
  request: struct({
    topics: array(
      struct({
        name: string,
        numPartitions: int32,
        replicationFactor: int16,
        assignments: array(struct({ index: int32, brokerIds: array(int32) })),
        configs: array(struct({ name: string, value: nullableString })),
      }),
    ),
    timeoutMs: int32,
    validateOnly: since(1, boolean, false),
  }),
  response: struct({
    throttleMs: since(2, throttleMs, 0),
    topics: array(
      struct({
        name: string,
        topicId: since(7, uuid, ''),
        code: int16,
        message: since(1, nullableString, null),
        numPartitions: since(5, int32, -1),
        replicationFactor: since(5, int16, -1),
        configs: since(5, nullableArray(shownConfig), null),
      }),
    ),
  }),
  async handle(broker, { topics, validateOnly }) {
    const creations: Promise<void>[] = [];
    const names = new Map<string, number>();
    for (const { name } of topics) names.set(name, (names.get(name) ?? 0) + 1);
    const unique = topics.filter(({ name }) => names.get(name) === 1);
    const doubled = [...names.keys()].filter((name) => names.get(name) !== 1);
    const results = unique.map((topic) => {
      try {
        const count = checkTopic(broker, topic);
        const config = checkTopicConfig(topic.configs);
        broker.topics.checkNew(topic.name, count);
        if (!validateOnly) creations.push(broker.topics.create(topic.name, count, config));
        return created(broker, topic.name, count, config);
      } catch (error) {
        if (!(error instanceof ProtocolError)) throw error;
        return { ...refused(topic.name), ...answerOf(error) };
      }
    });
    await Promise.all(creations);
    return { throttleMs: 0, topics: [...results, ...doubled.map(refusedAsDoubled)] };
  },
  failed: ({ topics }, code) => ({
    throttleMs: 0,
    topics: topics.map(({ name }) => ({ ...refused(name), code })),
  }),
});

const created = (broker: Broker, name: string, numPartitions: number, config: TopicConfig) => ({
  name,
  // Empty where it was only validated.
  topicId: broker.topics.find(name)?.uuid ?? '',
  code: 0,
  message: null,
  numPartitions,
  replicationFactor: 1,
  configs: describeTopicConfig(config, broker.settings).map((it) => ({
    name: it.name,
    value: it.value,
    isReadOnly: false,
    source: it.source,
    isSensitive: false,
  })),
});

const refused = (name: string) => ({
  name,
  topicId: '',
  code: 0,
  message: null as string | null,
  numPartitions: -1,
  replicationFactor: -1,
  configs: null,
});

/** Nobody can tell which of the two was meant. */
const refusedAsDoubled = (name: string) => ({
  ...refused(name),
  code: ErrorCode.invalidRequest,
  message: 'the request names the topic twice',
});

interface WantedTopic {
  numPartitions: number;
  replicationFactor: number;
  assignments: { index: number; brokerIds: number[] }[];
}

/** The number of partitions; −1 stands for the default. */
const checkTopic = (broker: Broker, topic: WantedTopic): number => {
  if (topic.assignments.length > 0) {
    if (topic.numPartitions !== -1 || topic.replicationFactor !== -1) {
      throw new ProtocolError(ErrorCode.invalidRequest, 'give either assignments or numbers');
    }
    return countOfAssignments(broker.nodeId, topic.assignments);
  }
  if (topic.replicationFactor !== 1 && topic.replicationFactor !== -1) {
    throw new ProtocolError(ErrorCode.invalidReplicationFactor, 'one broker keeps one replica');
  }
  return topic.numPartitions === -1 ? broker.settings['num.partitions'] : topic.numPartitions;
};
