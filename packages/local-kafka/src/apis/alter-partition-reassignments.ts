import {
  array,
  int16,
  int32,
  nullableArray,
  nullableString,
  string,
  struct,
  throttleMs,
} from '../wire/codec.js';
import { ErrorCode, ProtocolError } from '../wire/error-code.js';
import { answerOf, type Broker, defineApi, perPartition } from './api.js';
import { checkReplicas } from './replica-assignment.js';

/** Moves partitions between brokers: with one broker, they can only be told to stay. */
export const alterPartitionReassignments = defineApi({
  key: 45,
  name: 'AlterPartitionReassignments',
  minVersion: 0,
  maxVersion: 0,
  flexibleSince: 0,
  request: struct({
    timeoutMs: int32,
    topics: array(
      struct({
        name: string,
        partitions: array(struct({ index: int32, replicas: nullableArray(int32) })),
      }),
    ),
  }),
  response: struct({
    throttleMs,
    code: int16,
    message: nullableString,
    topics: array(
      struct({
        name: string,
        partitions: array(struct({ index: int32, code: int16, message: nullableString })),
      }),
    ),
  }),
  handle: (broker, { topics }) => ({
    throttleMs: 0,
    code: 0,
    message: null,
    topics: perPartition(topics, (topic, { index, replicas }) => {
      try {
        checkMove(broker, topic, index, replicas);
        return { index, code: 0, message: null };
      } catch (error) {
        if (!(error instanceof ProtocolError)) throw error;
        return { index, ...answerOf(error) };
      }
    }),
  }),
  failed: (_request, code) => ({ throttleMs: 0, code, message: null, topics: [] }),
});

/** Without replicas a client takes a move back. */
const checkMove = (broker: Broker, topic: string, index: number, replicas: number[] | null): void => {
  broker.topics.needPartition(topic, index);
  if (replicas === null) {
    throw new ProtocolError(ErrorCode.noReassignmentInProgress, `${topic}-${index} is not on the move`);
  }
  checkReplicas(broker.nodeId, replicas);
};
