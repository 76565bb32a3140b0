import { checkTopicConfig } from '../log/topic-config.js';
import {
  array,
  boolean,
  int16,
  int32,
  nullableString,
  since,
  string,
  struct,
  throttleMs,
} from '../wire/codec.js';
import { ErrorCode, ProtocolError } from '../wire/error-code.js';
import { answerOf, type Broker, defineApi } from './api.js';
import { countOfAssignments } from './replica-assignment.js';

/** Creates topics. One broker keeps one replica: a replication factor above 1 is refused. */
export const createTopics = defineApi({
  key: 19,
  name: 'CreateTopics',
  minVersion: 0,
  maxVersion: 3,
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
    topics: array(struct({ name: string, code: int16, message: since(1, nullableString, null) })),
  }),
  async handle(broker, { topics, validateOnly }) {
    const creations: Promise<void>[] = [];
    const results = topics.map((topic) => {
      try {
        const count = checkTopic(broker, topic);
        const config = checkTopicConfig(topic.configs);
        broker.topics.checkNew(topic.name, count);
        if (!validateOnly) creations.push(broker.topics.create(topic.name, count, config));
        return { name: topic.name, code: 0, message: null };
      } catch (error) {
        if (!(error instanceof ProtocolError)) throw error;
        return { name: topic.name, ...answerOf(error) };
      }
    });
    await Promise.all(creations);
    return { throttleMs: 0, topics: results };
  },
  failed: ({ topics }, code) => ({
    throttleMs: 0,
    topics: topics.map(({ name }) => ({ name, code, message: null })),
  }),
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
  return topic.numPartitions === -1 ? broker.settings.numPartitions : topic.numPartitions;
};
