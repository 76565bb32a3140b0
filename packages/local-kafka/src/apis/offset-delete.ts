import { array, int16, int32, string, struct, throttleMs, topicsOf } from '../wire/codec.js';
import { ErrorCode } from '../wire/error-code.js';
import { defineApi, perPartition } from './api.js';
import { subscribedTopics } from './subscribed-topics.js';

/** Forgets single offsets of a group. While it has members, those of the topics that they consume stay (86). */
export const offsetDelete = defineApi({
  key: 47,
  name: 'OffsetDelete',
  minVersion: 0,
  maxVersion: 0,
  request: struct({
    group: string,
    topics: array(struct({ name: string, partitions: array(struct({ index: int32 })) })),
  }),
  response: struct({ code: int16, throttleMs, topics: topicsOf({ index: int32, code: int16 }) }),
  async handle(broker, { group, topics }) {
    const state = broker.groups.find(group);
    const isKnown = state !== undefined || broker.offsets.has(group);
    if (!isKnown) return refused(ErrorCode.groupIdNotFound);
    const isActive = state !== undefined && state.phase !== 'empty';
    const subscribed = isActive ? subscribedTopics(state) : new Set<string>();
    if (subscribed === null) return refused(ErrorCode.nonEmptyGroup);
    const places: { topic: string; partition: number }[] = [];
    const answers = perPartition(topics, (topic, { index }) => {
      if (broker.topics.find(topic) === undefined) return { index, code: ErrorCode.unknownTopicOrPartition };
      if (subscribed.has(topic)) return { index, code: ErrorCode.groupSubscribedToTopic };
      places.push({ topic, partition: index });
      return { index, code: ErrorCode.none };
    });
    await broker.store.commit(broker.offsets.stageRemoval(group, places));
    return { code: 0, throttleMs: 0, topics: answers };
  },
  failed: (_request, code) => refused(code),
});

const refused = (code: number) => ({ code, throttleMs: 0, topics: [] });
