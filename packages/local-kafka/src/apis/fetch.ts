import { awaitChange } from '../log/await-change.js';
import { gather, type Wanted } from '../log/gather.js';
import {
  array,
  chunks,
  int8,
  int16,
  int32,
  int64,
  nullableArray,
  since,
  string,
  struct,
  throttleMs,
  uuid,
  versions,
} from '../wire/codec.js';
import { ErrorCode } from '../wire/error-code.js';
import { type Broker, defineApi } from './api.js';

/** From version 13 on topics are named by id only. */
const topicKey = { name: versions(0, 12, string, ''), topicId: since(13, uuid, '') };

/**
 * Answers with whole batches, as soon as `minBytes` are there, a partition has an error, or `maxWaitMs` is over. With
 * isolation level 1 it ends at the last stable offset and names the aborted transactions. There are no fetch sessions:
 * the answered session id is always 0, which tells the client to send its partitions each time.
 */
export const fetch = defineApi({
  key: 1,
  name: 'Fetch',
  minVersion: 4,
  maxVersion: 16,
  flexibleSince: 12,
  isBulky: true,
  request: struct({
    replicaId: versions(0, 14, int32, -1),
    maxWaitMs: int32,
    minBytes: int32,
    maxBytes: int32,
    isolationLevel: int8,
    sessionId: since(7, int32, 0),
    sessionEpoch: since(7, int32, -1),
    topics: array(
      struct({
        ...topicKey,
        partitions: array(
          struct({
            index: int32,
            leaderEpoch: since(9, int32, -1),
            offset: int64,
            lastFetchedEpoch: since(12, int32, -1),
            logStartOffset: since(5, int64, -1),
            maxBytes: int32,
          }),
        ),
      }),
    ),
    forgotten: since(7, array(struct({ ...topicKey, partitions: array(int32) })), []),
    rackId: since(11, string, ''),
  }),
  response: struct({
    throttleMs,
    code: since(7, int16, 0),
    sessionId: since(7, int32, 0),
    topics: array(
      struct({
        ...topicKey,
        partitions: array(
          struct({
            index: int32,
            code: int16,
            highWatermark: int64,
            lastStableOffset: int64,
            logStartOffset: since(5, int64, -1),
            aborted: nullableArray(struct({ producerId: int64, firstOffset: int64 })),
            preferredReadReplica: since(11, int32, -1),
            records: chunks,
          }),
        ),
      }),
    ),
  }),
  async handle(broker, request, { buffers, gone, version }) {
    const envelope = { throttleMs: 0, code: 0, sessionId: 0 };
    if (!isFull(request.sessionEpoch))
      return { ...envelope, code: ErrorCode.fetchSessionIdNotFound, topics: [] };
    const wanted = request.topics.flatMap((topic) => wantedOf(broker, topic, version));
    const limits = {
      maxBytes: broker.answers.share(Math.min(request.maxBytes, broker.settings['fetch.max.bytes'])),
      isCommittedOnly: request.isolationLevel === 1,
      buffers,
    };
    const deadlineMs = performance.now() + request.maxWaitMs;
    for (;;) {
      // What the connection was answered before has been sent, and what was found in vain is not needed.
      buffers.reuse();
      const found = gather(broker, wanted, limits);
      const isEnough = found.bytes >= Math.min(request.minBytes, limits.maxBytes) || found.hasError;
      if (isEnough || gone.aborted || !(await awaitChange(wanted, deadlineMs, gone))) {
        const results = found.results.values();
        const topics = request.topics.map(({ name, topicId, partitions }) => ({
          name,
          topicId,
          partitions: partitions.map(() => results.next().value!),
        }));
        return { ...envelope, topics };
      }
    }
  },
  failed: (_request, code) => ({ throttleMs: 0, code, sessionId: 0, topics: [] }),
});

/**
 * Whether all wanted partitions are in the request: it asks for a new session (epoch 0), or for none any more (−1). Whatever
 * session such a request names ends with it, and whether there was one is not asked: some clients always name session −1.
 */
const isFull = (sessionEpoch: number): boolean => sessionEpoch === 0 || sessionEpoch === -1;

interface WantedTopic {
  name: string;
  topicId: string;
  partitions: { index: number; leaderEpoch: number; offset: number; maxBytes: number }[];
}

const wantedOf = (broker: Broker, { name, topicId, partitions }: WantedTopic, version: number): Wanted[] => {
  const topic = version >= 13 ? broker.topics.findById(topicId) : broker.topics.find(name);
  const isUnknownId = version >= 13 && topic === undefined;
  return partitions.map(({ index, offset, maxBytes, leaderEpoch }) => ({
    index,
    offset,
    maxBytes,
    leaderEpoch,
    partition: topic?.partitions[index],
    absentCode: isUnknownId ? ErrorCode.unknownTopicId : ErrorCode.unknownTopicOrPartition,
  }));
};
