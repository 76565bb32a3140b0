import {
  array,
  int16,
  int32,
  nullableString,
  nullableStringSince,
  since,
  string,
  struct,
  throttleMs,
  uuid,
  versions,
} from '../wire/codec.js';
import { ErrorCode } from '../wire/error-code.js';
import { type Broker, defineApi } from './api.js';

/** Deletes topics with their records, and what groups committed for them. From version 6 a topic may be named by id. */
export const deleteTopics = defineApi({
  key: 20,
  name: 'DeleteTopics',
  minVersion: 0,
  maxVersion: 6,
  flexibleSince: 4,
  request: struct({
    topics: since(6, array(struct({ name: nullableString, topicId: uuid })), []),
    names: versions(0, 5, array(string), []),
    timeoutMs: int32,
  }),
  response: struct({
    throttleMs: since(1, throttleMs, 0),
    topics: array(
      struct({
        name: nullableStringSince(6),
        topicId: since(6, uuid, ''),
        code: int16,
        message: since(5, nullableString, null),
      }),
    ),
  }),
  async handle(broker, request) {
    const topics = await Promise.all(wantedOf(request).map((it) => remove(broker, it)));
    return { throttleMs: 0, topics };
  },
  failed: (request, code) => ({
    throttleMs: 0,
    topics: wantedOf(request).map((it) => ({ ...it, code, message: null })),
  }),
});

interface WantedTopic {
  name: string | null;
  topicId: string;
}

const wantedOf = ({ topics, names }: { topics: WantedTopic[]; names: string[] }): WantedTopic[] => [
  ...topics,
  ...names.map((name) => ({ name, topicId: '' })),
];

const remove = async (broker: Broker, { name, topicId }: WantedTopic) => {
  const topic = name === null ? broker.topics.findById(topicId) : broker.topics.find(name);
  if (topic === undefined) {
    const code = name === null ? ErrorCode.unknownTopicId : ErrorCode.unknownTopicOrPartition;
    return { name, topicId, code, message: null };
  }
  await broker.topics.remove(topic.name, broker.offsets.stageTopicRemoval(topic.name));
  return { name: topic.name, topicId: topic.uuid, code: 0, message: null };
};
