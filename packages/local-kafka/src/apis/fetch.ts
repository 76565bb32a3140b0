import { awaitChange } from '../log/await-change.js';
import { gather, type Wanted } from '../log/gather.js';
import { chunks } from '../wire/chunks.js';
import {
  array,
  int8,
  int16,
  int32,
  int64,
  nullableArray,
  since,
  string,
  struct,
  throttleMs,
  topicsOf,
} from '../wire/codec.js';
import { ErrorCode } from '../wire/error-code.js';
import { defineApi, perPartition } from './api.js';

/**
 * Answers with whole batches, as soon as `minBytes` are there, a partition has an error, or `maxWaitMs` is over. With
 * isolation level 1 it ends at the last stable offset and names the aborted transactions. There are no fetch sessions:
 * the answered session id is always 0, which tells the client to send its partitions each time.
 */
export const fetch = defineApi({
  key: 1,
  name: 'Fetch',
  minVersion: 4,
  maxVersion: 11,
  request: struct({
    replicaId: int32,
    maxWaitMs: int32,
    minBytes: int32,
    maxBytes: int32,
    isolationLevel: int8,
    sessionId: since(7, int32, 0),
    sessionEpoch: since(7, int32, -1),
    topics: topicsOf({
      index: int32,
      leaderEpoch: since(9, int32, -1),
      offset: int64,
      logStartOffset: since(5, int64, -1),
      maxBytes: int32,
    }),
    forgotten: since(7, array(struct({ name: string, partitions: array(int32) })), []),
    rackId: since(11, string, ''),
  }),
  response: struct({
    throttleMs,
    code: since(7, int16, 0),
    sessionId: since(7, int32, 0),
    topics: topicsOf({
      index: int32,
      code: int16,
      highWatermark: int64,
      lastStableOffset: int64,
      logStartOffset: since(5, int64, -1),
      aborted: nullableArray(struct({ producerId: int64, firstOffset: int64 })),
      preferredReadReplica: since(11, int32, -1),
      records: chunks,
    }),
  }),
  async handle(broker, request, { gone }) {
    const envelope = { throttleMs: 0, code: 0, sessionId: 0 };
    if (request.sessionId !== 0) return { ...envelope, code: ErrorCode.fetchSessionIdNotFound, topics: [] };
    const wanted: Wanted[] = request.topics.flatMap(({ name, partitions }) =>
      partitions.map((it) => ({
        index: it.index,
        offset: it.offset,
        maxBytes: it.maxBytes,
        partition: broker.topics.find(name)?.partitions[it.index],
      })),
    );
    const limits = {
      maxBytes: Math.min(request.maxBytes, broker.settings.maxFetchBytes),
      isCommittedOnly: request.isolationLevel === 1,
    };
    const deadlineMs = performance.now() + request.maxWaitMs;
    for (;;) {
      const found = gather(broker.store, wanted, limits);
      const isEnough = found.bytes >= request.minBytes || found.hasError;
      if (isEnough || gone.aborted || !(await awaitChange(wanted, deadlineMs, gone))) {
        const results = found.results.values();
        const topics = perPartition(request.topics, () => results.next().value!);
        return { ...envelope, topics };
      }
    }
  },
  failed: (_request, code) => ({ throttleMs: 0, code, sessionId: 0, topics: [] }),
});
