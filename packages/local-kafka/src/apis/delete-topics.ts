import { array, int16, int32, since, string, struct, throttleMs } from '../wire/codec.js';
import { ErrorCode } from '../wire/error-code.js';
import { defineApi } from './api.js';

/** Deletes topics with their records, and what groups committed for them. */
export const deleteTopics = defineApi({
  key: 20,
  name: 'DeleteTopics',
  minVersion: 0,
  maxVersion: 1,
  request: struct({ names: array(string), timeoutMs: int32 }),
  response: struct({
    throttleMs: since(1, throttleMs, 0),
    topics: array(struct({ name: string, code: int16 })),
  }),
  async handle(broker, { names }) {
    const topics = await Promise.all(
      names.map(async (name) => {
        if (broker.topics.find(name) === undefined) return { name, code: ErrorCode.unknownTopicOrPartition };
        await broker.topics.remove(name, broker.offsets.stageTopicRemoval(name));
        return { name, code: 0 };
      }),
    );
    return { throttleMs: 0, topics };
  },
  failed: ({ names }, code) => ({ throttleMs: 0, topics: names.map((name) => ({ name, code })) }),
});
