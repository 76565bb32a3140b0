import {
  array,
  boolean,
  int16,
  int32,
  nullableArray,
  nullableString,
  string,
  struct,
  throttleMs,
} from '../wire/codec.js';
import { ErrorCode, ProtocolError } from '../wire/error-code.js';
import { answerOf, defineApi } from './api.js';
import { checkReplicas } from './replica-assignment.js';

/** Raises topics to a number of partitions. */
export const createPartitions = defineApi({
  key: 37,
  name: 'CreatePartitions',
  minVersion: 0,
  maxVersion: 3,
  flexibleSince: 2,
  request: struct({
    topics: array(
      struct({
        name: string,
        count: int32,
        assignments: nullableArray(struct({ brokerIds: array(int32) })),
      }),
    ),
    timeoutMs: int32,
    validateOnly: boolean,
  }),
  response: struct({
    throttleMs,
    topics: array(struct({ name: string, code: int16, message: nullableString })),
  }),
  async handle(broker, { topics, validateOnly }) {
    const growths: Promise<void>[] = [];
    const results = topics.map(({ name, count, assignments }) => {
      try {
        const topic = broker.topics.checkGrowth(name, count);
        if (assignments !== null && assignments.length !== count - topic.partitions.length) {
          throw new ProtocolError(ErrorCode.invalidReplicaAssignment, 'one assignment a new partition');
        }
        for (const { brokerIds } of assignments ?? []) checkReplicas(broker.nodeId, brokerIds);
        if (!validateOnly) growths.push(broker.topics.grow(name, count));
        return { name, code: 0, message: null };
      } catch (error) {
        if (!(error instanceof ProtocolError)) throw error;
        return { name, ...answerOf(error) };
      }
    });
    await Promise.all(growths);
    return { throttleMs: 0, topics: results };
  },
  failed: ({ topics }, code) => ({
    throttleMs: 0,
    topics: topics.map(({ name }) => ({ name, code, message: null })),
  }),
});
